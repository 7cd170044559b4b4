import type pg from 'pg';
import { jobOf, type ProgressKeeper, stepJob } from '#modules/background/index.ts';
import { type JobHandler, type JobRun, stopIfAsked } from '#platform/jobs/handler.ts';
import type { ImportDeps } from './deps.ts';
import { stopAbandoned, stopImport } from './end-import.ts';
import { runImport } from './run-import.ts';

export const IMPORT_JOB = 'referral.import';

/** The background half of an import, on the authority of the seat that asked. */
export function importJob(deps: ImportDeps & { readonly owner: pg.Pool }, progress: ProgressKeeper): JobHandler {
  const work = async ({ data, signal }: JobRun) => {
    const { job, caller } = jobOf(data);
    const counts = await runImport(deps, {
      batch: job,
      caller,
      between: () => stopIfAsked(signal),
      step: (db, done, unreadable) => stepJob(db, job, { done, failed: unreadable }),
    });
    return { counts };
  };
  const handler = progress.handler(IMPORT_JOB, work, (batch) => stopImport(deps.owner, batch));
  return {
    ...handler,
    // Those of the command line too, which are no jobs.
    giveUpLost: async () => {
      await handler.giveUpLost?.();
      await stopAbandoned(deps.owner);
    },
  };
}
