import { expect, test } from 'vitest';
import { fail, ok } from './result.ts';

test('a result says whether it went well, and carries what came of it', () => {
  expect([ok(7), fail('late')]).toEqual([
    { ok: true, value: 7 },
    { ok: false, error: 'late' },
  ]);
});
