import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Pools } from '#platform/database/pools.ts';
import type { Seated } from './world.builder.ts';

/** A request role's own connection inside a transaction that is rolled back: what somebody has who can run SQL of their own. */
export interface RequestConnection {
  readonly run: <R extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<R[]>;
  /** Tries a statement and goes on; answers its error code, or `done`. */
  readonly tried: (sql: string, values?: unknown[]) => Promise<string>;
  /** The scope's settings as they stand. */
  readonly settings: () => Promise<Record<string, string>>;
}

export const tokenHash = (who: Seated): Buffer => createHash('sha256').update(who.token).digest();

const SETTINGS = ['actor', 'agencies', 'intake', 'charts', 'categories', 'seal'];

/** Runs `work` on one connection of a request role; nothing of it stays. */
export async function onRequestRole<T>(
  pools: Pools,
  role: 'staff' | 'assigned' | 'person',
  work: (connection: RequestConnection) => Promise<T>,
): Promise<T> {
  const client = await pools[role].connect();
  const run = async <R extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await client.query<R>(sql, values)).rows;
  const tried = async (sql: string, values: unknown[] = []) => {
    await client.query('savepoint tried');
    try {
      await client.query(sql, values);
      return 'done';
    } catch (error) {
      await client.query('rollback to tried');
      return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    }
  };
  const settings = async () =>
    Object.fromEntries(
      await Promise.all(
        SETTINGS.map(async (name) => {
          const [row] = await run<{ value: string }>(`select current_setting('kinfold.${name}', true) as value`);
          return [name, row?.value ?? ''] as const;
        }),
      ),
    );
  try {
    await client.query('begin');
    return await work({ run, tried, settings });
  } finally {
    await client.query('rollback').catch(() => {});
    client.release(true);
  }
}

/** The same, entered as a seat. */
export const entered = <T>(
  pools: Pools,
  role: 'staff' | 'assigned' | 'person',
  who: Seated,
  work: (connection: RequestConnection) => Promise<T>,
): Promise<T> =>
  onRequestRole(pools, role, async (connection) => {
    await connection.run('select kinfold.enter($1, $2)', [tokenHash(who), who.seat]);
    return work(connection);
  });

/** The same, inside a command of a chart: what somebody has who can add statements to it. */
export const inCommand = <T>(
  pools: Pools,
  role: 'staff' | 'assigned' | 'person',
  who: Seated,
  chart: string,
  work: (connection: RequestConnection) => Promise<T>,
): Promise<T> =>
  onRequestRole(pools, role, async (connection) => {
    await connection.run('select kinfold.open_command($1, $2, $3, $4, $5)', [
      tokenHash(who),
      who.seat,
      chart,
      randomUUID(),
      Buffer.alloc(32),
    ]);
    return work(connection);
  });
