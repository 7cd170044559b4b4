import type { Fact } from '#modules/facts/model.ts';

const STEPS = new Set([
  'referral.assigned',
  'referral.accepted',
  'referral.returned',
  'enrolment.started',
  'enrolment.ended',
]);

/** Whether an organization has taken the youth on: deciding anew, or offering elsewhere, is then not the administrator's. */
export function takenOn(facts: readonly Fact[]): boolean {
  const replaced = new Set(facts.map((fact) => fact.supersedes));
  const last = facts.findLast((fact) => STEPS.has(fact.kind) && !replaced.has(fact.seq) && !fact.withdraws);
  return last?.kind === 'referral.accepted' || last?.kind === 'enrolment.started';
}
