import { chartEvaluator } from '#modules/duties/evaluate-chart.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { enrolmentStatus } from '#modules/enrolment/status.ts';
import type { Fact } from '#modules/facts/model.ts';
import type { Evaluate } from '#modules/record/evaluation.ts';

/** The engine with what the slices make of the same facts for lists: stage, since when, last successful contact. */
export function evaluatorOf(shelf: PolicyShelf): Evaluate {
  return chartEvaluator(shelf, summarize);
}

function summarize(facts: readonly Fact[]) {
  const { stage, since, lastContactOn } = enrolmentStatus(facts);
  return { stage, since, lastContactOn };
}
