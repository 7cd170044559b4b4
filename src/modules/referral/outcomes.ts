import type { Outcome } from './contract.ts';
import { type Eligibility, eligibility, type OtherPath } from './eligibility.ts';
import { knownAnswers } from './known-answers.ts';
import { REVIEW_TASKS, type ReviewTaskCode } from './review-tasks.ts';

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

/** What the referral and its settled tasks come to by themselves: a decision and its reasons, for a person to take or leave. */
export function suggestedBy(...known: Parameters<typeof knownAnswers>): { outcome: Outcome; reasons: string[] } {
  const judged = eligibility(knownAnswers(...known));
  return { outcome: outcomeOf(judged), reasons: [...judged.reasons] };
}

/** Decisions that need not wait for open questions: they ask, or somebody must come now. */
const NEED_NOT_WAIT: readonly Outcome[] = ['more-information', 'mobile-response'];

/** Those of the open tasks, by their code, that a decision of this outcome waits for. */
export function waitsFor<T extends { readonly code: string }>(outcome: Outcome, open: readonly T[]): readonly T[] {
  if (NEED_NOT_WAIT.includes(outcome)) return [];
  return open.filter(({ code }) => REVIEW_TASKS[code as ReviewTaskCode]?.holdsDecision === true);
}
