import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPool, plain } from './db.ts';
import { emptyDatabase, type TestDatabase } from './testing/test-database.ts';
import { transaction } from './transaction.ts';
import { valuesInLog } from './values-in-log.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

test('the server we run writes nothing of a statement into its log', async () => {
  expect(await valuesInLog(onPool(database.pools.owner))).toEqual([]);
});

test.each([
  ['log_statement', 'all'],
  ['log_min_duration_statement', '500'],
  ['log_min_messages', 'warning'],
  ['log_error_verbosity', 'default'],
  ['log_parameter_max_length_on_error', '-1'],
])('a server with %s = %s is told apart', async (name, value) => {
  const found = await transaction(database.pools.owner, async (tx) => {
    await tx.query(plain(`set local ${name} = '${value}'`));
    return valuesInLog(tx);
  });
  expect(found).toEqual([`${name} = ${value}`]);
});
