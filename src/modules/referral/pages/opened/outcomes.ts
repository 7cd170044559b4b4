import { OUTCOMES, type Outcome } from '../../contract.ts';
import type { LetterTextKey } from '../../eligibility.ts';
import { ELIGIBILITY_REASONS, type EligibilityReason } from '../../eligibility-reasons.ts';
import { ELIGIBILITY } from './opened-words.ts';

/** Which letter tells a family of a decision. */
export const LETTER_OF: Readonly<Record<Outcome, LetterTextKey>> = {
  eligible: 'eligible',
  'not-eligible': 'not-eligible',
  'more-information': 'more-information',
  'mobile-response': 'mobile-response',
  'short-term': 'csa-managed',
  'idd-path': 'developmental-disability',
  'substance-use-path': 'substance-use',
};

export const isReason = (text: string): text is EligibilityReason => text in ELIGIBILITY_REASONS;

/** A reason as it is read: the sentence of a code, or the words somebody wrote. */
export function reasonWords(reason: string): string {
  if (reason === 'recorded-from-document') return ELIGIBILITY.reasonRecorded;
  return isReason(reason) ? ELIGIBILITY_REASONS[reason] : reason;
}

/** The outcomes by the text a select gives back. */
export const OUTCOMES_BY_NAME: ReadonlyMap<string, Outcome> = new Map(OUTCOMES.map((outcome) => [outcome, outcome]));
