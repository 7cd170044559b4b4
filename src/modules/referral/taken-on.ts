import { factsInForce } from '#modules/facts/in-force.ts';
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
  const last = factsInForce(facts).findLast((fact) => STEPS.has(fact.kind));
  return last?.kind === 'referral.accepted' || last?.kind === 'enrolment.started';
}
