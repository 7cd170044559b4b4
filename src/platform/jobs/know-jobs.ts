import type pg from 'pg';
import { onPool, statement } from '#platform/database/db.ts';
import type { JobHandler } from './handler.ts';

const KNOW = statement(
  'jobs.know',
  'insert into kinfold.job_name (name) select unnest($1::text[]) on conflict do nothing',
);

/** Tells the database which kinds of job this program can run: a command that asks for any other is refused. */
export async function knowJobs(owner: pg.Pool, handlers: readonly JobHandler[]): Promise<void> {
  await onPool(owner).query(KNOW, [handlers.map(({ name }) => name)]);
}
