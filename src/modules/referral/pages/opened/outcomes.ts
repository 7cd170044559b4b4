import { OUTCOMES, type Outcome } from '../../contract.ts';
import type { Eligibility, LetterTextKey, OtherPath } from '../../eligibility.ts';
import { ELIGIBILITY_REASONS, type EligibilityReason } from '../../eligibility-reasons.ts';
import { ELIGIBILITY } from './opened-words.ts';

const OF_PATH = {
  'mobile-response': 'mobile-response',
  'csa-managed': 'short-term',
  'developmental-disability': 'idd-path',
  'substance-use': 'substance-use-path',
} as const satisfies Record<OtherPath, Outcome>;

/** The decision that a judgement comes to. */
export function outcomeOf({ outcome, path }: Eligibility): Outcome {
  if (outcome !== 'other-path') return outcome;
  return path === null ? 'more-information' : OF_PATH[path];
}

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

/** Decisions that need not wait for open questions: they ask, or somebody must come now. */
export const NEED_NOT_WAIT: readonly Outcome[] = ['more-information', 'mobile-response'];

export const isReason = (text: string): text is EligibilityReason => text in ELIGIBILITY_REASONS;

/** A reason as it is read: the sentence of a code, or the words somebody wrote. */
export function reasonWords(reason: string): string {
  if (reason === 'recorded-from-document') return ELIGIBILITY.reasonRecorded;
  return isReason(reason) ? ELIGIBILITY_REASONS[reason] : reason;
}

/** The outcomes by the text a select gives back. */
export const OUTCOMES_BY_NAME: ReadonlyMap<string, Outcome> = new Map(OUTCOMES.map((outcome) => [outcome, outcome]));
