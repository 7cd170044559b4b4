import { ageOn, type CalendarDay } from '#shared/calendar-day.ts';
import type { ConsentAnswer, DomainCode, IntensityCode } from './codes.ts';
import { SERVED_BEFORE_AGE, SERVED_FROM_AGE } from './consent-standing.ts';
import type { EligibilityReason } from './eligibility-reasons.ts';
import type { GroundCode } from './grounds.ts';

/**
 * What is known when eligibility is judged. Everything here was established or confirmed by a person; nothing is
 * guessed.
 */
export interface EligibilityFacts {
  readonly birthDay: CalendarDay;
  /** The day for which eligibility is judged. */
  readonly on: CalendarDay;
  /** Under 5: whether the CSA decided to take the youth in all the same. */
  readonly specialConsideration: 'yes' | 'no' | 'not-decided';
  readonly residence: 'new-jersey' | 'another-state' | 'not-confirmed';
  readonly domains: readonly DomainCode[];
  readonly consent: ConsentAnswer;
  /** Whether it is confirmed that the person who consented may. */
  readonly authorityConfirmed: boolean;
  readonly intensity: IntensityCode | null;
  /** Grounds a person found to be met; `null` while nobody has looked. */
  readonly grounds: readonly GroundCode[] | null;
  /** Somebody must come now: the family is in a crisis. */
  readonly crisisNow: boolean;
}

export type EligibilityOutcome = 'eligible' | 'not-eligible' | 'more-information' | 'other-path';

/** What there is other than a CMO. `csa-managed`: short-term services arranged by the CSA itself. */
export type OtherPath = 'mobile-response' | 'csa-managed' | 'developmental-disability' | 'substance-use';

export interface Eligibility {
  readonly outcome: EligibilityOutcome;
  /** Only with `other-path`. */
  readonly path: OtherPath | null;
  /** Why, the deciding ones only; for `more-information` everything that is missing, so that a family is asked once. */
  readonly reasons: readonly EligibilityReason[];
  /** Which letter tells the family; texts in `letter-text.ts`. */
  readonly letterTextKey: LetterTextKey;
}

export type LetterTextKey = 'eligible' | 'not-eligible' | 'more-information' | OtherPath;

/** What a question decides by itself. */
type Deciding =
  | { readonly outcome: 'not-eligible'; readonly reason: EligibilityReason }
  | { readonly outcome: 'other-path'; readonly path: OtherPath; readonly reason: EligibilityReason };
type Answer = Deciding | { readonly outcome: 'more-information'; readonly reason: EligibilityReason };

/** One named question: an answer when it decides or lacks something, `null` when all is well. */
type Question = (facts: EligibilityFacts, age: number) => Answer | null;

const isThereACrisisNow: Question = (facts) =>
  facts.crisisNow ? { outcome: 'other-path', path: 'mobile-response', reason: 'crisis-now' } : null;

const isTheYouthPastTheAge: Question = (_, age) =>
  age >= SERVED_BEFORE_AGE ? { outcome: 'not-eligible', reason: 'past-21st-birthday' } : null;

const isTheYouthUnderFive: Question = (facts, age) => {
  if (age >= SERVED_FROM_AGE || facts.specialConsideration === 'yes') return null;
  return facts.specialConsideration === 'no'
    ? { outcome: 'not-eligible', reason: 'under-5' }
    : { outcome: 'more-information', reason: 'special-consideration-open' };
};

const doesTheYouthLiveInNewJersey: Question = (facts) => {
  if (facts.residence === 'new-jersey') return null;
  return facts.residence === 'another-state'
    ? { outcome: 'not-eligible', reason: 'lives-elsewhere' }
    : { outcome: 'more-information', reason: 'residence-not-confirmed' };
};

const isThereConsent: Question = (facts) => {
  if (facts.consent === 'no') return { outcome: 'not-eligible', reason: 'said-no' };
  if (facts.consent === 'not-recorded') return { outcome: 'more-information', reason: 'consent-missing' };
  return facts.authorityConfirmed ? null : { outcome: 'more-information', reason: 'authority-not-confirmed' };
};

const isANeedNamed: Question = (facts) =>
  facts.domains.length === 0 ? { outcome: 'more-information', reason: 'no-need-named' } : null;

/** A single need with its own path goes there, unless a ground for care management has been found as well. */
const doesTheNeedHaveItsOwnPath: Question = (facts) => {
  const [only] = facts.domains;
  if (facts.domains.length !== 1 || (facts.grounds !== null && facts.grounds.length > 0)) return null;
  if (only === 'developmental-disability') {
    return { outcome: 'other-path', path: 'developmental-disability', reason: 'developmental-disability-only' };
  }
  return only === 'substance-use'
    ? { outcome: 'other-path', path: 'substance-use', reason: 'substance-use-only' }
    : null;
};

const isTheIntensityThatOfACmo: Question = (facts) => {
  if (facts.intensity === null) return { outcome: 'more-information', reason: 'intensity-not-known' };
  return facts.intensity === 'low' ? { outcome: 'other-path', path: 'csa-managed', reason: 'low-intensity' } : null;
};

const isAGroundMet: Question = (facts) => {
  if (facts.grounds === null) return { outcome: 'more-information', reason: 'grounds-not-reviewed' };
  return facts.grounds.length === 0 ? { outcome: 'other-path', path: 'csa-managed', reason: 'no-ground-met' } : null;
};

/** In the order they are asked: safety first, then what nothing can change, then what can be asked for. */
const QUESTIONS: readonly Question[] = [
  isThereACrisisNow,
  isTheYouthPastTheAge,
  isTheYouthUnderFive,
  doesTheYouthLiveInNewJersey,
  isThereConsent,
  isANeedNamed,
  doesTheNeedHaveItsOwnPath,
  isTheIntensityThatOfACmo,
  isAGroundMet,
];

/**
 * Judges whether a youth may be served by a CMO, or where else help is. A crisis, and what makes a youth not eligible,
 * decide at once; another path is pointed to only when nothing asked before it is open, because that may change it.
 */
export function eligibility(facts: EligibilityFacts): Eligibility {
  const age = ageOn(facts.birthDay, facts.on);
  const answers = QUESTIONS.flatMap((question) => question(facts, age) ?? []);
  const [first] = answers;
  // A crisis is asked for first, so nothing stands before it.
  const never = first?.reason === 'crisis-now' ? first : answers.find(({ outcome }) => outcome === 'not-eligible');
  const decides = never ?? first;
  if (decides && decides.outcome !== 'more-information') return decided(decides);
  const missing = answers.filter((answer) => answer.outcome === 'more-information').map((answer) => answer.reason);
  if (missing.length > 0) {
    return { outcome: 'more-information', path: null, reasons: missing, letterTextKey: 'more-information' };
  }
  return { outcome: 'eligible', path: null, reasons: ['all-conditions-met'], letterTextKey: 'eligible' };
}

function decided(answer: Deciding): Eligibility {
  const path = answer.outcome === 'other-path' ? answer.path : null;
  return { outcome: answer.outcome, path, reasons: [answer.reason], letterTextKey: path ?? 'not-eligible' };
}
