import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { emptyDatabase, type TestDatabase } from './testing/test-database.ts';

const FIXTURES = fileURLToPath(new URL('./testing/fixtures/migrations', import.meta.url));

/** Does what `migrate` does with one file, as a program of its own that can be killed. */
const KILLED = `
  const { Client } = require('pg'); const client = new Client(JSON.parse(process.argv[1]));
  client.connect().then(async () => {
    await client.query('BEGIN'); await client.query(require('fs').readFileSync(process.argv[2], 'utf8')); });`;

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await emptyDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-migrations-'));
  await cp(FIXTURES, folder, { recursive: true });
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const write = (name: string, sql: string) => writeFile(path.join(folder, name), sql);
const run = () => migrate(database.pools.owner, folder);
const tables = async () =>
  (
    await database.pools.owner.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'kinfold' ORDER BY 1",
    )
  ).rows.map((row) => row.name);

test('from nothing, and again: the second time changes nothing', async () => {
  expect(await run()).toEqual({ applied: ['0001-place', '0002-people'], at: 2 });
  expect(await run()).toEqual({ applied: [], at: 2 });
  expect(await tables()).toContain('person');
});

test('a new file is applied after the old ones', async () => {
  await run();
  await write('0003-more.sql', 'CREATE TABLE kinfold.more ()');
  expect(await run()).toEqual({ applied: ['0003-more'], at: 3 });
});

test('many processes at once apply each file once', async () => {
  const ran = await Promise.all([run(), run()]);
  expect(ran.flatMap((each) => each.applied)).toEqual(['0001-place', '0002-people']);
});

test('a failing file leaves nothing of itself, and what came before stays', async () => {
  await write('0003-broken.sql', 'CREATE TABLE kinfold.half (); SELECT nonsense');
  await expect(run()).rejects.toMatchObject({
    code: 'failed',
    message: expect.stringContaining('Migration 0003-broken failed: column "nonsense" does not exist'),
  });
  expect(await tables()).not.toContain('half');
  await write('0003-broken.sql', 'CREATE TABLE kinfold.whole ()');
  expect(await run()).toEqual({ applied: ['0003-broken'], at: 3 });
});

test('a file that ends its own transaction is refused, since half of it could stay', async () => {
  await write('0003-commits.sql', 'CREATE TABLE kinfold.half (); COMMIT');
  await expect(run()).rejects.toThrow('it must not begin or end transactions');
});

test('a file changed after it was applied is refused', async () => {
  await run();
  await write('0002-people.sql', 'CREATE TABLE kinfold.other ()');
  await expect(run()).rejects.toMatchObject({
    code: 'changed',
    message: 'Migration 0002-people was changed after it had been applied.',
  });
});

test('a database newer than the program is refused', async () => {
  await write('0003-more.sql', 'CREATE TABLE kinfold.more ()');
  await run();
  await rm(path.join(folder, '0003-more.sql'));
  await expect(run()).rejects.toMatchObject({
    code: 'newer-database',
    message: 'The database has migration 0003-more, which this program does not know; start the newer program.',
  });
});

test('a gap in the numbers is refused by name', async () => {
  await write('0004-gap.sql', 'SELECT 1');
  await expect(run()).rejects.toThrow('0004-gap.sql stands in place 3');
});

test('a program killed in the middle of a file leaves nothing of it, and the next start applies it', async () => {
  await write('0003-slow.sql', 'CREATE TABLE kinfold.half (); SELECT pg_sleep(60)');
  const program = spawn(
    process.execPath,
    ['-e', KILLED, JSON.stringify(database.ownerConnection), path.join(folder, '0003-slow.sql')],
    { cwd: fileURLToPath(new URL('.', import.meta.url)), stdio: 'ignore' },
  );
  const sleeping = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
  while ((await database.pools.owner.query(sleeping)).rowCount === 0 && program.exitCode === null);
  program.kill('SIGKILL');
  await database.pools.owner.query(`SELECT pg_terminate_backend(pid, 5000) FROM (${sleeping}) s`);
  expect(await tables()).not.toContain('half');
  await write('0003-slow.sql', 'CREATE TABLE kinfold.whole ()');
  expect((await run()).applied).toContain('0003-slow');
});
