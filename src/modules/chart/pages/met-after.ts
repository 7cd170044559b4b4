import type { QueryClient } from '@tanstack/react-query';
import { metWords } from '#modules/duties/pages/met-words.ts';
import { words } from '#modules/duties/pages/words.ts';
import { call } from '#web/staff/api.ts';
import { seatInUse } from '#web/staff/data/standing.ts';
import type { ChangedDuty } from '#web/staff/data/use-command.ts';
import { type Overview, openChart } from '../contract.ts';

/**
 * What a write met, in one sentence. A duty of each period stays open when one period is met, so beside what the write
 * says the chart is read again: what changed and is no longer owed now was met. Says only what the write did when the
 * chart cannot be read.
 */
export async function metAfter(known: QueryClient, before: Overview, changes: readonly ChangedDuty[]): Promise<string> {
  const input = { params: { chart: before.header.id } };
  const queryKey = [openChart.name, seatInUse.get(), input];
  const after = await known
    .fetchQuery({ queryKey, queryFn: () => call(openChart, input), staleTime: 0 })
    .catch(() => null);
  const stillOwed = new Set(after?.owed.map(({ key }) => key) ?? before.owed.map(({ key }) => key));
  const settled = changes.map((change) =>
    stillOwed.has(change.key) ? change : { ...change, state: 'met', before: 'open' },
  );
  return metWords(settled, before.owed) || words.met.none;
}
