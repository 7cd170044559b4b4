import type pg from 'pg';
import { ignoreLoss, onPool, plain, statement } from '#platform/database/db.ts';
import { COUNTED } from './queries.ts';

/** What came in stays and is counted; the text of the file is kept no longer. */
const STOP = statement(
  'import.stop',
  `with stopped as (update kinfold.import_batch set state = 'stopped', counts = ${COUNTED} where id = $1 and state = 'running' returning id)
   delete from kinfold.import_batch_file using stopped where batch = stopped.id`,
);

/** Whoever runs an import in a process of its own holds this lock of it for as long as it lives. */
const lockOf = (batch: string) => `hashtextextended(${batch}::text, 14)`;
const HOLD = plain(`select pg_advisory_lock(${lockOf('$1')})`);
const LET_GO = plain(`select pg_advisory_unlock(${lockOf('$1')})`);
/** Imports under way that are no job's and that nobody holds: their process ended without a word. */
const ABANDONED = statement(
  'import.abandoned',
  `with own as materialized (select b.id from kinfold.import_batch b
     where b.state = 'running' and not exists (select 1 from kinfold.job_progress p where p.id = b.id))
   select id from own where pg_try_advisory_xact_lock(${lockOf('id')})`,
);

/** Says that an import went no further. The same file again takes up where it ended: what is here already is left out. */
export async function stopImport(owner: pg.Pool, batch: string): Promise<void> {
  await onPool(owner).query(STOP, [batch]);
}

/** Stops every import whose process is gone, as after `kill -9`. */
export async function stopAbandoned(owner: pg.Pool): Promise<void> {
  const { rows } = await onPool(owner).query<{ id: string }>(ABANDONED);
  for (const { id } of rows) await stopImport(owner, id);
}

/** Does the work while the import is held as under way by this process. However it ends, the hold ends with it. */
export async function whileHeld<T>(owner: pg.Pool, batch: string, work: () => Promise<T>): Promise<T> {
  const client = await owner.connect();
  client.on('error', ignoreLoss);
  try {
    await client.query(HOLD.text, [batch]);
    return await work();
  } finally {
    // A connection that was lost has let go already.
    await client.query(LET_GO.text, [batch]).catch(() => {});
    client.off('error', ignoreLoss);
    client.release();
  }
}
