import type { Clause, Pack, PackProblem } from '../model.ts';

/** What a pack calls care is a span it defines, and a duty speaks of the end of care only where the pack says what care is. */
export function checkCare(care: Pack['care'], clauses: readonly Clause[]): PackProblem[] {
  const rules = clauses.flatMap((clause) => clause.rules);
  if (care === null) {
    return rules
      .filter((rule) => rule.kind === 'duty' && rule.afterCare !== 'ends')
      .map(({ id, place }) => ({
        ...place,
        reason: `${id} says what happens "after care", but the pack does not say when that is: add "care" to it`,
      }));
  }
  const named = rules.some((rule) => rule.kind === 'term' && rule.id === care.span && rule.means.of === 'span');
  return named ? [] : [{ ...care.place, reason: `"care" names "${care.span}", which is not a span this pack defines` }];
}
