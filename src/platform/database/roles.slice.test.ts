import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPool, plain } from './db.ts';
import { openPools, type Pools } from './pools.ts';
import { ensureRoles } from './roles.ts';
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

test('another secret brings another password, and the old one no longer opens', async () => {
  await ensureRoles(pools.owner, 'another secret');
  const old = openPools(server.connection, { secret: server.secret });
  await expect(onPool(old.staff).query(plain('SELECT 1'))).rejects.toMatchObject({ code: '28P01' });
  await old.end();
  await ensureRoles(pools.owner, server.secret);
  expect(await whoAmI()).toEqual([{ who: 'kinfold_staff' }]);
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
