/** Whose youth the list shows. */
export const WHOSE_YOUTH = ['mine', 'team', 'agency'] as const;
/** After so many days without a contact made, people ask. */
export const QUIET = [14, 30] as const;

/** What the list's address says. */
export interface ListWish {
  readonly whose: (typeof WHOSE_YOUTH)[number];
  readonly stage: string | null;
  readonly quietDays: number | null;
  /** The last chart of the page before. */
  readonly after: string | null;
}

/** Reads an address. `usual` is whose youth are shown when it does not say. */
export function readListWish(query: URLSearchParams, usual: ListWish['whose'] = 'mine'): ListWish {
  const quiet = Number(query.get('quiet'));
  return {
    whose: WHOSE_YOUTH.find((one) => one === query.get('whose')) ?? usual,
    stage: query.get('stage'),
    quietDays: QUIET.find((days) => days === quiet) ?? null,
    after: query.get('after'),
  };
}

/** The address of a wish; it always says whose, since the plain one means what is usual for the seat. */
export function hrefOf(wish: ListWish): string {
  const query = new URLSearchParams({ whose: wish.whose });
  if (wish.stage) query.set('stage', wish.stage);
  if (wish.quietDays) query.set('quiet', String(wish.quietDays));
  if (wish.after) query.set('after', wish.after);
  return `/app/youth?${query}`;
}
