import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runningServer } from './postmaster.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-postmaster-'));
});
afterEach(() => rm(folder, { recursive: true }));

const pidFile = (pid: number) =>
  writeFile(path.join(folder, 'postmaster.pid'), [pid, folder, 1, 5432, folder, '', '', 'ready'].join('\n'));

test('a folder without a pid file has no running server', async () => {
  expect(await runningServer(folder)).toBeNull();
});

test('a pid file of a process that is gone names no server', async () => {
  await pidFile(2 ** 22 + 1);
  expect(await runningServer(folder)).toBeNull();
});

test.skipIf(process.platform !== 'linux')('a pid file whose number is a stranger by now names no server', async () => {
  await pidFile(process.pid);
  expect(await runningServer(folder)).toBeNull();
});
