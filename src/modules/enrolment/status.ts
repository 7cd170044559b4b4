import type { Fact } from '#modules/facts/model.ts';
import type { IsoDay } from '#shared/calendar-day.ts';

/** The stages of a chart, in the order they are lived (source: new-jersey.md section 9, inferred from the rules). */
export const STAGES = [
  'referred',
  'other-path',
  'to-assign',
  'assigned',
  'accepted',
  'enrolled',
  'planning',
  'active-community',
  'active-out-of-home',
  'transitioning',
  'transitioned',
  'ended',
] as const;
export type Stage = (typeof STAGES)[number];

export interface EnrolmentStatus {
  readonly stage: Stage;
  readonly since: IsoDay | null;
  /** A flag with its own clock, beside the stage. */
  readonly missing: boolean;
  readonly lastContactOn: IsoDay | null;
}

/** What the facts of a chart still in force say. Superseded and withdrawn facts do not count. */
export function factsInForce(facts: readonly Fact[]): readonly Fact[] {
  const replaced = new Set(facts.map((fact) => fact.supersedes).filter((seq) => seq !== undefined));
  return facts.filter((fact) => !replaced.has(fact.seq) && !fact.withdraws);
}

/** Ordered, named questions; the first yes is the stage. */
export function enrolmentStatus(all: readonly Fact[]): EnrolmentStatus {
  const facts = factsInForce(all);
  const last = (kind: string) => latest(facts, kind);
  const started = last('enrolment.started');
  const during = (kind: string) =>
    latest(
      facts.filter((fact) => started !== undefined && fact.on >= started.on),
      kind,
    );
  const stage = (name: Stage, fact: Fact | undefined): EnrolmentStatus => ({
    stage: name,
    since: fact?.on ?? null,
    missing: isOpen(facts, 'missing.started', 'missing.ended'),
    lastContactOn: last('contact.made')?.on ?? null,
  });

  const ended = during('enrolment.ended');
  const offeredAgain = last('referral.assigned');
  // A transfer, or a later referral: the next enrolment is on its way, and what came before is history.
  if (ended && offeredAgain && offeredAgain.seq > ended.seq) return beforeEnrolment(facts, stage);
  if (ended) return stage(ended.data['ground'] === 'goals-met' ? 'transitioned' : 'ended', ended);
  if (started) {
    if (during('transition.planned')) return stage('transitioning', during('transition.planned'));
    if (isAway(facts)) return stage('active-out-of-home', last('stay.started'));
    if (during('plan.approved')) return stage('active-community', during('plan.approved'));
    if (during('team-meeting.held')) return stage('planning', during('team-meeting.held'));
    return stage('enrolled', started);
  }
  return beforeEnrolment(facts, stage);
}

function beforeEnrolment(
  facts: readonly Fact[],
  stage: (name: Stage, fact: Fact | undefined) => EnrolmentStatus,
): EnrolmentStatus {
  const offered = latest(facts, 'referral.assigned');
  const accepted = latest(facts, 'referral.accepted');
  const returned = latest(facts, 'referral.returned');
  const decided = latest(facts, 'referral.decided');
  if (accepted && offered && accepted.seq > offered.seq) return stage('accepted', accepted);
  if (offered && !(returned && returned.seq > offered.seq)) return stage('assigned', offered);
  if (decided?.data['outcome'] === 'care-management') return stage('to-assign', decided);
  if (decided) return stage('other-path', decided);
  return stage('referred', latest(facts, 'referral.received'));
}

function latest(facts: readonly Fact[], kind: string): Fact | undefined {
  let found: Fact | undefined;
  for (const fact of facts) {
    if (fact.kind === kind && (!found || fact.on > found.on || (fact.on === found.on && fact.seq > found.seq)))
      found = fact;
  }
  return found;
}

function isOpen(facts: readonly Fact[], start: string, end: string): boolean {
  const started = latest(facts, start);
  const ended = latest(facts, end);
  return (
    started !== undefined && (!ended || ended.on < started.on || (ended.on === started.on && ended.seq < started.seq))
  );
}

/** New Jersey's ladder of treatment away from home; hospital, detention and leave are stays of another kind. */
const OUT_OF_HOME = new Set<unknown>([
  'treatment-home',
  'group-home',
  'psychiatric-community-home',
  'specialty',
  'residential-treatment',
  'intensive-residential',
  'substance-use-residential',
]);

function isAway(facts: readonly Fact[]): boolean {
  const ended = new Set(facts.filter((fact) => fact.kind === 'stay.ended').map((fact) => fact.data['stay']));
  return facts.some(
    (fact) => fact.kind === 'stay.started' && OUT_OF_HOME.has(fact.data['setting']) && !ended.has(fact.data['stay']),
  );
}
