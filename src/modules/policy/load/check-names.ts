import type { Clause, PackProblem } from '../model.ts';

const FOREVER = Number.POSITIVE_INFINITY;

/**
 * One id, one clause, and one rule; unless the days in force lie apart, when they are versions of the same clause.
 * Days that overlap contradict each other.
 */
export function checkNames(clauses: readonly Clause[]): PackProblem[] {
  const problems: PackProblem[] = [];
  const seenClauses = new Map<string, Clause[]>();
  const seenRules = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const clash = (seenClauses.get(clause.id) ?? []).find((other) => overlap(other, clause));
    if (clash) {
      const other = `${clash.place.file} line ${clash.place.line}`;
      problems.push({
        ...clause.place,
        reason: `clause ${clause.id} is already in force on some of these days (${other})`,
      });
    }
    seenClauses.set(clause.id, [...(seenClauses.get(clause.id) ?? []), clause]);
    for (const rule of clause.rules) {
      const twice = (seenRules.get(rule.id) ?? []).some((other) => other === clause || overlap(other, clause));
      if (twice && !clash) problems.push({ ...rule.place, reason: `there is already a rule called ${rule.id}` });
      seenRules.set(rule.id, [...(seenRules.get(rule.id) ?? []), clause]);
    }
  }
  return problems;
}

function overlap(a: Clause, b: Clause): boolean {
  return a.from <= (b.to ?? FOREVER) && b.from <= (a.to ?? FOREVER);
}
