import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpSchema } from '../dump-schema.ts';
import { withPool } from '../pools.ts';
import { emptyDatabase, type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { systemPostgres15, throwawayServer } from '../testing/throwaway-server.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { contents, fillSample, SAMPLE_KEY, SAMPLE_MIGRATIONS } from './sample.builder.ts';

const opening = { ...SAMPLE_KEY, migrations: SAMPLE_MIGRATIONS };

let source: TestDatabase;
let target: TestDatabase;
let folder: string;
const inFolder = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-backup-'));
  [source, target] = [await emptyDatabase(), await emptyDatabase()];
  await fillSample(source.pools.owner);
});
afterAll(async () => {
  await source.drop();
  await target.drop();
  await rm(folder, { recursive: true });
});

test('every row, sequence, partition, rule and file comes back', async () => {
  await mkdir(inFolder('files/aa'), { recursive: true });
  await writeFile(inFolder('files/aa/letter.pdf'), Buffer.alloc(300_000, 7));
  await writeFile(inFolder('files/empty'), '');

  const done: string[] = [];
  const made = await backup(source.ownerConnection, inFolder('whole'), {
    ...SAMPLE_KEY,
    filesDir: inFolder('files'),
    onProgress: ({ name }) => done.push(name),
  });
  const { bytes, ...content } = made;
  expect(content).toMatchObject({ migration: 2, tables: 4, rows: 6957, files: 2 });
  expect(bytes).toBe((await stat(inFolder('whole'))).size);
  expect(done).toEqual(['kinfold.event', 'kinfold.house', 'kinfold.person', 'kinfold.place', 'aa/letter.pdf', 'empty']);

  const restored = await restore(target.ownerConnection, inFolder('whole'), {
    ...opening,
    filesDir: inFolder('restored'),
  });
  expect(restored).toEqual(content);
  expect(await contents(target.ownerConnection)).toEqual(await contents(source.ownerConnection));
  expect(await readdir(inFolder('restored'))).toEqual(['aa', 'empty']);
  expect(await readFile(inFolder('restored/aa/letter.pdf'))).toEqual(Buffer.alloc(300_000, 7));
});

test('after a restore the guards are up again: triggers, references, forced row security', async () => {
  const { owner } = target.pools;
  await expect(owner.query('TRUNCATE kinfold.place CASCADE')).rejects.toThrow('append only');
  await expect(owner.query("UPDATE kinfold.house SET place = 'moon'")).rejects.toMatchObject({ code: '23503' });
  const { rows } = await owner.query(
    "SELECT relforcerowsecurity AS forced FROM pg_class WHERE oid = 'kinfold.house'::regclass",
  );
  expect(rows).toEqual([{ forced: true }]);
});

test('what sealed values open with comes along, if it was given', async () => {
  const came: (string | null)[] = [];
  const onSecret = async (secret: string | null) => void came.push(secret);
  for (const secret of [undefined, 'the secret of the installation']) {
    await backup(source.ownerConnection, inFolder('sealed'), { ...SAMPLE_KEY, ...(secret ? { secret } : {}) });
    const empty = await emptyDatabase();
    await restore(empty.ownerConnection, inFolder('sealed'), { ...opening, onSecret });
    await empty.drop();
  }
  expect(came).toEqual([null, 'the secret of the installation']);
});

test('the file holds nothing readable', async () => {
  const bytes = await readFile(inFolder('whole'));
  expect(bytes.includes('Person') || bytes.includes('kinfold.person')).toBe(false);
});

test('what is recorded while a backup runs is not half in it', async () => {
  const pieces: Buffer[] = [];
  let recorded = false;
  const slow = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      pieces.push(piece);
      if (recorded) return done();
      recorded = true;
      source.pools.owner
        .query(
          "WITH new AS (INSERT INTO kinfold.person (name) VALUES ('late') RETURNING id) INSERT INTO kinfold.event SELECT now(), id, 'late' FROM new",
        )
        .then(() => done(), done);
    },
  });
  const { rows } = await backup(source.ownerConnection, slow, SAMPLE_KEY);
  expect([recorded, [6957, 6959]]).toEqual([true, expect.arrayContaining([rows])]);
  await source.pools.owner.query(
    "DELETE FROM kinfold.event WHERE what = 'late'; DELETE FROM kinfold.person WHERE name = 'late'",
  );
});

test("the program's own schema, as its migrations make it, is backed up and restored", async () => {
  const migrations = fileURLToPath(new URL('../../../../db/migrations', import.meta.url));
  const [from, to] = [await testDatabase(), await testDatabase()];
  try {
    await backup(from.ownerConnection, inFolder('real'), SAMPLE_KEY);
    const before = await dumpSchema(to.pools.owner);
    await restore(to.ownerConnection, inFolder('real'), { ...SAMPLE_KEY, migrations });
    expect(await dumpSchema(to.pools.owner)).toBe(before);
  } finally {
    await from.drop();
    await to.drop();
  }
});

test.skipIf(!systemPostgres15())('a backup goes from PostgreSQL 18 to 15, and from 15 to 18', async () => {
  const [newer, older] = await Promise.all([throwawayServer(18), throwawayServer(15)]);
  try {
    await withPool(newer.connection, async (pool) => {
      await fillSample(pool);
      await pool.query('CREATE DATABASE again');
    });
    const again = { ...newer.connection, database: 'again' };
    await backup(newer.connection, inFolder('down'), SAMPLE_KEY);
    await restore(older.connection, inFolder('down'), opening);
    await backup(older.connection, inFolder('up'), SAMPLE_KEY);
    await restore(again, inFolder('up'), opening);
    const original = await contents(newer.connection);
    expect(await contents(older.connection)).toEqual(original);
    expect(await contents(again)).toEqual(original);
  } finally {
    await newer.discard();
    await older.discard();
  }
});
