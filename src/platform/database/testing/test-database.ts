import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type { Connection } from '../connection.ts';
import { openPools, type Pools, withPool } from '../pools.ts';
import { withoutTemporary } from '../roles.ts';

export interface TestDatabase {
  readonly pools: Pools;
  readonly ownerConnection: Connection;
  readonly secret: string;
  /** Closes the pools and deletes the database. */
  readonly drop: () => Promise<void>;
}

const SMALL = { owner: 2, staff: 4, assigned: 4, person: 4, engine: 4, reports: 2 };

/** A database of the test file's own, copied from the migrated template, with its pools. Call `drop` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { template } = inject('testServer');
  return open(template);
}

/** The same without any migration: for tests of the database platform itself. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return open('template0');
}

async function open(template: string): Promise<TestDatabase> {
  const { connection, secret } = inject('testServer');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(connection, `CREATE DATABASE ${database} TEMPLATE ${template}`);
  const ownerConnection = { ...connection, database };
  const pools = openPools(ownerConnection, { secret, sizes: SMALL });
  await withoutTemporary(pools.owner);
  const drop = async () => {
    await pools.end();
    await asOwner(connection, `DROP DATABASE ${database} WITH (FORCE)`);
  };
  return { pools, ownerConnection, secret, drop };
}

async function asOwner(connection: Connection, sql: string): Promise<void> {
  await withPool({ ...connection, database: 'postgres' }, (pool) => pool.query(sql));
}
