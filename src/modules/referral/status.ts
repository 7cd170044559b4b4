import type { IsoDay } from '#shared/calendar-day.ts';
import { decisionInForce, type EligibilityDecision } from './decisions.ts';

/** What has happened to a referral. */
export interface ReferralFacts {
  /** Somebody at the CSA began to look at it. */
  readonly reviewBegunOn: IsoDay | null;
  /** In the order they were made. */
  readonly decisions: readonly EligibilityDecision[];
  /** The family asked to have the last decision looked at again, and no decision has followed. */
  readonly reconsiderationAskedOn: IsoDay | null;
  /** The CMO it was last assigned to, and that CMO's answer to this assignment. */
  readonly assignment: {
    readonly cmo: string;
    readonly on: IsoDay;
    readonly answer: 'accepted' | 'returned' | null;
  } | null;
  readonly enrolledOn: IsoDay | null;
  /** The family or young adult took the referral back. */
  readonly withdrawnOn: IsoDay | null;
  /** It was found to be the same as another referral. */
  readonly mergedInto: string | null;
}

export const REFERRAL_STATUSES = {
  received: 'Received',
  'in-review': 'In review',
  'more-information': 'More information needed',
  'not-eligible': 'Not eligible',
  'other-path': 'Another path',
  eligible: 'Eligible',
  reconsideration: 'Being reconsidered',
  assigned: 'Assigned',
  accepted: 'Accepted',
  returned: 'Returned by the CMO',
  enrolled: 'Enrolled',
  withdrawn: 'Taken back',
  merged: 'Merged with another referral',
} as const;
export type ReferralStatus = keyof typeof REFERRAL_STATUSES;

/** One named question: the status if it applies, otherwise `null`. */
type Question = (facts: ReferralFacts) => ReferralStatus | null;

const isItTheSameAsAnother: Question = (facts) => (facts.mergedInto === null ? null : 'merged');
const isTheYouthEnrolled: Question = (facts) => (facts.enrolledOn === null ? null : 'enrolled');
const wasItTakenBack: Question = (facts) => (facts.withdrawnOn === null ? null : 'withdrawn');
const isItBeingReconsidered: Question = (facts) => (facts.reconsiderationAskedOn === null ? null : 'reconsideration');

/** An assignment counts only while the decision in force is "eligible". */
const isItWithACmo: Question = ({ assignment, decisions }) => {
  if (assignment === null || decisionInForce(decisions)?.outcome !== 'eligible') return null;
  return assignment.answer ?? 'assigned';
};

const isItDecided: Question = ({ decisions }) => decisionInForce(decisions)?.outcome ?? null;
const isSomebodyLooking: Question = (facts) => (facts.reviewBegunOn === null ? null : 'in-review');

const QUESTIONS: readonly Question[] = [
  isItTheSameAsAnother,
  isTheYouthEnrolled,
  wasItTakenBack,
  isItBeingReconsidered,
  isItWithACmo,
  isItDecided,
  isSomebodyLooking,
];

/**
 * Where a referral stands: the first question that applies; a referral to which nothing has happened yet is `received`.
 */
export function referralStatus(facts: ReferralFacts): ReferralStatus {
  for (const question of QUESTIONS) {
    const status = question(facts);
    if (status !== null) return status;
  }
  return 'received';
}
