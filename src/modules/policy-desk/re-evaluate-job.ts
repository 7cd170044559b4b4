import type { JobHandler } from '#platform/jobs/handler.ts';
import { stopIfAsked } from '#platform/jobs/handler.ts';
import type { Log } from '#platform/log/log.ts';
import { type ReEvaluateDeps, reEvaluate } from './re-evaluate.ts';

export const RE_EVALUATE_JOB = 'policy.re-evaluate';

/** `{ agency }`: that agency's charts; without one, everybody's. The numbers in force are read first. */
export function reEvaluateJob(
  deps: ReEvaluateDeps & { readonly refreshOverrides: () => Promise<void>; readonly log: Log },
): JobHandler {
  return {
    name: RE_EVALUATE_JOB,
    oneWaitingPer: ({ agency }) => String(agency ?? 'all'),
    run: async ({ data, signal }) => {
      await deps.refreshOverrides();
      const agency = typeof data['agency'] === 'number' ? data['agency'] : null;
      const done = await reEvaluate(deps, agency, () => stopIfAsked(signal));
      if (done.charts > 0) deps.log.info('charts evaluated again', { agency, ...done });
    },
  };
}
