import { ageOn, type CalendarDay, day } from '#shared/calendar-day.ts';
import { CONSENTS_FROM_AGE, consentStanding } from './consent-standing.ts';
import type { EligibilityFacts } from './eligibility.ts';
import type { ReferralDraft } from './model.ts';
import type { ReviewTaskCode } from './review-tasks.ts';

interface Settled {
  readonly code: string;
  readonly settledAt: string | null;
  readonly answer: string | null;
}

/**
 * What eligibility asks, answered as far as the referral and the settled tasks tell. Nothing is guessed: what nobody
 * has confirmed stays open.
 */
export function knownAnswers(draft: ReferralDraft, tasks: readonly Settled[], on: CalendarDay): EligibilityFacts {
  const answer = (code: ReviewTaskCode) => tasks.findLast((task) => task.code === code)?.answer ?? null;
  return {
    birthDay: day(draft.youth.birthDay),
    on,
    specialConsideration: specialConsideration(answer('under-5')),
    residence: residence(draft, tasks, answer),
    domains: draft.domains,
    consent: consent(draft, answer('adult-consent') ?? answer('no-consent')),
    authorityConfirmed: authorityConfirmed(draft, answer, on),
    intensity: draft.intensity,
    grounds: null,
    crisisNow: false,
  };
}

function specialConsideration(answer: string | null): EligibilityFacts['specialConsideration'] {
  if (answer === null) return 'not-decided';
  return answer === 'special-consideration-given' ? 'yes' : 'no';
}

type Answer = (code: ReviewTaskCode) => string | null;

function residence(draft: ReferralDraft, tasks: readonly Settled[], answer: Answer): EligibilityFacts['residence'] {
  const { state, county } = draft.address;
  if (state !== null && state !== 'NJ') {
    if (answer('other-state') === 'lives-in-new-jersey') return 'new-jersey';
    return answer('other-state') === 'lives-elsewhere' ? 'another-state' : 'not-confirmed';
  }
  const asked: readonly string[] = ['county-unclear', 'county-zip-mismatch'];
  const open = tasks.some((task) => asked.includes(task.code) && task.settledAt === null);
  return open || (county === null && answer('county-unclear') === null) ? 'not-confirmed' : 'new-jersey';
}

function consent(draft: ReferralDraft, answer: string | null): EligibilityFacts['consent'] {
  if (answer === 'said-yes') return 'yes';
  return answer === 'said-no' ? 'no' : draft.consent.given;
}

/**
 * Whether the yes is that of somebody who may say it. Of a yes that was given when somebody asked, that follows from who the
 * caregiver is, as of one that was told; and what a caregiver may say ends on the 18th birthday, also between call and decision.
 */
function authorityConfirmed(draft: ReferralDraft, answer: Answer, on: CalendarDay): boolean {
  const { youth, guardian, caller, consent } = draft;
  if (answer('adult-consent') !== null) return answer('adult-consent') === 'said-yes';
  const age = ageOn(day(youth.birthDay), on);
  const caregiverNamed = Boolean(guardian.firstName ?? guardian.lastName);
  const asked = { age, caller: caller.code, relationship: guardian.relationship.code, caregiverNamed };
  const saidYes = consent.given === 'not-recorded' && answer('no-consent') === 'said-yes';
  const authority = saidYes ? consentStanding(asked).authority : consent.authority;
  if (age >= CONSENTS_FROM_AGE) return authority === 'self' || authority === 'court-order';
  return answer('authority') === null ? authority !== 'to-confirm' : answer('authority') === 'may-consent';
}
