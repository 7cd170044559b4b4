import type { OwedItem, Whose } from '../../contract.ts';
import { WHOSE } from '../../contract.ts';
import { TIMES, type Time } from './grouping.ts';

export const GROUPINGS = ['due', 'clause', 'youth'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the worklist's address says: whose duties, how grouped, narrowed to what, and which one's why is open. */
export interface Wish {
  readonly whose: Whose;
  readonly group: Grouping;
  readonly time: Time | null;
  readonly clause: string | null;
  /** `chart/key`. */
  readonly duty: string | null;
}

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((one) => one === text) ?? null;

export function readWish(query: URLSearchParams): Wish {
  return {
    whose: oneOf(WHOSE, query.get('whose')) ?? 'mine',
    group: oneOf(GROUPINGS, query.get('group')) ?? 'due',
    time: oneOf(TIMES, query.get('time')),
    clause: query.get('clause'),
    duty: query.get('duty'),
  };
}

/** The address of a wish; what is usual is left out, so that the plain list has the plain address. */
export function hrefOf(wish: Wish): string {
  const query = new URLSearchParams();
  if (wish.whose !== 'mine') query.set('whose', wish.whose);
  if (wish.group !== 'due') query.set('group', wish.group);
  if (wish.time) query.set('time', wish.time);
  if (wish.clause) query.set('clause', wish.clause);
  if (wish.duty) query.set('duty', wish.duty);
  const text = query.toString();
  return text === '' ? '/app' : `/app?${text}`;
}

/** How the address names one duty. */
export const nameOf = (item: OwedItem): string => `${item.chart}/${item.key}`;
