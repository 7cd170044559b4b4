import type { Fact } from './model.ts';

/**
 * What the facts of a chart still in force say, in the order of its history. Superseded and withdrawn facts do not count. A
 * correction stands at the place of what it corrects: an assignment whose day was set right is no later than its acceptance.
 */
export function factsInForce<T extends Pick<Fact, 'seq' | 'supersedes' | 'withdraws'>>(
  facts: readonly T[],
): readonly T[] {
  if (!facts.some((fact) => fact.supersedes !== undefined || fact.withdraws)) return facts;
  const roots = new Map<number, number>();
  for (const { seq, supersedes } of facts)
    if (supersedes !== undefined) roots.set(seq, roots.get(supersedes) ?? supersedes);
  const replaced = new Set(facts.map((fact) => fact.supersedes).filter((seq) => seq !== undefined));
  return facts
    .filter((fact) => !replaced.has(fact.seq) && !fact.withdraws)
    .map((fact) => ({ ...fact, seq: roots.get(fact.seq) ?? fact.seq }))
    .sort((a, b) => a.seq - b.seq);
}
