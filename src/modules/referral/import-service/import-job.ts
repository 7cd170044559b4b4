import type pg from 'pg';
import { jobOf, type ProgressKeeper, stepJob } from '#modules/background/index.ts';
import { onPool, statement } from '#platform/database/db.ts';
import { type JobHandler, type JobRun, stopIfAsked } from '#platform/jobs/handler.ts';
import type { ImportDeps } from './deps.ts';
import { runImport } from './run-import.ts';

const STOPPED = statement(
  'import.stopped',
  `with stopped as (update kinfold.import_batch set state = 'stopped' where id = $1 and state = 'running' returning id)
   delete from kinfold.import_batch_file using stopped where batch = stopped.id`,
);

export const IMPORT_JOB = 'referral.import';

/** The background half of an import, on the authority of the seat that asked. */
export function importJob(deps: ImportDeps & { readonly owner: pg.Pool }, progress: ProgressKeeper): JobHandler {
  const stopped = async (batch: string) => void (await onPool(deps.owner).query(STOPPED, [batch]));
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
  return progress.handler(IMPORT_JOB, work, stopped);
}
