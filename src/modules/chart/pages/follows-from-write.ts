import type { QueryClient } from '@tanstack/react-query';
import { whatFollowed } from '#modules/duties/pages/what-followed.ts';
import { words } from '#modules/duties/pages/words.ts';
import { call } from '#web/staff/api.ts';
import { seatInUse } from '#web/staff/data/standing.ts';
import type { ChangedDuty } from '#web/staff/data/use-command.ts';
import { type Overview, openChart } from '../contract.ts';

/**
 * What a write changed in what is owed, in words. The chart is read again for it, since the write itself tells neither days
 * nor which period of a duty is met. Says only what the write told when the chart cannot be read.
 */
export async function followsFromWrite(
  known: QueryClient,
  { header, owed, today }: Overview,
  changes: readonly ChangedDuty[],
): Promise<string> {
  const input = { params: { chart: header.id } };
  const queryKey = [openChart.name, seatInUse.get(), input];
  const after = await known
    .fetchQuery({ queryKey, queryFn: () => call(openChart, input), staleTime: 0 })
    .catch(() => null);
  const said = whatFollowed(changes, { before: owed, after: after?.owed ?? null, today });
  return said || (after ? words.followed.nothing : '');
}
