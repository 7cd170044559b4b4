import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { runningServer, stopServer } from '#platform/database/embedded/postmaster.ts';
import { buildProgram, type RunningProgram, runProgram } from '#platform/database/testing/program.ts';

// The real program on a database of its own, which the tests of refusals do without.
let program: Awaited<ReturnType<typeof buildProgram>>;
let folder: string;
const running: RunningProgram[] = [];

beforeAll(async () => {
  program = await buildProgram(new URL('./kinfold.ts', import.meta.url));
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-program-'));
  // As root the database runs as another user, who must pass through.
  await chmod(folder, 0o711);
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.splice(0).map(({ ended }) => ended));
});
afterAll(async () => {
  for (const name of ['first', 'second', 'cut-off']) {
    const left = await serverOf(name);
    if (left) await stopServer(left);
  }
  await program.discard();
  await rm(folder, { recursive: true, force: true });
});

const serverOf = (name: string) => runningServer(path.join(folder, name, 'postgres'));

function kinfold(data: string, ...words: readonly string[]): RunningProgram {
  const env = {
    PATH: process.env['PATH'],
    PORT: '0',
    KINFOLD_DATA: path.join(folder, data),
    KINFOLD_DEMO: 'no',
    KINFOLD_BACKUP_PASSPHRASE: 'quiet lantern orchard 7',
  };
  const started = runProgram(program.file, words, env);
  running.push(started);
  return started;
}

async function done(data: string, ...words: readonly string[]): Promise<string> {
  const { ended, lines } = kinfold(data, ...words);
  expect([words.join(' '), await ended, lines.join('\n')]).toEqual([words.join(' '), 0, expect.any(String)]);
  return lines.join('\n');
}

const administrator = ['--name', 'Ada Roe', '--email', 'ada@example.org', '--capacity', 'administrator'] as const;

test('commands work beside a program that serves; a restored copy opens what was sealed', async () => {
  const serving = kinfold('first', 'serve');
  await serving.says(/^Kinfold is ready/);
  const snapshot = path.join(folder, 'snapshot');
  await done('first', 'user', 'add', ...administrator, '--agency', '15');
  await done('first', 'backup', snapshot);
  expect(serving.child.exitCode).toBeNull();
  serving.child.kill('SIGTERM');
  expect(await serving.ended).toBe(0);
  expect(await serverOf('first')).toBeNull();

  expect(JSON.parse(await done('second', 'restore', snapshot, '--json'))).toMatchObject({ secret: 'taken-over' });
  const secretOf = (name: string) => readFile(path.join(folder, name, 'secret'), 'utf8');
  expect(await secretOf('second')).toBe(await secretOf('first'));
  expect(await done('second', 'audit', 'verify')).toContain('Restored here and not started since');
  const again = kinfold('second', 'serve');
  await again.says(/^Kinfold is ready/);
  again.child.kill('SIGHUP');
  expect(await again.ended).toBe(0);
  expect(await serverOf('second')).toBeNull();
});

test('a program told to stop while it starts takes its database with it', async () => {
  const starting = kinfold('cut-off', 'serve');
  const begun = path.join(folder, 'cut-off/postgres/postmaster.pid');
  while (!existsSync(begun) && starting.child.exitCode === null) await pause(5);
  starting.child.kill('SIGINT');
  expect(await starting.ended).toBe(130);
  expect(starting.lines.at(-1)).toBe('kinfold: Stopped before it was done.');
  expect(await serverOf('cut-off')).toBeNull();
});
