import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPool, plain } from '../db.ts';
import { assertSafeRoles } from '../safe-roles.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('every request role signs in, in UTC, with our schema first', async () => {
  for (const role of ['staff', 'assigned', 'person', 'engine', 'reports'] as const) {
    const { rows } = await onPool(database.pools[role]).query(
      plain(`SELECT current_user AS who, current_setting('timezone') AS zone, current_setting('search_path') AS path`),
    );
    expect(rows).toEqual([{ who: `kinfold_${role}`, zone: 'UTC', path: expect.stringMatching(/^kinfold, ?public$/) }]);
  }
});

test('the schema as the migrations make it keeps every request role out while nobody has entered', async () => {
  await expect(assertSafeRoles(database.pools)).resolves.toBeUndefined();
});
