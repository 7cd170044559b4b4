import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Log } from '#platform/log/log.ts';

/** Where the job runner keeps its own tables, apart from ours. */
export const JOBS_SCHEMA = 'pgboss';

/** Opens the job runner with its own few connections to the database the pool is for, as the pool's role. */
export async function openBoss(owner: pg.Pool, log: Log): Promise<PgBoss> {
  const { host, port, user, password, database, ssl } = owner.options;
  const boss = new PgBoss({
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(user === undefined ? {} : { user }),
    ...(typeof password === 'string' ? { password } : {}),
    ...(database === undefined ? {} : { database }),
    ...(ssl ? { ssl } : {}),
    application_name: 'kinfold-jobs',
    schema: JOBS_SCHEMA,
    max: 3,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  boss.on('error', (error) => log.warn('job runner', { error }));
  await boss.start();
  return boss;
}
