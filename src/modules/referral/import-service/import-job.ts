import { type JobHandler, stopIfAsked } from '#platform/jobs/handler.ts';
import { jobOf, stepJob, type ProgressKeeper } from '#modules/background/index.ts';
import type { ImportDeps } from './deps.ts';
import { runImport } from './run-import.ts';

export const IMPORT_JOB = 'referral.import';

/** The background half of an import, on the authority of the seat that asked. */
export function importJob(deps: ImportDeps, progress: ProgressKeeper): JobHandler {
  return progress.handler(IMPORT_JOB, async ({ data, signal }) => {
    const { job, caller } = jobOf(data);
    const counts = await runImport(deps, {
      batch: job,
      caller,
      between: () => stopIfAsked(signal),
      step: (db, done, unreadable) => stepJob(db, job, { done, failed: unreadable }),
    });
    return { counts };
  });
}
