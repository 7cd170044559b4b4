/** The same answer with nothing in it: lists without rows, counts at nought. What a page is about stays. */
export function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const counts = entries.length > 1 && entries.every(([, one]) => typeof one === 'number');
  return Object.fromEntries(entries.map(([name, one]) => [name, counts ? 0 : emptied(one)]));
}
