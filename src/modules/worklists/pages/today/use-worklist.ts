import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '#web/staff/api.ts';
import { useSignal } from '#web/staff/data/signal.ts';
import { seatInUse } from '#web/staff/data/standing.ts';
import { readWorklist, type Whose } from '../../contract.ts';

const PAGE = 100;

/** What is owed in one list, page after page, kept fresh while it is looked at. */
export function useWorklist(whose: Whose, clause: string | null) {
  const seat = useSignal(seatInUse);
  const read = useInfiniteQuery({
    queryKey: [readWorklist.name, seat, whose, clause],
    queryFn: ({ pageParam, signal }) =>
      call(readWorklist, { query: { whose, limit: PAGE, clause: clause ?? undefined, after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.more ?? undefined,
    refetchInterval: 120_000,
  });
  const pages = read.data?.pages ?? [];
  return { read, items: pages.flatMap((page) => page.items), today: pages[0]?.today, now: pages.at(-1)?.now };
}
