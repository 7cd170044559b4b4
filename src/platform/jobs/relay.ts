import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import { plain, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import type { JobHandler } from './handler.ts';

const TAKE = statement(
  'jobs.take-requests',
  `delete from kinfold.job_request where id in (
     select id from kinfold.job_request where name = any ($1::text[]) order by id limit 100 for update skip locked) returning id, name, data`,
);

interface Asked {
  readonly id: number;
  readonly name: string;
  readonly data: Record<string, unknown>;
}

/** Longest a job may run before it is taken for lost, in seconds; one without a sign of life is lost much sooner. */
const LONGEST_S = 6 * 3600;
const SIGN_OF_LIFE_S = 20;

/**
 * Hands jobs that committed commands asked for to the job runner. Taking them and handing them over is one transaction:
 * each arrives exactly once, whatever is killed. Returns how many.
 */
export async function relayRequests(
  owner: pg.Pool,
  boss: PgBoss,
  handlers: ReadonlyMap<string, JobHandler>,
): Promise<number> {
  return transaction(owner, async (tx) => {
    const db = {
      executeSql: async (text: string, values: unknown[] = []) =>
        tx.query<Record<string, unknown>>(plain(text), values),
    };
    const { rows } = await tx.query<Asked>(TAKE, [[...handlers.keys()]]);
    for (const { name, data } of rows.sort((a, b) => a.id - b.id)) {
      const key = handlers.get(name)?.oneWaitingPer?.(data);
      await boss.send(name, data, {
        db,
        ...(key === undefined ? {} : { singletonKey: key }),
        retryLimit: 5,
        retryDelay: 1,
        heartbeatSeconds: SIGN_OF_LIFE_S,
        expireInSeconds: LONGEST_S,
        deleteAfterSeconds: 86_400,
      });
    }
    return rows.length;
  });
}
