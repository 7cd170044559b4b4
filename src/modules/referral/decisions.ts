import type { IsoDay } from '#shared/calendar-day.ts';
import type { EligibilityOutcome, OtherPath } from './eligibility.ts';
import type { EligibilityReason } from './eligibility-reasons.ts';

/** One decision on eligibility as it was made. A later one does not replace it: both stay, in order. */
export interface EligibilityDecision {
  readonly outcome: EligibilityOutcome;
  readonly path: OtherPath | null;
  readonly reasons: readonly EligibilityReason[];
  readonly on: IsoDay;
  /** `reconsideration`: asked for by the family; `new-information`: what was missing came in. */
  readonly occasion: 'first' | 'reconsideration' | 'new-information';
}

/** The decision that counts now: the last one made. */
export function decisionInForce(decisions: readonly EligibilityDecision[]): EligibilityDecision | null {
  return decisions.at(-1) ?? null;
}

/** The first decision, as it was told to the family. */
export function firstDecision(decisions: readonly EligibilityDecision[]): EligibilityDecision | null {
  return decisions[0] ?? null;
}

/** Why a decision cannot be added, or `null` when it can. */
export function decisionRefusal(
  decisions: readonly EligibilityDecision[],
  next: EligibilityDecision,
): 'first-already-made' | 'nothing-decided-yet' | 'before-the-last' | null {
  const last = decisionInForce(decisions);
  if (last === null) return next.occasion === 'first' ? null : 'nothing-decided-yet';
  if (next.occasion === 'first') return 'first-already-made';
  return next.on < last.on ? 'before-the-last' : null;
}
