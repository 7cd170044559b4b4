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

export function readListWish(query: URLSearchParams): ListWish {
  const quiet = Number(query.get('quiet'));
  return {
    whose: WHOSE_YOUTH.find((one) => one === query.get('whose')) ?? 'mine',
    stage: query.get('stage'),
    quietDays: QUIET.find((days) => days === quiet) ?? null,
    after: query.get('after'),
  };
}

export function hrefOf(wish: ListWish): string {
  const query = new URLSearchParams();
  if (wish.whose !== 'mine') query.set('whose', wish.whose);
  if (wish.stage) query.set('stage', wish.stage);
  if (wish.quietDays) query.set('quiet', String(wish.quietDays));
  if (wish.after) query.set('after', wish.after);
  const text = query.toString();
  return text === '' ? '/app/youth' : `/app/youth?${text}`;
}
