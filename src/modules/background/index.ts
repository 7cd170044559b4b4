export { jobOf, ProgressKeeper, stepJob } from './progress.ts';
export { backgroundRoutes } from './routes.ts';
