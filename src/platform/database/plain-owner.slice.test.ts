import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup } from './backup/backup.ts';
import { restore } from './backup/restore.ts';
import type { Connection } from './connection.ts';
import { onPool, plain } from './db.ts';
import { migrate } from './migrate.ts';
import { openPools, type Pools, withPool } from './pools.ts';
import { ensureRoles } from './roles.ts';
import { assertSafeRoles } from './safe-roles.ts';
import { type ThrowawayServer, throwawayServer } from './testing/throwaway-server.ts';

// Where PostgreSQL is rented, nobody gets a superuser: the owner may make roles and owns its database, no more.
const migrations = fileURLToPath(new URL('../../../db/migrations', import.meta.url));
const secret = 'shared by every process';

let server: ThrowawayServer;
let owner: Connection;
let pools: Pools;
let folder: string;

beforeAll(async () => {
  server = await throwawayServer();
  owner = { ...server.connection, user: 'tenant', password: 'rented', database: 'tenant' };
  await withPool(server.connection, async (pool) => {
    await pool.query("CREATE ROLE tenant LOGIN CREATEROLE PASSWORD 'rented'");
    await pool.query('CREATE DATABASE tenant OWNER tenant');
    await pool.query('CREATE DATABASE spare OWNER tenant');
  });
  pools = openPools(owner, { secret });
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-plain-owner-'));
});
afterAll(async () => {
  await pools.end();
  await server.discard();
  await rm(folder, { recursive: true });
});

test('roles, migrations and the guard at the start need no superuser, and run again', async () => {
  for (const _ of ['first start', 'next start']) {
    await ensureRoles(pools.owner, secret);
    await migrate(pools.owner, migrations);
    await expect(assertSafeRoles(pools)).resolves.toBeUndefined();
  }
  const { rows } = await onPool(pools.staff).query(plain('SELECT current_user AS who'));
  expect(rows).toEqual([{ who: 'kinfold_staff' }]);
});

test('backup and restore need no superuser', async () => {
  const file = path.join(folder, 'backup');
  const options = { passphrase: 'quiet lantern orchard 7', guessCost: 10 };
  const { bytes: _, ...taken } = await backup(owner, file, options);
  expect(await restore({ ...owner, database: 'spare' }, file, { ...options, migrations })).toEqual(taken);
});
