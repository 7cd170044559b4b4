import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import { plain, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import type { JobHandler } from './handler.ts';
import { howKept } from './how-kept.ts';

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
      const handler = handlers.get(name);
      const key = handler?.oneWaitingPer?.(data);
      await boss.send(name, data, {
        db,
        ...(key === undefined ? {} : { singletonKey: key }),
        ...howKept(handler ?? {}),
      });
    }
    return rows.length;
  });
}
