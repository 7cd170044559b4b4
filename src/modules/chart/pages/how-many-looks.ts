/** How many of a chart's looks are asked for at first, and how many more with each wish for older ones. */
export const LOOKS_AT_ONCE = 200;
/** More than a page can hold; what is older stands in the privacy officer's trail. */
export const MOST_LOOKS = 5_000;

export type Older =
  | { readonly kind: 'none' }
  | { readonly kind: 'more'; readonly next: number }
  | { readonly kind: 'in-the-trail' };

/** Whether looks older than those shown may exist, when `shown` came of the `asked` newest. */
export function olderLooks(asked: number, shown: number): Older {
  if (shown < asked) return { kind: 'none' };
  return asked >= MOST_LOOKS
    ? { kind: 'in-the-trail' }
    : { kind: 'more', next: Math.min(MOST_LOOKS, asked + LOOKS_AT_ONCE * 2) };
}
