import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpSchema } from './dump-schema.ts';
import { emptyDatabase, type TestDatabase } from './testing/test-database.ts';

const MADE = [
  'CREATE SCHEMA kinfold',
  "CREATE TYPE kinfold.mood AS ENUM ('calm', 'cross')",
  "CREATE DOMAIN kinfold.code AS text CHECK (value ~ '^[a-z]+$')",
  'CREATE TABLE kinfold.parent (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL)',
  "COMMENT ON TABLE kinfold.parent IS 'whose it is'",
  `CREATE TABLE kinfold.child (id uuid PRIMARY KEY, parent bigint NOT NULL REFERENCES kinfold.parent, size integer DEFAULT 1 CHECK (size > 0),
     twice integer GENERATED ALWAYS AS (size * 2) STORED)`,
  'CREATE INDEX child_parent ON kinfold.child (parent) WHERE size > 1',
  'ALTER TABLE kinfold.child ENABLE ROW LEVEL SECURITY',
  'CREATE POLICY own ON kinfold.child FOR SELECT TO kinfold_staff USING (size > 2)',
  'GRANT SELECT, INSERT ON kinfold.child TO kinfold_staff',
  'GRANT UPDATE (size) ON kinfold.child TO kinfold_engine',
  "CREATE FUNCTION kinfold.answer() RETURNS integer LANGUAGE sql AS 'SELECT 42'",
  'CREATE TABLE kinfold.log (at timestamptz NOT NULL, what text) PARTITION BY RANGE (at)',
  "CREATE TABLE kinfold.log_2026 PARTITION OF kinfold.log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
];

let database: TestDatabase;
let dump: string;

beforeAll(async () => {
  database = await emptyDatabase();
  for (const sql of MADE) await database.pools.owner.query(sql);
  dump = await dumpSchema(database.pools.owner);
});
afterAll(() => database.drop());

test.each([
  "CREATE TYPE kinfold.mood AS ENUM ('calm', 'cross');",
  "CREATE DOMAIN kinfold.code AS text CONSTRAINT code_check CHECK ((VALUE ~ '^[a-z]+$'::text));",
  'CREATE TABLE kinfold.parent (\n  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,\n  name text NOT NULL\n);',
  '  twice integer GENERATED ALWAYS AS ((size * 2)) STORED',
  'ALTER TABLE kinfold.child ENABLE ROW LEVEL SECURITY;',
  'ALTER TABLE kinfold.child ADD CONSTRAINT child_parent_fkey FOREIGN KEY (parent) REFERENCES kinfold.parent(id);',
  'CREATE INDEX child_parent ON kinfold.child USING btree (parent) WHERE (size > 1);',
  'CREATE POLICY own ON kinfold.child AS PERMISSIVE FOR SELECT TO kinfold_staff\n  USING ((size > 2));',
  'GRANT INSERT, SELECT ON TABLE kinfold.child TO kinfold_staff;',
  'GRANT UPDATE ON COLUMN kinfold.child.size TO kinfold_engine;',
  'GRANT EXECUTE ON FUNCTION kinfold.answer() TO PUBLIC;',
  "COMMENT ON TABLE kinfold.parent IS 'whose it is';",
  ') PARTITION BY RANGE (at);',
])('says %s', (line) => {
  expect(dump).toContain(line);
});

test('leaves out partitions, whose number depends on the day', () => {
  expect(dump).not.toContain('log_2026');
});

test('is the same when nothing changed, and another when a grant went', async () => {
  expect(await dumpSchema(database.pools.owner)).toBe(dump);
  await database.pools.owner.query('REVOKE INSERT ON kinfold.child FROM kinfold_staff');
  expect(await dumpSchema(database.pools.owner)).not.toBe(dump);
});
