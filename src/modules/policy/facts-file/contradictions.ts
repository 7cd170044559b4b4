import type { Fact } from '#modules/facts/model.ts';
import type { FileProblem } from './file-problem.ts';

/** Kinds that open and close something; `by` is the field that names it, when several may be open at once. */
const PAIRS = [
  { starts: 'enrolment.started', ends: 'enrolment.ended', by: null },
  { starts: 'stay.started', ends: 'stay.ended', by: 'stay' },
  { starts: 'missing.started', ends: 'missing.ended', by: null },
  { starts: 'family-based.started', ends: 'family-based.ended', by: 'episode' },
] as const;

/** What happens once in a life: another day for it is a correction of the first. */
const ONCE = ['youth.born', 'youth.died'] as const;

/**
 * Facts that cannot all be true: an end without a beginning, or before it; a second beginning while the first is open; a
 * second birth.
 */
export function contradictions(facts: readonly Fact[]): FileProblem[] {
  const replaced = new Set(facts.map((fact) => fact.supersedes));
  const live = facts
    .map((fact, index) => ({ fact, index }))
    .filter(({ fact }) => !replaced.has(fact.seq) && !fact.withdraws);
  const again = ONCE.flatMap((kind) =>
    live
      .filter(({ fact }) => fact.kind === kind)
      .slice(1)
      .map(({ index }): FileProblem => {
        const reason = `a second ${kind}: another day for it is a correction, so name the first in "supersedes"`;
        return { pointer: `/facts/${index}`, code: 'contradiction', reason };
      }),
  );
  const unpaired = PAIRS.flatMap((pair) => {
    const names = (fact: Fact): unknown => (pair.by === null ? null : fact.data[pair.by]);
    const mine = live.filter(({ fact }) => fact.kind === pair.starts || fact.kind === pair.ends);
    const groups = new Map<unknown, typeof mine>();
    for (const one of mine) groups.set(names(one.fact), [...(groups.get(names(one.fact)) ?? []), one]);
    return [...groups.values()].flatMap((group) => inOneGroup(pair, group));
  });
  return [...again, ...unpaired];
}

function inOneGroup(pair: (typeof PAIRS)[number], group: readonly { fact: Fact; index: number }[]): FileProblem[] {
  const problems: FileProblem[] = [];
  const inOrder = [...group].sort(
    (a, b) => (a.fact.on < b.fact.on ? -1 : Number(a.fact.on > b.fact.on)) || a.fact.seq - b.fact.seq,
  );
  let open: { fact: Fact; index: number } | null = null;
  for (const one of inOrder) {
    const refuse = (reason: string) => problems.push({ pointer: `/facts/${one.index}`, code: 'contradiction', reason });
    if (one.fact.kind === pair.starts) {
      if (open !== null) refuse(`${pair.starts} while the one at /facts/${open.index} is still open`);
      open = one;
    } else if (open === null) {
      const later = inOrder.find((other) => other.fact.kind === pair.starts && other.fact.on > one.fact.on);
      refuse(
        later
          ? `${pair.ends} on ${one.fact.on} comes before it began on ${later.fact.on}`
          : `${pair.ends} without a beginning`,
      );
    } else open = null;
  }
  return problems;
}
