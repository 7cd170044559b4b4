import type { Fact } from '#modules/facts/model.ts';

/** The facts that were recorded by an instant (ISO 8601). */
export function factsKnownAt(facts: readonly Fact[], knownAt: string): Fact[] {
  const limit = Date.parse(knownAt);
  return facts.filter((fact) => Date.parse(fact.recordedAt) <= limit);
}

/**
 * Of the editions of one pack, in the order they were recorded, the one in force at an instant: the last recorded by then.
 * Before the first was recorded nobody knows what was in force: then it is the first, `early`. Null when there is none.
 */
export function editionAt<E extends { readonly recordedAt: string }>(
  editions: readonly E[],
  knownAt: string,
): { readonly edition: E; readonly early: boolean } | null {
  const limit = Date.parse(knownAt);
  const last = editions.findLast(({ recordedAt }) => Date.parse(recordedAt) <= limit);
  if (last !== undefined) return { edition: last, early: false };
  const [first] = editions;
  return first === undefined ? null : { edition: first, early: true };
}
