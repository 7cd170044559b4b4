import { OUTCOMES, type Outcome } from '../../contract.ts';

import { ELIGIBILITY_REASONS, type EligibilityReason } from '../../eligibility-reasons.ts';
import type { LetterKey } from '../../letter-text.ts';
import type { CameBack } from './opened.ts';
import { ELIGIBILITY } from './opened-words.ts';

/** Which letter tells a family of a decision. */
const LETTER_OF: Readonly<Record<Outcome, LetterKey>> = {
  eligible: 'eligible',
  'not-eligible': 'not-eligible',
  'more-information': 'more-information',
  'mobile-response': 'mobile-response',
  'short-term': 'csa-managed',
  'idd-path': 'developmental-disability',
  'substance-use-path': 'substance-use',
};

/** What the family hears once it came back; of the others nothing until it is decided what follows. */
const LETTER_SINCE: Readonly<Partial<Record<NonNullable<CameBack['because']>, LetterKey>>> = {
  'family-said-no': 'said-no-since',
  'other-county': 'looked-for-again',
  other: 'looked-for-again',
};

/** Which letter tells a family where it stands: of the decision, or of what became of it since. Null: there is none to write now. */
export function letterNow(outcome: Outcome, back: CameBack | null): LetterKey | null {
  if (back === null || outcome !== 'eligible') return LETTER_OF[outcome];
  if (back.fromTransfer) return null;
  return back.because === null ? 'looked-for-again' : (LETTER_SINCE[back.because] ?? null);
}

export const isReason = (text: string): text is EligibilityReason => text in ELIGIBILITY_REASONS;

/** A reason as it is read: the sentence of a code, or the words somebody wrote. */
export function reasonWords(reason: string): string {
  if (reason === 'recorded-from-document') return ELIGIBILITY.reasonRecorded;
  return isReason(reason) ? ELIGIBILITY_REASONS[reason] : reason;
}

/** The outcomes by the text a select gives back. */
export const OUTCOMES_BY_NAME: ReadonlyMap<string, Outcome> = new Map(OUTCOMES.map((outcome) => [outcome, outcome]));
