import { useQuery } from '@tanstack/react-query';
import { useSignal } from '../data/signal.ts';
import { seatInUse } from '../data/standing.ts';
import { host } from './host.ts';

export type Counts = Awaited<ReturnType<typeof host.counts>>;

/** What waits for the seat in use, by part of the application, looked at every minute; undefined while not known. */
export function useCounts(enabled: boolean): Counts | undefined {
  const seat = useSignal(seatInUse);
  return useQuery({ queryKey: ['worklists.counts', seat], queryFn: host.counts, refetchInterval: 60_000, enabled })
    .data;
}
