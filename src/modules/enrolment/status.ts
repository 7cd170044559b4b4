import { factsInForce } from '#modules/facts/in-force.ts';
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
}

/** Ordered, named questions; the first yes is the stage. */
export function enrolmentStatus(all: readonly Fact[]): EnrolmentStatus {
  const facts = factsInForce(all);
  const latest = latestByKind(facts);
  const last = (kind: string) => latest.get(kind);
  const started = last('enrolment.started');
  const during = (kind: string) => {
    const found = last(kind);
    return started !== undefined && found !== undefined && found.on >= started.on ? found : undefined;
  };
  const stage = (name: Stage, fact: Fact | undefined): EnrolmentStatus => ({
    stage: name,
    since: fact?.on ?? null,
    missing: isOpen(last('missing.started'), last('missing.ended')),
  });

  const ended = isOpen(started, last('enrolment.ended')) ? undefined : during('enrolment.ended');
  const offeredAgain = last('referral.assigned');
  // A transfer, or a later referral: the next enrolment is on its way, and what came before is history.
  if (ended && offeredAgain && offeredAgain.seq > ended.seq) return beforeEnrolment(last, stage);
  if (ended) return stage(ended.data['ground'] === 'goals-met' ? 'transitioned' : 'ended', ended);
  if (started) {
    if (during('transition.planned')) return stage('transitioning', during('transition.planned'));
    const away = stayAway(facts);
    if (away) return stage('active-out-of-home', away);
    if (during('plan.approved')) return stage('active-community', during('plan.approved'));
    if (during('team-meeting.held')) return stage('planning', during('team-meeting.held'));
    return stage('enrolled', started);
  }
  return beforeEnrolment(last, stage);
}

function beforeEnrolment(
  last: (kind: string) => Fact | undefined,
  stage: (name: Stage, fact: Fact | undefined) => EnrolmentStatus,
): EnrolmentStatus {
  const offered = last('referral.assigned');
  const accepted = last('referral.accepted');
  const returned = last('referral.returned');
  const decided = last('referral.decided');
  // Given back, also after it was accepted: a family may say no until the day of enrolment.
  const stands = offered && !(returned && returned.seq > offered.seq);
  if (stands && accepted && accepted.seq > offered.seq) return stage('accepted', accepted);
  if (stands) return stage('assigned', offered);
  // Given back, it waits since then.
  const waitsSince = returned && decided && returned.seq > decided.seq ? returned : decided;
  if (decided?.data['outcome'] === 'care-management') return stage('to-assign', waitsSince);
  if (decided) return stage('other-path', decided);
  return stage('referred', last('referral.received'));
}

/**
 * The last fact of each kind, by day and then by arrival: found in one pass, since every evaluation of a chart asks. From
 * the end, because what was recorded last is nearly always what happened last.
 */
function latestByKind(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  const latest = new Map<string, Fact>();
  for (let index = facts.length - 1; index >= 0; index -= 1) {
    const fact = facts[index] as Fact;
    const known = latest.get(fact.kind);
    if (known === undefined || fact.on > known.on || (fact.on === known.on && fact.seq > known.seq))
      latest.set(fact.kind, fact);
  }
  return latest;
}

/** Begun and not ended. Of a beginning and an end on one day the later in the history counts: a transfer has both. */
function isOpen(started: Fact | undefined, ended: Fact | undefined): boolean {
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

/** The stay in treatment away from home that has not ended; the earliest, should there be two. */
function stayAway(facts: readonly Fact[]): Fact | undefined {
  const ended = new Set<unknown>();
  for (const { kind, data } of facts) if (kind === 'stay.ended') ended.add(data['stay']);
  return facts.find(
    ({ kind, data }) => kind === 'stay.started' && OUT_OF_HOME.has(data['setting']) && !ended.has(data['stay']),
  );
}
