import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Connection } from '../connection.ts';
import { dumpSchema } from '../dump-schema.ts';
import { migrate } from '../migrate.ts';
import { withPool } from '../pools.ts';

/** Migrations with one of everything a backup has to carry. */
export const SAMPLE_MIGRATIONS = fileURLToPath(new URL('../testing/fixtures/migrations', import.meta.url));

/** Quick to open, since tests open many. */
export const SAMPLE_KEY = { passphrase: 'quiet lantern orchard 7', guessCost: 10 };

/** Migrates and fills a database: awkward values, a circle of references, a partition made while running. */
export async function fillSample(owner: pg.Pool): Promise<void> {
  await migrate(owner, SAMPLE_MIGRATIONS);
  for (const sql of ROWS) await owner.query(sql);
}

const ROWS = [
  `INSERT INTO kinfold.person (name, picture, tags, extra, seen_at)
   SELECT 'Person ' || n, sha256(n::text::bytea), ARRAY['a"b', 'c\\d', NULL, n::text],
     jsonb_build_object('n', n, 'text', E'line\\nbreak\\ttab'), timestamptz '2026-03-01 12:00+00' + n * interval '1 microsecond'
   FROM generate_series(1, 6000) n`,
  `INSERT INTO kinfold.person (name) VALUES (NULL), (''), ('\\N'), (E'\\\\.'), ('Zoë 🌻')`,
  `INSERT INTO kinfold.house SELECT md5(n::text)::uuid, n, 'home' FROM generate_series(1, 50) n`,
  `UPDATE kinfold.person SET best_friend = 6001 - id, home = (SELECT id FROM kinfold.house WHERE keeper = person.id)
   WHERE id <= 50`,
  `CREATE TABLE kinfold.event_2027 PARTITION OF kinfold.event FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')`,
  `INSERT INTO kinfold.event SELECT timestamptz '2026-06-01+00' + n * interval '1 day', n, 'x' FROM generate_series(1, 900) n`,
];

/** Everything a person could tell two databases apart by; the sequences are read without a step. */
export function contents(connection: Connection): Promise<Readonly<Record<string, unknown>>> {
  return withPool(connection, async (pool) => {
    const relations = await pool.query<{ name: string; kind: string }>(
      `SELECT oid::regclass::text AS name, relkind AS kind FROM pg_class
       WHERE relnamespace = 'kinfold'::regnamespace AND relkind IN ('r', 'S') ORDER BY 1`,
    );
    const found: Record<string, unknown> = { schema: await dumpSchema(pool) };
    for (const { name, kind } of relations.rows) {
      const look = kind === 'S' ? 'last_value, is_called' : "count(*), md5(string_agg(t::text, '|' ORDER BY t::text))";
      found[name] = (await pool.query(`SELECT ${look} FROM ${name} t`)).rows;
    }
    return found;
  });
}
