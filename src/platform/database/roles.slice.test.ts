import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPool, plain } from './db.ts';
import { clientConfig, openPools, type Pools } from './pools.ts';
import { ensureRoles, RolesInUse, withoutTemporary } from './roles.ts';
import { assertSafeRoles, UnsafeRoles } from './safe-roles.ts';
import { type ThrowawayServer, throwawayServer } from './testing/throwaway-server.ts';

// Roles belong to a whole cluster, and other test files use those of the shared one.
let server: ThrowawayServer;
let pools: Pools;

beforeAll(async () => {
  server = await throwawayServer();
  pools = openPools(server.connection, { secret: server.secret });
});
afterAll(async () => {
  await pools.end();
  await server.discard();
});

const whoAmI = async () => {
  const { rows } = await onPool(pools.staff).query(plain('SELECT current_user AS who'));
  return rows;
};

test('many processes making the roles at once make them once', async () => {
  await Promise.all(Array.from({ length: 4 }, () => ensureRoles(pools.owner, server.secret)));
  expect(await whoAmI()).toEqual([{ who: 'kinfold_staff' }]);
});

test('a password that works is not written again', async () => {
  const stored = async () =>
    (await pools.owner.query("SELECT rolpassword FROM pg_authid WHERE rolname = 'kinfold_staff'")).rows;
  const before = await stored();
  await ensureRoles(pools.owner, server.secret);
  expect(await stored()).toEqual(before);
});

/** Closes every pool and waits until PostgreSQL has noticed. */
async function nobodyAtWork(): Promise<void> {
  await pools.end();
  pools = openPools(server.connection, { secret: server.secret });
  const atWork = "SELECT FROM pg_stat_activity WHERE usename LIKE 'kinfold\\_%' LIMIT 1";
  while ((await pools.owner.query(atWork)).rowCount !== 0);
}

test('another secret takes no password from a program at work', async () => {
  await whoAmI();
  await expect(ensureRoles(pools.owner, 'another secret')).rejects.toThrow(RolesInUse);
  await nobodyAtWork();
  const jobs = new pg.Client({ ...clientConfig(server.connection), application_name: 'kinfold-jobs' });
  await jobs.connect();
  await expect(ensureRoles(pools.owner, 'another secret')).rejects.toThrow('would lock it out');
  await jobs.end();
  expect(await whoAmI()).toEqual([{ who: 'kinfold_staff' }]);
});

test('another secret brings another password once nobody is, and the old one no longer opens', async () => {
  await nobodyAtWork();
  await ensureRoles(pools.owner, 'another secret');
  const old = openPools(server.connection, { secret: server.secret });
  await expect(onPool(old.staff).query(plain('SELECT 1'))).rejects.toMatchObject({ code: '28P01' });
  await old.end();
  await ensureRoles(pools.owner, server.secret);
  expect(await whoAmI()).toEqual([{ who: 'kinfold_staff' }]);
});

test('request roles make nothing temporary once it was taken from them, and the owner still may', async () => {
  const make = plain('CREATE TEMPORARY TABLE mine (id integer)');
  await expect(onPool(pools.staff).query(make)).resolves.toBeDefined();
  await withoutTemporary(pools.owner);
  await withoutTemporary(pools.owner);
  await expect(onPool(pools.person).query(make)).rejects.toMatchObject({ code: '42501' });
  await expect(onPool(pools.owner).query(make)).resolves.toBeDefined();
});

test('a request’s statement, its wait for a lock and its idle transaction end; background work has longer, the owner no end', async () => {
  const patience = { statementMs: 300, lockMs: 200, idleMs: 5000 };
  const impatient = openPools(server.connection, { secret: server.secret, patience });
  try {
    await expect(onPool(impatient.staff).query(plain('SELECT pg_sleep(20)'))).rejects.toMatchObject({ code: '57014' });
    const settings = async (pool: keyof Omit<Pools, 'end'>) =>
      (
        await onPool(impatient[pool]).query(
          plain(
            `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS idle`,
          ),
        )
      ).rows[0];
    expect(await settings('person')).toEqual({ statement: '300ms', lock: '200ms', idle: '5s' });
    expect(await settings('engine')).toEqual({ statement: '15min', lock: '1min', idle: '5min' });
    expect(await settings('owner')).toEqual({ statement: '0', lock: '0', idle: '0' });
  } finally {
    await impatient.end();
  }
});

test.each([
  ['SUPERUSER', 'The database role kinfold_engine is a superuser, so row security would not hold.'],
  ['BYPASSRLS', 'The database role kinfold_engine may bypass row security, so row security would not hold.'],
])('a request role made %s refuses the start, until the roles are set right', async (power, sentence) => {
  await pools.owner.query(`ALTER ROLE kinfold_engine ${power}`);
  await expect(assertSafeRoles(pools)).rejects.toThrow(new UnsafeRoles(sentence));
  await ensureRoles(pools.owner, server.secret);
  await expect(assertSafeRoles(pools)).resolves.toBeUndefined();
});

test('a request role that is a member of one with power refuses the start', async () => {
  await pools.owner.query('CREATE ROLE almighty SUPERUSER');
  await pools.owner.query('GRANT almighty TO kinfold_reports');
  await expect(assertSafeRoles(pools)).rejects.toThrow('kinfold_reports is a superuser through almighty');
});
