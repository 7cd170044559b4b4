import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPool, plain } from './db.ts';
import { emptyDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

const read = async (expression: string) =>
  (await onPool(database.pools.owner).query<{ value: unknown }>(plain(`SELECT ${expression} AS value`))).rows[0]?.value;

test.each([
  ["date '2026-11-22'", '2026-11-22'],
  ["timestamptz '2026-11-22 01:02:03.456789+00'", '2026-11-22T01:02:03.456789Z'],
  ["timestamptz '2026-11-22 01:02:03.45-05'", '2026-11-22T06:02:03.450000Z'],
  ["timestamptz '2026-11-22 01:02:03+00'", '2026-11-22T01:02:03.000000Z'],
  ["timestamptz 'infinity'", 'infinity'],
  ['9007199254740991::bigint', Number.MAX_SAFE_INTEGER],
  ['NULL::bigint', null],
  ["array['2026-11-22'::date]", ['2026-11-22']],
])('%s is read as %j', async (expression, expected) => {
  expect(await read(expression)).toEqual(expected);
});

test('a bigint a number cannot hold is an error, never another number', async () => {
  await expect(read('9007199254740992::bigint')).rejects.toThrow('bigint beyond what a number can hold');
});
