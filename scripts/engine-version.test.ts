import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineVersion } from './engine-version.mjs';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kinfold-engine-'));
  await cp('package.json', join(root, 'package.json'));
  const { files } = await engineVersion();
  for (const path of files.filter((one) => one.startsWith('src/'))) await cp(path, join(root, path));
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function changed(path: string, from: string, to: string): Promise<string> {
  const text = await readFile(join(root, path), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(root, path), text.replace(from, to));
  const { version } = await engineVersion(root);
  await writeFile(join(root, path), text);
  return version;
}

test('the same source is the same engine', async () => {
  expect((await engineVersion(root)).version).toBe((await engineVersion()).version);
});

test.each([
  [
    'how a duty is judged',
    'src/modules/policy/evaluate/judge-once.ts',
    'taken.on <= duty.lateAfter',
    'taken.on < duty.lateAfter',
  ],
  ['how a pack is read', 'src/modules/policy/load/deadline-text.ts', "direction: 'after'", "direction: 'before'"],
  ['how days are counted', 'src/shared/business-days.ts', 'left -= 1', 'left -= 2'],
  ['what a list says of a chart', 'src/modules/enrolment/status.ts', "? 'transitioned'", "? 'moved-on'"],
  ['how a duty is stored', 'src/modules/duties/evaluate-chart.ts', 'duty.party', 'duty.force'],
])('another engine: %s', async (_what, path, from, to) => {
  expect(await changed(path, from, to)).not.toBe((await engineVersion(root)).version);
});

test('other words in a comment are the same engine', async () => {
  const version = await changed('src/modules/policy/evaluate/judge-once.ts', '/**', '/** Said otherwise.');
  expect(version).toBe((await engineVersion(root)).version);
});
