export { moveChartsJob } from './move-charts-job.ts';
export { bulkRoutes } from './routes.ts';
