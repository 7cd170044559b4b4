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

/** The chart that a likely duplicate is compared with, where it can still be shown: it may have been set right meanwhile. */
export const comparedWith = (opened: Opened, { detail }: OpenedTask): Opened['duplicates'][number] | undefined =>
  opened.duplicates.find(({ chart, linked }) => chart === detail['chart'] && linked === null);

/**
 * The decision that counts now: the last one that no later one takes the place of. To ask for more counts as long as nothing
 * is decided: what was decided after it, on the same day too, is what stands.
 */
export function decisionNow(opened: Opened): Opened['decisions'][number] | undefined {
  const replaced = new Set(opened.decisions.map((decision) => decision.supersedes));
  const standing = opened.decisions.filter((decision) => !replaced.has(decision.id));
  return standing.findLast(({ outcome }) => outcome !== 'more-information') ?? standing.at(-1);
}

/** The offer that waits for an answer. */
export const offerNow = (opened: Opened): Opened['assignments'][number] | undefined =>
  opened.assignments.findLast((assignment) => assignment.state === 'offered');

/** Why this organization sent the referral back, where its last answer did; null where it did not. */
export function returnedBy(
  { assignments }: Pick<Opened, 'assignments'>,
  agency: number,
): NonNullable<Opened['assignments'][number]['returnedBecause']> | null {
  const last = assignments.findLast(({ toAgency }) => toAgency === agency);
  return last?.state === 'returned' ? (last.returnedBecause ?? 'other') : null;
}

/** A referral that was given back and waits. */
export interface CameBack {
  readonly because: Opened['assignments'][number]['returnedBecause'];
  /** The day it came back; null where the answer has no instant. */
  readonly at: string | null;
  /** The youth was in care before: a transfer came back, and eligibility is no longer the question. */
  readonly fromTransfer: boolean;
}

/** The answer by which it came back, while it waits for what is decided next; null otherwise. */
export function cameBack({ stage, assignments }: Pick<Opened, 'stage' | 'assignments'>): CameBack | null {
  const last = assignments.at(-1);
  if (stage !== 'to-assign' || last?.state !== 'returned') return null;
  const fromTransfer = assignments.some(({ state }) => state === 'accepted');
  return { because: last.returnedBecause, at: last.answeredAt, fromTransfer };
}
