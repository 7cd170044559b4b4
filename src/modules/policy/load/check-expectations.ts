import type { Clause, PackProblem } from '../model.ts';

/** An example asks about rules that exist, and corrects facts it gave before: otherwise it would show nothing, silently. */
export function checkExpectations(clauses: readonly Clause[]): PackProblem[] {
  const rules = new Set(clauses.flatMap((clause) => clause.rules.map(({ kind, id }) => `${kind} ${id}`)));
  const examples = clauses.flatMap((clause) => clause.examples);
  return examples.flatMap(({ title, given, then, place }) => [
    ...then
      .filter(({ of, rule }) => !rules.has(`${of} ${rule}`))
      .map((one) => ({
        ...one.place,
        reason: `example "${title}" asks about ${one.of} ${one.rule}, which does not exist`,
      })),
    ...given
      .filter(({ kind, supersedes }, index) => supersedes !== undefined && !isEarlier(given, index, supersedes, kind))
      .map(({ kind, supersedes }) => ({
        ...place,
        reason: `example "${title}" corrects no. ${supersedes}, which is no earlier ${kind}`,
      })),
  ]);
}

function isEarlier(given: readonly { readonly kind: string }[], index: number, no: number, kind: string): boolean {
  return no <= index && given[no - 1]?.kind === kind;
}
