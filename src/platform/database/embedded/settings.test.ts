import { expect, test } from 'vitest';
import { sharedMegabytes } from './settings.ts';

test.each([
  ['a small machine', 512 * 2 ** 20, 128],
  ['four gigabytes', 4 * 2 ** 30, 512],
  ['a large machine', 64 * 2 ** 30, 1024],
])('%s gives the database an eighth of its memory, within bounds', (_name, memory, megabytes) => {
  expect(sharedMegabytes(memory)).toBe(megabytes);
});
