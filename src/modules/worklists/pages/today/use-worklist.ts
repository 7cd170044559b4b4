import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '#web/staff/api.ts';
import { useSignal } from '#web/staff/data/signal.ts';
import { seatInUse } from '#web/staff/data/standing.ts';
import { readWorklist, type Whose } from '../../contract.ts';

const PAGE = 100;
/** A team's fortnight is fetched whole, one page after the other; of a list longer than this the rest is asked for. */
const FETCHED_BY_ITSELF = 500;

/** What is owed in one list, page after page, kept fresh while it is looked at. `whole` once there is no more of it. */
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
  const items = pages.flatMap((page) => page.items);
  const { hasNextPage, isFetching, isError, fetchNextPage } = read;
  const goOn = hasNextPage && !isFetching && !isError && pages.length * PAGE < FETCHED_BY_ITSELF;
  useEffect(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  return { read, items, whole: !hasNextPage, today: pages[0]?.today, now: pages.at(-1)?.now };
}
