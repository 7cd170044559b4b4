import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildProgram, type RunningProgram, runProgram } from '../testing/program.ts';
import { sharedBinaries } from '../testing/throwaway-server.ts';
import { runningServer, stopServer } from './postmaster.ts';
import { withClient } from './sign-in.ts';
import { type Embedded, startEmbedded } from './start-embedded.ts';

let program: Awaited<ReturnType<typeof buildProgram>>;
/** A data folder already made, which most tests begin with a copy of. */
let made: string;
let dataDir: string;
let running: RunningProgram[] = [];

beforeAll(async () => {
  made = await mkdtemp(path.join(os.tmpdir(), 'kinfold-made-'));
  await (await startEmbedded({ dataDir: made, binariesDir: sharedBinaries, durable: false })).stop();
  program = await buildProgram(new URL('../testing/fixtures/recording.program.ts', import.meta.url));
});
afterAll(async () => {
  await program.discard();
  await rm(made, { recursive: true });
});

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'kinfold-killed-'));
  // Keeps who owns what, as a copy by our own hands would not.
  await promisify(execFile)('cp', ['-a', `${made}/.`, dataDir]);
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  running = [];
  const left = await runningServer(path.join(dataDir, 'postgres'));
  if (left) await stopServer(left);
  await rm(dataDir, { recursive: true, force: true });
});

function start(): RunningProgram {
  const started = runProgram(program.file, [dataDir, sharedBinaries]);
  running.push(started);
  return started;
}

async function kill(victim: RunningProgram): Promise<void> {
  victim.child.kill('SIGKILL');
  await victim.ended;
}

/** Looks again and again until it is so, or the program has ended. */
async function until(program: RunningProgram, isSo: () => boolean, every = 20): Promise<void> {
  while (!isSo() && program.child.exitCode === null) await pause(every);
}

const serverPid = (of: RunningProgram): number =>
  Number(of.lines.find((line) => line.startsWith('ready'))?.split(' ')[1]);

/** The numbers whose acknowledgement was heard. */
const acknowledged = (...by: readonly RunningProgram[]): readonly number[] =>
  by.flatMap(({ lines }) =>
    lines.filter((line) => line.startsWith('recorded')).map((line) => Number(line.split(' ')[1])),
  );

/** Starts here, in the test itself, and gives what is recorded. */
async function inspect<T>(look: (server: Embedded, recorded: readonly number[]) => T): Promise<T> {
  const server = await startEmbedded({ dataDir, binariesDir: sharedBinaries });
  try {
    const { rows } = await withClient(server.connection, (client) =>
      client.query<{ number: string }>('SELECT number FROM recorded ORDER BY number'),
    );
    return look(
      server,
      rows.map((row) => Number(row.number)),
    );
  } finally {
    await server.stop();
  }
}

test('the program killed: the next one takes over the server it left, with everything acknowledged', async () => {
  const first = start();
  await first.says(/^recorded 20$/);
  await kill(first);
  const second = start();
  expect(await second.says(/^ready/)).toBe(`ready ${serverPid(first)} adopted`);
  await second.says(/^recorded/);
  await kill(second);
  await inspect((server, recorded) => {
    expect(server.adopted).toBe(true);
    expect(recorded).toEqual(expect.arrayContaining([...acknowledged(first, second)]));
  });
  expect(await runningServer(path.join(dataDir, 'postgres'))).toBeNull();
});

test.each([25])(
  'program and server killed after %d writes: the next start has everything acknowledged',
  async (writes) => {
    const first = start();
    await first.says(new RegExp(`^recorded ${writes}$`));
    process.kill(serverPid(first), 'SIGKILL');
    await kill(first);
    await inspect((server, recorded) => {
      expect(server.adopted).toBe(false);
      expect(recorded).toEqual(expect.arrayContaining([...acknowledged(first)]));
    });
  },
);

test.skipIf(process.platform !== 'linux')(
  'program and server killed in the middle of a long statement: the next start does not wait for its end',
  async () => {
    const first = start();
    await first.says(/^recorded 1$/);
    const server = await runningServer(path.join(dataDir, 'postgres'));
    const password = await readFile(path.join(dataDir, 'password'), 'utf8');
    const connection = { host: '', port: 0, ...server?.address, user: 'kinfold', password, database: 'kinfold' };
    let busy: Promise<unknown> = Promise.resolve();
    await withClient(connection, async (client) => {
      // Works, and so does not notice that its server is gone; it would end by itself after a minute.
      await client.query("set statement_timeout = '60s'");
      const work = 'select sum(a * b) from generate_series(1, 1000000) a, generate_series(1, 1000000) b';
      busy = client.query(work).catch(() => {});
      await pause(300);
      process.kill(serverPid(first), 'SIGKILL');
      await kill(first);
      await inspect((_, recorded) => expect(recorded).toEqual(expect.arrayContaining([...acknowledged(first)])));
    });
    await busy;
  },
);

test('the server killed under a running program: it is started again, and the program goes on', async () => {
  const only = start();
  for (const round of [1, 2]) {
    await only.says(/^recorded/);
    const server = await runningServer(path.join(dataDir, 'postgres'));
    if (server) process.kill(server.process.pid, 'SIGKILL');
    await until(only, () => only.lines.filter((line) => line === 'log database runs again').length === round);
    const before = acknowledged(only).length;
    await until(only, () => acknowledged(only).length > before);
  }
  only.child.kill('SIGTERM');
  expect(await only.ended).toBe(0);
  expect(await readdir(dataDir)).toEqual(expect.not.arrayContaining(['owner.lock']));
  expect(await runningServer(path.join(dataDir, 'postgres'))).toBeNull();
  await inspect((_, recorded) => expect(recorded).toEqual(expect.arrayContaining([...acknowledged(only)])));
});

test('a second program on the same folder is refused, and disturbs nothing', async () => {
  const first = start();
  await first.says(/^recorded 1$/);
  await expect(startEmbedded({ dataDir, binariesDir: sharedBinaries })).rejects.toMatchObject({
    code: 'data-folder-in-use',
    message: `The data folder is in use by the process with pid ${first.child.pid}.`,
  });
  await first.says(/^recorded 30$/);
});

test.each(['postgres.making', 'postgres/postmaster.pid'])(
  'killed in its first start as soon as there is %s: the next start works',
  async (name) => {
    const appears = path.join(dataDir, name);
    await rm(path.join(dataDir, 'postgres'), { recursive: true });
    const first = start();
    await until(first, () => existsSync(appears), 1);
    await kill(first);
    const second = start();
    await second.says(/^recorded 1$/);
    await kill(second);
  },
);
