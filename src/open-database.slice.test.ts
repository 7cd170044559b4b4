import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#platform/config/config.ts';
import { emptyDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts';
import { silentLog } from '#platform/log/log.ts';
import { openDatabase } from './open-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

function config() {
  const { user, password, host, port, database: name } = database.ownerConnection;
  const url = new URL(`postgres://localhost/${name}`);
  url.username = user;
  url.password = password;
  url.searchParams.set('host', host);
  url.searchParams.set('port', String(port));
  return readConfig({ DATABASE_URL: url.href, KINFOLD_SECRET: database.secret });
}

const schemas = async () =>
  (await database.pools.owner.query(`select 1 from pg_namespace where nspname = 'kinfold'`)).rowCount;

test('rules that cannot be read are found before anything in the database is touched', async () => {
  const rules = Promise.reject(new Error('the rules contradict their examples'));
  await expect(openDatabase(config(), silentLog, { first: rules })).rejects.toThrow('contradict');
  expect(await schemas()).toBe(0);
  const { close, migrated } = await openDatabase(config(), silentLog);
  await close();
  expect([await schemas(), migrated.at > 0]).toEqual([1, true]);
});
