import type { OwedItem } from '../../contract.ts';
import { WHOSE, type Whose } from '../../contract.ts';
import { GROUPINGS, TIMES, type WorklistFilter } from '../../filters/contract.ts';

/** What the worklist's address says: a filter (whose duties, how grouped, narrowed to what), and which one's why is open. */
export interface Wish extends Readonly<WorklistFilter> {
  /** `chart/key`. */
  readonly duty: string | null;
}

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((one) => one === text) ?? null;

/** Reads an address. `usual` is the list shown when it does not say whose: where this seat's work lies. */
export function readWish(query: URLSearchParams, usual: Whose = 'mine'): Wish {
  return {
    whose: oneOf(WHOSE, query.get('whose')) ?? usual,
    group: oneOf(GROUPINGS, query.get('group')) ?? 'due',
    time: oneOf(TIMES, query.get('time')),
    clause: query.get('clause'),
    duty: query.get('duty'),
  };
}

/**
 * The address of a wish. It always says whose, so that the plain `/app` is free to mean "as I like it to open"; the rest is
 * left out when it is usual.
 */
export function hrefOf(wish: Wish): string {
  const query = new URLSearchParams({ whose: wish.whose });
  if (wish.group !== 'due') query.set('group', wish.group);
  if (wish.time) query.set('time', wish.time);
  if (wish.clause) query.set('clause', wish.clause);
  if (wish.duty) query.set('duty', wish.duty);
  return `/app?${query}`;
}

/** The address of a saved filter. */
export const addressOf = (filter: WorklistFilter): string => hrefOf({ ...filter, duty: null });

/** What of a wish can be kept under a name. */
export const filterOf = ({ whose, group, time, clause }: Wish): WorklistFilter => ({ whose, group, time, clause });

/** How the address names one duty. */
export const nameOf = (item: OwedItem): string => `${item.chart}/${item.key}`;
