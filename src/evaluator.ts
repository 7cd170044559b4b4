import { chartEvaluator } from '#modules/duties/evaluate-chart.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { enrolmentStatus } from '#modules/enrolment/status.ts';
import type { Evaluate } from '#modules/record/evaluation.ts';

/** The engine with what the slices make of the same facts for lists: stage, and since when. */
export function evaluatorOf(shelf: PolicyShelf): Evaluate {
  return chartEvaluator(shelf, enrolmentStatus);
}
