export type { ImportDeps } from './deps.ts';
export { importJob } from './import-job.ts';
export { ImportStopped, type ImportSummary, importReferrals } from './in-process.ts';
export { importRoutes } from './routes.ts';
