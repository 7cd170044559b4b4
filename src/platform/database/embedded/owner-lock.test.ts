import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './owner-lock.ts';
import { ourIdentity } from './process-identity.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-lock-'));
  file = path.join(folder, 'owner.lock');
});
afterEach(() => rm(folder, { recursive: true }));

const heldBy = (pid: number, started: string) => writeFile(file, JSON.stringify({ pid, started }));

test('a free folder is locked, and free again when released', async () => {
  const lock = await lockFolder(file);
  expect(await readdir(folder)).toEqual(['owner.lock']);
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test('a folder a living process owns is refused, naming the process', async () => {
  await lockFolder(file);
  await expect(lockFolder(file)).rejects.toMatchObject({
    code: 'data-folder-in-use',
    message: `The data folder is in use by the process with pid ${process.pid}.`,
  });
});

test.each([
  ['of a process that is gone', 2 ** 22 + 1, 'whenever'],
  ['whose pid now belongs to a process started at another moment', process.pid, 'another moment'],
])('a lock %s is taken over', async (_, pid, started) => {
  await heldBy(pid, started);
  await lockFolder(file);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject(await ourIdentity());
  expect(await readdir(folder)).toEqual(['owner.lock']);
});

test('a lock cut short by a power loss is taken over', async () => {
  await writeFile(file, '{"pid": 1');
  await expect(lockFolder(file)).resolves.toBeDefined();
});

test('a lock that cannot be read is refused, and not looked at for ever', async () => {
  await mkdir(file);
  await expect(lockFolder(file)).rejects.toMatchObject({
    code: 'unwritable-folder',
    message: `The file ${file}, which says who uses the data folder, cannot be read by whoever runs this.`,
  });
});

test.each([1, 2, 3])('of many successors to a dead owner exactly one wins (%d)', async () => {
  await heldBy(2 ** 22 + 1, 'gone');
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(file)));
  const winners = tries.filter((attempt) => attempt.status === 'fulfilled');
  expect(winners).toHaveLength(1);
  // And the lock is the winner's own: nobody put theirs over it.
  await winners[0]?.value.release();
  expect(await readdir(folder)).toEqual([]);
});

test('a successor that died while taking over is itself succeeded', async () => {
  await heldBy(2 ** 22 + 1, 'gone');
  // The first try to take over leaves its turn behind under a name only it knows; let one make it, then kill it.
  const dead = await readFile(file);
  await lockFolder(file);
  await writeFile(file, dead);
  const turn = `${file}.after-${createHash('sha256').update(dead).digest('hex').slice(0, 12)}`;
  await writeFile(turn, JSON.stringify({ pid: 2 ** 22 + 2, started: 'gone too' }));
  await lockFolder(file);
  expect(await readdir(folder)).toEqual(['owner.lock']);
});

test('releasing a lock somebody else holds by now leaves it', async () => {
  const lock = await lockFolder(file);
  await heldBy(process.pid, 'a successor');
  await lock.release();
  expect(await readdir(folder)).toEqual(['owner.lock']);
});
