export { askReEvaluation, type FollowedOverrides, followOverrides } from './follow-overrides.ts';
export { type ReEvaluateDeps, type ReEvaluated, reEvaluate } from './re-evaluate.ts';
export { RE_EVALUATE_JOB, reEvaluateJob } from './re-evaluate-job.ts';
export { policyDeskRoutes } from './routes.ts';
export { whatIfJob } from './what-if-job.ts';
