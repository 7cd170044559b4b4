import { afterEach, beforeEach, expect, test } from 'vitest';
import { assertSafeRoles, UnsafeRoles } from './safe-roles.ts';
import { emptyDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
const asOwner = (sql: string) => database.pools.owner.query(sql);

beforeEach(async () => {
  database = await emptyDatabase();
  await asOwner('CREATE SCHEMA kinfold');
  await asOwner('GRANT USAGE, CREATE ON SCHEMA kinfold TO kinfold_staff');
  await asOwner('CREATE TABLE kinfold.note (id integer, holder integer)');
  await asOwner('INSERT INTO kinfold.note VALUES (1, 1)');
  await asOwner('ALTER TABLE kinfold.note ENABLE ROW LEVEL SECURITY');
  await asOwner('GRANT SELECT ON kinfold.note TO kinfold_staff');
});
afterEach(() => database.drop());

test('a table that shows nothing to nobody is safe', async () => {
  await asOwner('CREATE POLICY own ON kinfold.note FOR SELECT TO kinfold_staff USING (holder = -1)');
  await expect(assertSafeRoles(database.pools)).resolves.toBeUndefined();
});

test('a policy that may not be evaluated shows nothing either', async () => {
  await asOwner("CREATE FUNCTION kinfold.me() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
  await asOwner('REVOKE EXECUTE ON FUNCTION kinfold.me() FROM PUBLIC');
  await asOwner('CREATE POLICY own ON kinfold.note FOR SELECT TO kinfold_staff USING (holder = kinfold.me())');
  await expect(assertSafeRoles(database.pools)).resolves.toBeUndefined();
});

test('a table that shows a row although nobody entered refuses the start', async () => {
  await asOwner('CREATE POLICY open ON kinfold.note FOR SELECT TO kinfold_staff USING (true)');
  await expect(assertSafeRoles(database.pools)).rejects.toThrow(
    new UnsafeRoles('The table kinfold.note shows rows to kinfold_staff although nobody has signed in.'),
  );
});

test('a request role that owns a protected table refuses the start', async () => {
  await asOwner('ALTER TABLE kinfold.note OWNER TO kinfold_staff');
  await expect(assertSafeRoles(database.pools)).rejects.toThrow(
    new UnsafeRoles('The database role kinfold_staff owns kinfold.note, so row security would not hold.'),
  );
});
