import { OUTCOME_WORDS, STAGE_WORDS } from './words.ts';

const outcomes: Readonly<Record<string, string>> = OUTCOME_WORDS;

/** Where a referral stands, in words: one that does not go on to care management says what was decided instead. */
export function standsAt(stage: string, outcome: string | null | undefined): string {
  const decided = stage === 'other-path' && outcome ? outcomes[outcome] : undefined;
  return decided ?? STAGE_WORDS[stage] ?? stage;
}
