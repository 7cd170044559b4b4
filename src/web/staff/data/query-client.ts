import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

const MOST_RETRIES = 2;
/** It is not there for this seat, or not any more. */
const gone = (error: unknown) => error instanceof ApiError && error.problem?.status === 404;
const unreachable = (error: unknown) => error instanceof ApiError && error.kind === 'offline';

/**
 * Reads are fresh for a few seconds and asked again when the window is looked at; they are tried again only when the
 * server could not be reached. Writes are tried again for as long as it cannot: they carry their id.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      // What one may no longer see is not shown from memory either.
      onError: (error, query) => {
        if (gone(error)) query.setState({ data: undefined });
      },
    }),
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
