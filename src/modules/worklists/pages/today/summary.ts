import type { OwedItem } from '../../contract.ts';
import { timeOf } from '../../time-of.ts';
import { words } from '../words.ts';

/** A number of what is there so far: "12", or "12+" while there is more than was fetched. */
export const soFar = (count: number, whole: boolean): string => (whole ? `${count}` : `${count}+`);

/** "4 late · 3 today · 9 in the next 7 days · 2 agreements to renew", leaving out what is none. */
export function summaryOf(items: readonly OwedItem[], today: string, agreements: number, whole: boolean): string {
  const count = (time: string) => items.filter((item) => timeOf(item, today) === time).length;
  const said = [
    [count('late'), words.summary.late],
    [count('today'), words.summary.today],
    [count('soon'), words.summary.soon],
  ] as const;
  const some = said.filter(([number]) => number > 0).map(([number, word]) => `${soFar(number, whole)} ${word}`);
  if (agreements > 0) some.push(words.agreements(agreements));
  return some.join(' · ');
}
