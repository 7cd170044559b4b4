import type { AnswerOf } from '#platform/http/operation.ts';
import type { openReferral } from '../../contract.ts';
import { ReferralDraft } from '../../model.ts';

export type Opened = AnswerOf<typeof openReferral>;
export type OpenedTask = Opened['tasks'][number];

/** The referral as it was registered; `null` when there is none or it was written before today's form. */
export function draftOf(opened: Opened): ReferralDraft | null {
  return ReferralDraft.safeParse(opened.referral?.asRegistered).data ?? null;
}

export const openTasks = (opened: Opened): readonly OpenedTask[] =>
  opened.tasks.filter((task) => task.settledAt === null);

/** The decision that counts now: the last one that no later one takes the place of. */
export function decisionNow(opened: Opened): Opened['decisions'][number] | undefined {
  const replaced = new Set(opened.decisions.map((decision) => decision.supersedes));
  return opened.decisions.findLast((decision) => !replaced.has(decision.id));
}

/** The offer that waits for an answer. */
export const offerNow = (opened: Opened): Opened['assignments'][number] | undefined =>
  opened.assignments.findLast((assignment) => assignment.state === 'offered');
