import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../connection.ts';
import { dumpSchema } from '../dump-schema.ts';
import { migrate } from '../migrate.ts';
import { clientConfig } from '../pools.ts';
import { emptyDatabase, type TestDatabase } from '../testing/test-database.ts';
import { systemPostgres15, throwawayServer } from '../testing/throwaway-server.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const migrations = fileURLToPath(new URL('../testing/fixtures/migrations', import.meta.url));
const passphrase = 'quiet lantern orchard 7';

let source: TestDatabase;
let folder: string;
let file: string;

beforeAll(async () => {
  source = await emptyDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-backup-'));
  file = path.join(folder, 'one.kinfold');
  await migrate(source.pools.owner, migrations);
  await fill(source.pools.owner);
  await mkdir(path.join(folder, 'files', 'aa'), { recursive: true });
  await writeFile(path.join(folder, 'files', 'aa', 'letter.pdf'), Buffer.alloc(300_000, 7));
  await writeFile(path.join(folder, 'files', 'empty'), '');
  await backup(source.ownerConnection, file, { passphrase, filesDir: path.join(folder, 'files') });
});
afterAll(async () => {
  await source.drop();
  await rm(folder, { recursive: true });
});

async function fill(pool: pg.Pool): Promise<void> {
  await pool.query(`INSERT INTO kinfold.person (name, picture, tags, extra, seen_at)
    SELECT 'Person ' || n, decode(repeat(to_hex(n % 256), 6), 'escape'), ARRAY['a"b', 'c\\d', NULL, n::text],
      jsonb_build_object('n', n, 'text', E'line\\nbreak\\ttab'), timestamptz '2026-03-01 12:00+00' + n * interval '1 microsecond'
    FROM generate_series(1, 20000) n`);
  await pool.query(`INSERT INTO kinfold.person (name) VALUES (NULL), (''), ('\\N'), (E'\\\\.'), ('Zoë 🌻')`);
  await pool.query(`INSERT INTO kinfold.house SELECT md5(n::text)::uuid, n, 'home' FROM generate_series(1, 50) n`);
  await pool.query(
    'UPDATE kinfold.person SET best_friend = 20001 - id, home = (SELECT id FROM kinfold.house WHERE keeper = person.id) WHERE id <= 50',
  );
  await pool.query(
    "CREATE TABLE kinfold.event_2027 PARTITION OF kinfold.event FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')",
  );
  await pool.query(
    "INSERT INTO kinfold.event SELECT timestamptz '2026-06-01+00' + n * interval '1 day', n, 'x' FROM generate_series(1, 900) n",
  );
}

/** Everything a person could tell two databases apart by. */
async function contents(connection: Connection): Promise<unknown> {
  const pool = new pg.Pool({ ...clientConfig(connection), max: 1 });
  try {
    const tables = await pool.query<{ name: string }>(
      "SELECT c.oid::regclass::text AS name FROM pg_class c WHERE relnamespace = 'kinfold'::regnamespace AND relkind = 'r' ORDER BY 1",
    );
    const found: Record<string, unknown> = { schema: await dumpSchema(pool) };
    for (const { name } of tables.rows) {
      found[name] = (
        await pool.query(`SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${name} t`)
      ).rows;
    }
    found.next = (
      await pool.query("SELECT nextval('kinfold.ticket') AS ticket, nextval('kinfold.person_id_seq') AS person")
    ).rows;
    return found;
  } finally {
    await pool.end();
  }
}

describe('into an empty place', () => {
  let target: TestDatabase;
  beforeEach(async () => {
    target = await emptyDatabase();
  });
  afterEach(() => target.drop());

  const restored = (from = file, opening = passphrase) =>
    restore(target.ownerConnection, from, { passphrase: opening, migrations, filesDir: path.join(folder, 'restored') });

  test('brings back every row, sequence, partition, rule and file', async () => {
    const expected = await contents(source.ownerConnection);
    const again = path.join(folder, 'again.kinfold');
    const summary = await backup(source.ownerConnection, again, { passphrase });
    expect(await restored(again)).toMatchObject({ rows: summary.rows, migration: 2, tables: 4 });
    // Reading the next number of a sequence is itself a step.
    await source.pools.owner.query(
      "SELECT setval('kinfold.ticket', nextval('kinfold.ticket') - 1), setval('kinfold.person_id_seq', nextval('kinfold.person_id_seq') - 1)",
    );
    const { next: _was, ...before } = expected as Record<string, unknown>;
    const { next, ...after } = (await contents(target.ownerConnection)) as Record<string, unknown>;
    expect(after).toEqual(before);
    expect(next).toEqual([{ ticket: 20106, person: 20007 }]);
  });

  test('brings back the files', async () => {
    await restored();
    expect(await readdir(path.join(folder, 'restored'))).toEqual(['aa', 'empty']);
    expect(await readFile(path.join(folder, 'restored', 'aa', 'letter.pdf'))).toEqual(Buffer.alloc(300_000, 7));
    await expect(restored()).rejects.toMatchObject({ code: 'files-not-empty' });
    await rm(path.join(folder, 'restored'), { recursive: true });
  });

  test('a database that was only migrated counts as empty', async () => {
    await migrate(target.pools.owner, migrations);
    expect((await restored()).migration).toBe(2);
    await rm(path.join(folder, 'restored'), { recursive: true });
  });

  test('a database somebody recorded anything in is refused', async () => {
    await migrate(target.pools.owner, migrations);
    await target.pools.owner.query("INSERT INTO kinfold.person (name) VALUES ('here first')");
    await expect(restored()).rejects.toMatchObject({
      code: 'target-not-empty',
      message: 'The target database is not empty: kinfold.person holds rows; restore into a new one.',
    });
  });

  test('a database a program works with is refused', async () => {
    await target.pools.staff.query('SELECT 1');
    await expect(restored()).rejects.toMatchObject({ code: 'target-in-use' });
  });

  test('another passphrase is refused', async () => {
    await expect(restored(file, 'quiet lantern orchard 8')).rejects.toMatchObject({
      code: 'wrong-passphrase',
      message: 'The passphrase does not open this backup.',
    });
  });

  test.each([0.2, 0.5, 0.999])('one changed bit at %d of the file is noticed, and nothing is kept', async (where) => {
    const bytes = await readFile(file);
    const at = Math.floor(bytes.length * where);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const damaged = path.join(folder, 'damaged.kinfold');
    await writeFile(damaged, bytes);
    await expect(restored(damaged)).rejects.toMatchObject({ name: 'BackupRefused' });
    const left = await target.pools.owner.query(
      "SELECT to_regclass('kinfold.person') IS NULL OR NOT EXISTS (SELECT FROM pg_stat_user_tables WHERE relname = 'person' AND n_live_tup > 0) AS nothing",
    );
    expect(left.rows).toEqual([{ nothing: true }]);
    // And the same place takes the whole backup afterwards.
    expect((await restored()).migration).toBe(2);
    await rm(path.join(folder, 'restored'), { recursive: true });
  });

  test.each([10, 59, 60, 59 + 65552, 59 + 65552 + 1])('a file cut off after %d bytes is refused', async (bytes) => {
    const cut = path.join(folder, 'cut.kinfold');
    await writeFile(cut, await readFile(file));
    await truncate(cut, bytes);
    await expect(restored(cut)).rejects.toMatchObject({
      name: 'BackupRefused',
      code: bytes < 59 ? 'not-a-backup' : 'truncated',
    });
  });

  test('something else than a backup is refused', async () => {
    const other = path.join(folder, 'other');
    await writeFile(other, 'a shopping list that is certainly longer than the first fifty-nine bytes of a backup');
    await expect(restored(other)).rejects.toMatchObject({ code: 'not-a-backup' });
  });

  test('a backup of a newer program is refused', async () => {
    const older = path.join(folder, 'older');
    await mkdir(older, { recursive: true });
    await writeFile(path.join(older, '0001-place.sql'), await readFile(path.join(migrations, '0001-place.sql')));
    const attempt = restore(target.ownerConnection, file, {
      passphrase,
      migrations: older,
      filesDir: path.join(folder, 'restored'),
    });
    await expect(attempt).rejects.toMatchObject({ code: 'newer-program' });
  });
});

test('a short passphrase is refused, and no file is left', async () => {
  const attempt = backup(source.ownerConnection, path.join(folder, 'weak'), { passphrase: 'eleven char' });
  await expect(attempt).rejects.toMatchObject({ code: 'short-passphrase' });
  expect((await readdir(folder)).filter((name) => name.startsWith('weak'))).toEqual([]);
});

test('a role that may not read every row is refused', async () => {
  await source.pools.owner.query(
    'GRANT USAGE ON SCHEMA kinfold TO kinfold_staff; GRANT SELECT ON ALL TABLES IN SCHEMA kinfold, public TO kinfold_staff',
  );
  await source.pools.owner.query('GRANT SELECT ON ALL SEQUENCES IN SCHEMA kinfold TO kinfold_staff');
  const { user, password } = source.pools.staff.options;
  const staff = { ...source.ownerConnection, user: user ?? '', password: String(password) };
  await expect(backup(staff, path.join(folder, 'partial'), { passphrase })).rejects.toMatchObject({
    code: 'may-not-read-all',
  });
});

describe.skipIf(!systemPostgres15())('between versions', () => {
  test.each([
    [18, 15],
    [15, 18],
  ] as const)('a backup from PostgreSQL %d restores into %d', async (fromMajor, toMajor) => {
    const [from, to] = [await throwawayServer(fromMajor), await throwawayServer(toMajor)];
    try {
      const pool = new pg.Pool({ ...clientConfig(from.connection), max: 1 });
      await pool.query('CREATE ROLE kinfold_staff');
      await migrate(pool, migrations);
      await fill(pool);
      await pool.end();
      const taken = path.join(folder, `from-${fromMajor}.kinfold`);
      await backup(from.connection, taken, { passphrase });
      await restore(to.connection, taken, { passphrase, migrations });
      expect(await contents(to.connection)).toEqual(await contents(from.connection));
    } finally {
      await from.discard();
      await to.discard();
    }
  });
});
