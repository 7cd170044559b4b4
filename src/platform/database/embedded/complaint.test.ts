import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { complaintsIn } from './sign-in.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-complaint-'));
});
afterEach(() => rm(folder, { recursive: true }));

const US = { process: { pid: 712, started: 'now' } };
const IN_USE =
  '2026-11-22 21:00:00.001 UTC [712] FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use';
const LEFT = '2026-11-22 21:00:00.002 UTC [655] FATAL:  terminating connection due to unexpected postmaster exit';
const RECOVERY = '2026-11-22 21:00:00.003 UTC [713] PANIC:  could not locate a valid checkpoint record.';

async function complaints(...lines: readonly string[]) {
  const file = path.join(folder, 'postgres.log');
  await writeFile(file, `${lines.join('\n')}\n`);
  return complaintsIn(file, US);
}

test('a session of a killed server that complains last does not hide what the new one complained about', async () => {
  const own = 'pre-existing shared memory block (key 1, ID 2) is still in use';
  expect(await complaints(IN_USE, ...Array.from({ length: 99 }, () => LEFT))).toEqual({ own, last: own });
});

test('a server that itself said nothing is spoken for by what it started', async () => {
  expect(await complaints(LEFT, RECOVERY)).toEqual({ own: null, last: 'could not locate a valid checkpoint record' });
});

test('where nobody complained, the log is named', async () => {
  expect(await complaintsIn(path.join(folder, 'none.log'), US)).toEqual({ own: null, last: 'see none.log' });
});
