export { recordEditions } from './editions/record-editions.ts';
export { askReEvaluation, type FollowedOverrides, followOverrides } from './follow-overrides.ts';
export type { ReEvaluateDeps, ReEvaluated } from './re-evaluate.ts';
export { reEvaluateJob } from './re-evaluate-job.ts';
export { policyDeskRoutes } from './routes.ts';
export { whatIfJob } from './what-if-job.ts';
