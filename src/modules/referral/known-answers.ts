import { type CalendarDay, day } from '#shared/calendar-day.ts';
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
    authorityConfirmed: authorityConfirmed(draft, answer),
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

function authorityConfirmed(draft: ReferralDraft, answer: Answer): boolean {
  if (answer('authority') !== null) return answer('authority') === 'may-consent';
  return draft.consent.authority !== 'to-confirm' || answer('adult-consent') === 'said-yes';
}
