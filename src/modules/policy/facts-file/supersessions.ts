import type { Fact } from '#modules/facts/model.ts';
import type { FileProblem } from './file-problem.ts';

/** A fact replaces one earlier fact of its own kind, which nothing else replaces. */
export function supersessions(facts: readonly Fact[]): FileProblem[] {
  const bySeq = new Map(facts.map((fact) => [fact.seq, fact]));
  const taken = new Map<number, number>();
  return facts.flatMap((fact, index): FileProblem[] => {
    const pointer = `/facts/${index}/supersedes`;
    const refuse = (reason: string): FileProblem[] => [{ pointer, code: 'supersedes', reason }];
    if (fact.supersedes === undefined) {
      return fact.withdraws
        ? [
            {
              pointer: `/facts/${index}/withdraws`,
              code: 'supersedes',
              reason: 'withdraws nothing: name the fact in "supersedes"',
            },
          ]
        : [];
    }
    const target = bySeq.get(fact.supersedes);
    if (target === undefined) return refuse(`there is no fact with seq ${fact.supersedes}`);
    if (target.seq >= fact.seq) return refuse(`seq ${fact.supersedes} is not earlier than seq ${fact.seq}`);
    if (target.kind !== fact.kind)
      return refuse(`replaces a ${target.kind} with a ${fact.kind}; a correction keeps its kind`);
    if (target.withdraws) return refuse(`seq ${fact.supersedes} is a withdrawal and cannot be replaced`);
    const other = taken.get(fact.supersedes);
    if (other !== undefined) return refuse(`seq ${fact.supersedes} is already superseded by seq ${other}`);
    taken.set(fact.supersedes, fact.seq);
    return [];
  });
}
