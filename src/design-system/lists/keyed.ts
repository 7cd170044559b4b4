/** Things that have no name of their own, each with a key: what it says, and which one of those alike it is. */
export function keyed<T>(
  items: readonly T[],
  said: (item: T) => string,
): readonly { readonly key: string; readonly item: T }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const words = said(item);
    const alike = seen.get(words) ?? 0;
    seen.set(words, alike + 1);
    return { key: `${words} ${alike}`, item };
  });
}
