import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBinaries } from '../testing/throwaway-server.ts';
import { withClient } from './sign-in.ts';
import { startEmbedded } from './start-embedded.ts';

let folder: string;
let dataDir: string;
const start = (where = dataDir) => startEmbedded({ dataDir: where, binariesDir: sharedBinaries, durable: false });

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-refused-'));
  await chmod(folder, 0o711);
  dataDir = path.join(folder, 'data');
  await (await start()).stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('passwords and secrets are readable by their owner only', async () => {
  const modes = await Promise.all(['password', 'secret', 'postgres'].map((name) => stat(path.join(dataDir, name))));
  expect(modes.map(({ mode }) => mode & 0o077)).toEqual([0, 0, 0]);
});

test('it is durable where it counts: checksums, collation C, UTF-8, passwords asked for', async () => {
  const server = await startEmbedded({ dataDir, binariesDir: sharedBinaries });
  try {
    const { rows } = await withClient(server.connection, (client) =>
      client.query(`SELECT current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync,
        current_setting('synchronous_commit') AS commit, current_setting('listen_addresses') AS listens,
        datcollate AS collation, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()`),
    );
    expect(rows).toEqual([
      { checksums: 'on', fsync: 'on', commit: 'on', listens: '', collation: 'C', encoding: 'UTF8' },
    ]);
    const wrong = withClient({ ...server.connection, password: 'guessed' }, (client) => client.query('SELECT 1'));
    await expect(wrong).rejects.toMatchObject({ code: '28P01' });
  } finally {
    await server.stop();
  }
});

test('a folder of another major version is refused', async () => {
  const file = path.join(dataDir, 'postgres', 'PG_VERSION');
  const version = await readFile(file);
  await writeFile(file, '19\n');
  await expect(start()).rejects.toMatchObject({
    code: 'other-major',
    message: expect.stringContaining('holds a PostgreSQL 19 database and this program brings PostgreSQL 18'),
  });
  await writeFile(file, version);
});

test('a database without its password is refused, and starts again once it is back', async () => {
  const password = path.join(dataDir, 'password');
  await rename(password, `${password}.away`);
  await expect(start()).rejects.toMatchObject({ code: 'password-missing' });
  await rename(`${password}.away`, password);
  await (await start()).stop();
});

test('a folder that cannot be made is refused', async () => {
  await writeFile(path.join(folder, 'a-file'), '');
  await expect(start(path.join(folder, 'a-file', 'data'))).rejects.toMatchObject({ code: 'unwritable-folder' });
});

test.skipIf(process.platform !== 'linux')(
  'a folder under /proc, which is never made, is refused and not tried for ever',
  async () => {
    await expect(start('/proc/kinfold/data')).rejects.toMatchObject({ code: 'unwritable-folder' });
  },
);

test.skipIf(process.getuid?.() !== 0)(
  "a folder the database's user cannot reach is refused, naming what is closed",
  async () => {
    const closed = path.join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await expect(start(path.join(closed, 'data'))).rejects.toMatchObject({
      code: 'unwritable-folder',
      message: `The database's user may not pass through ${closed}; set KINFOLD_DATA to a folder outside it.`,
    });
  },
);

test('a folder whose server answers without its process being in sight is refused, and its lock is left alone', async () => {
  const elsewhere = createServer().listen(path.join(dataDir, 'run', '.s.PGSQL.5432'));
  const lock = path.join(dataDir, 'owner.lock');
  await writeFile(lock, '{"pid":1,"started":"in another container"}');
  try {
    await expect(start()).rejects.toMatchObject({
      code: 'data-folder-in-use',
      message: expect.stringContaining('by a program that cannot be seen from here'),
    });
    expect(await readFile(lock, 'utf8')).toContain('in another container');
  } finally {
    await new Promise((resolve) => elsewhere.close(resolve));
    await rm(lock);
  }
  await (await start()).stop();
});

test('a folder with other things in it keeps the rights it has', async () => {
  const shared = path.join(folder, 'shared');
  await mkdir(shared);
  await chmod(shared, 0o755);
  await writeFile(path.join(shared, 'somebody-elses'), '');
  const server = await start(shared);
  await server.stop();
  expect((await stat(shared)).mode & 0o777).toBe(0o755);
});

test('where a socket path would be too long it listens on loopback', async () => {
  const server = await start(path.join(folder, 'long-'.repeat(20)));
  try {
    expect(server.connection.host).toBe('127.0.0.1');
    await withClient(server.connection, (client) => client.query('SELECT 1'));
  } finally {
    await server.stop();
  }
});
