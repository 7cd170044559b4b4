import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

const MOST_RETRIES = 2;
const unreachable = (error: unknown) => error instanceof ApiError && error.kind === 'offline';

/**
 * Reads are fresh for a few seconds and asked again when the window is looked at; they are tried again only when the
 * server could not be reached. Writes are tried again for as long as it cannot: they carry their id.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What was read about a youth leaves the memory of the page soon after it leaves the screen.
        gcTime: 120_000,
        networkMode: 'always',
        retry: (count, error) => unreachable(error) && count < MOST_RETRIES,
      },
      mutations: {
        networkMode: 'always',
        retry: (_, error) => unreachable(error),
        retryDelay: (count) => Math.min(30_000, 1_000 * 2 ** count),
      },
    },
  });
}
