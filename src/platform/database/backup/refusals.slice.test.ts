import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { emptyDatabase, type TestDatabase } from '../testing/test-database.ts';
import { backup } from './backup.ts';
import { type RestoreOptions, restore } from './restore.ts';
import { fillSample, SAMPLE_KEY, SAMPLE_MIGRATIONS } from './sample.builder.ts';

let source: TestDatabase;
let target: TestDatabase;
let folder: string;
const inFolder = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-refusals-'));
  source = await emptyDatabase();
  await fillSample(source.pools.owner);
  await mkdir(inFolder('files'));
  await writeFile(inFolder('files/letter'), 'dear');
  await backup(source.ownerConnection, inFolder('whole'), { ...SAMPLE_KEY, filesDir: inFolder('files') });
});
afterAll(async () => {
  await source.drop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  target = await emptyDatabase();
});
afterEach(async () => {
  await target.drop();
  await rm(inFolder('restored'), { recursive: true, force: true });
});

/** One bit of the byte at `at` turned: never the byte it was, whatever that is. */
function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

const restored = (name = 'whole', other: Partial<RestoreOptions> = {}) =>
  restore(target.ownerConnection, inFolder(name), {
    ...SAMPLE_KEY,
    migrations: SAMPLE_MIGRATIONS,
    filesDir: inFolder('restored'),
    ...other,
  });

/** A copy of the backup changed by hand. */
async function changed(change: (bytes: Buffer) => Buffer): Promise<string> {
  await writeFile(inFolder('changed'), change(await readFile(inFolder('whole'))));
  return 'changed';
}

/** How many people are in the target; none when there is not even a table for them. */
async function people(): Promise<number> {
  const there = await target.pools.owner.query("SELECT FROM pg_class WHERE oid = to_regclass('kinfold.person')");
  if (there.rowCount === 0) return 0;
  const { rows } = await target.pools.owner.query<{ count: number }>('SELECT count(*) FROM kinfold.person');
  return rows[0]?.count ?? 0;
}

test.each([0.2, 0.5, 0.9, 0.9999])(
  'one changed bit at %d of the file is noticed, nothing is kept, and the whole file still goes in',
  async (where) => {
    const name = await changed((bytes) => flipped(bytes, Math.floor(bytes.length * where)));
    await expect(restored(name)).rejects.toMatchObject({
      name: 'BackupRefused',
      code: expect.stringMatching(/damaged|truncated/),
    });
    expect([await people(), await readdir(folder)]).toEqual([
      0,
      expect.not.arrayContaining(['restored', 'restored.restoring']),
    ]);
    await restored();
    expect(await people()).toBe(6005);
  },
);

const PREAMBLE = 59;
const CHUNK = 65_552;

test.each([PREAMBLE, PREAMBLE + 1, PREAMBLE + CHUNK, PREAMBLE + CHUNK + 1])(
  'a file cut off after %d bytes is incomplete',
  async (bytes) => {
    const name = await changed((whole) => whole.subarray(0, bytes));
    await expect(restored(name)).rejects.toMatchObject({ code: 'truncated' });
  },
);

test('two chunks that changed places are noticed', async () => {
  const name = await changed((whole) => {
    const [head, one, two] = [
      whole.subarray(0, PREAMBLE),
      whole.subarray(PREAMBLE, PREAMBLE + CHUNK),
      whole.subarray(PREAMBLE + CHUNK, PREAMBLE + 2 * CHUNK),
    ];
    return Buffer.concat([head, two, one, whole.subarray(PREAMBLE + 2 * CHUNK)]);
  });
  await expect(restored(name)).rejects.toMatchObject({ code: 'damaged' });
});

test.each([
  ['too short to be one', 'a shopping list'],
  ['of another kind', 'a shopping list that is longer than what every backup begins with'],
])('a file %s is no backup', async (_, text) => {
  const name = await changed(() => Buffer.from(text));
  await expect(restored(name)).rejects.toMatchObject({
    code: 'not-a-backup',
    message: 'This file is not a Kinfold backup.',
  });
});

test('a changed beginning is called damaged, not a wrong passphrase', async () => {
  const name = await changed((bytes) => flipped(bytes, 20));
  await expect(restored(name)).rejects.toMatchObject({ code: 'damaged' });
});

test('another passphrase is refused', async () => {
  await expect(restored('whole', { passphrase: 'quiet lantern orchard 8' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
    message: 'The passphrase does not open this backup.',
  });
});

test('a database that was only migrated counts as empty', async () => {
  await migrate(target.pools.owner, SAMPLE_MIGRATIONS);
  await restored();
  expect(await people()).toBe(6005);
});

test('a database somebody recorded anything in is refused and left as it is', async () => {
  await migrate(target.pools.owner, SAMPLE_MIGRATIONS);
  await target.pools.owner.query("INSERT INTO kinfold.person (name) VALUES ('here first')");
  await expect(restored()).rejects.toMatchObject({
    code: 'target-not-empty',
    message: 'The target database is not empty: kinfold.person holds rows; restore into a new one.',
  });
  expect(await people()).toBe(1);
});

test('what somebody records while a restore begins is not thrown away by it', async () => {
  const onSecret = async () => {
    await target.pools.owner.query("INSERT INTO kinfold.person (name) VALUES ('just now')");
  };
  await expect(restored('whole', { onSecret })).rejects.toMatchObject({ code: 'target-not-empty' });
  expect(await people()).toBe(1);
});

test('a database a program works with is refused', async () => {
  await target.pools.staff.query('SELECT 1');
  await expect(restored()).rejects.toMatchObject({ code: 'target-in-use' });
});

test('files are not mixed with others, and not left out', async () => {
  await cp(inFolder('files'), inFolder('restored'), { recursive: true });
  await expect(restored()).rejects.toMatchObject({ code: 'files-not-empty' });
  await expect(
    restore(target.ownerConnection, inFolder('whole'), { ...SAMPLE_KEY, migrations: SAMPLE_MIGRATIONS }),
  ).rejects.toMatchObject({
    code: 'files-not-empty',
  });
});

test('a backup of a newer program, or of another one, is refused', async () => {
  await mkdir(inFolder('older'));
  await cp(path.join(SAMPLE_MIGRATIONS, '0001-place.sql'), inFolder('older/0001-place.sql'));
  await expect(restored('whole', { migrations: inFolder('older') })).rejects.toMatchObject({ code: 'newer-program' });
  await writeFile(inFolder('older/0002-people.sql'), 'SELECT 1');
  await expect(restored('whole', { migrations: inFolder('older') })).rejects.toMatchObject({ code: 'other-program' });
});

test('an older backup is brought to the program of today', async () => {
  await cp(SAMPLE_MIGRATIONS, inFolder('newer'), { recursive: true });
  await writeFile(
    inFolder('newer/0003-more.sql'),
    "ALTER TABLE kinfold.person ADD nickname text; UPDATE kinfold.person SET nickname = 'pal'",
  );
  await restored('whole', { migrations: inFolder('newer') });
  const { rows } = await target.pools.owner.query("SELECT count(*) FROM kinfold.person WHERE nickname = 'pal'");
  expect(rows).toEqual([{ count: 6005 }]);
});

test('a short passphrase is refused, and no file is left', async () => {
  const attempt = backup(source.ownerConnection, inFolder('weak'), { passphrase: 'fourteen chars' });
  await expect(attempt).rejects.toMatchObject({ code: 'short-passphrase' });
  expect((await readdir(folder)).filter((name) => name.startsWith('weak'))).toEqual([]);
});

test('two backups to one path are each whole, and one given up leaves nothing', async () => {
  const to = () => backup(source.ownerConnection, inFolder('twice'), SAMPLE_KEY);
  await Promise.all([to(), to()]);
  await restored('twice');
  expect(await people()).toBe(6005);
  const givenUp = { ...SAMPLE_KEY, signal: AbortSignal.abort() };
  await expect(backup(source.ownerConnection, inFolder('half'), givenUp)).rejects.toThrow();
  expect((await readdir(folder)).filter((name) => /^half|part$/.test(name))).toEqual([]);
});

test('a role that may not read every row is refused rather than given a part', async () => {
  await source.pools.owner.query('GRANT USAGE ON SCHEMA kinfold TO kinfold_staff');
  await source.pools.owner.query('GRANT SELECT ON ALL TABLES IN SCHEMA kinfold, public TO kinfold_staff');
  const { user, password } = source.pools.staff.options;
  const staff = { ...source.ownerConnection, user: user ?? '', password: String(password) };
  await expect(backup(staff, inFolder('part'), SAMPLE_KEY)).rejects.toMatchObject({
    code: 'may-not-read-all',
    message: expect.stringContaining('row-level security'),
  });
});
