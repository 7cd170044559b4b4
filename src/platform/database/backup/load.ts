import type pg from 'pg';
import { type CopyIn, copyIn } from './copy.ts';
import { assertNothingRecorded } from './empty-target.ts';
import { type BackupHeader, columnList, type SequenceEntry } from './inventory.ts';

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * One transaction that replaces every row. References are taken away and made again at the end, which checks each of
 * them over the restored rows and needs no superuser; triggers rest, since what they would write is in the backup.
 */
export class Load {
  readonly #client: pg.Client;
  readonly #header: BackupHeader;
  readonly #references: readonly Reference[];
  readonly #forced: readonly string[];

  private constructor(
    client: pg.Client,
    header: BackupHeader,
    references: readonly Reference[],
    forced: readonly string[],
  ) {
    this.#client = client;
    this.#header = header;
    this.#references = references;
    this.#forced = forced;
  }

  static async begin(client: pg.Client, header: BackupHeader): Promise<Load> {
    await client.query("BEGIN; SET LOCAL search_path = ''; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'");
    await client.query(
      'SET LOCAL statement_timeout = 0; SET LOCAL check_function_bodies = off; SET LOCAL row_security = off',
    );
    for (const { name, parent, bound, partitionBy, rowSecurity } of header.partitions) {
      const by = partitionBy ? ` PARTITION BY ${partitionBy}` : '';
      const there = await client.query('SELECT FROM pg_class WHERE oid = to_regclass($1)', [name]);
      if (there.rowCount !== 0) continue;
      await client.query(`CREATE TABLE ${name} PARTITION OF ${parent} ${bound}${by}`);
      if (rowSecurity) await client.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
    }
    const references = (await client.query<Reference>(REFERENCES)).rows;
    const forced = (await client.query<{ name: string }>(FORCED)).rows.map((row) => row.name);
    const load = new Load(client, header, references, forced);
    await load.#open();
    return load;
  }

  async #open(): Promise<void> {
    for (const { table, name } of this.#references)
      await this.#client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    for (const table of this.#forced) await this.#client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    const tables = this.#header.tables.map((table) => table.name);
    for (const table of tables) await this.#client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    if (tables.length === 0) return;
    await this.#client.query(`LOCK TABLE ${tables.join(', ')}`);
    // Looked at again now that nobody can write: a program may have been started since.
    await assertNothingRecorded(this.#client);
    await this.#client.query(`TRUNCATE ${tables.join(', ')}`);
  }

  /** Takes in one table's rows. */
  into(name: string): CopyIn {
    const table = this.#header.tables.find((entry) => entry.name === name);
    if (!table) throw new Error(`the backup has rows of ${name}, which its header does not name`);
    return copyIn(this.#client, `COPY ${table.name} (${columnList(table)}) FROM STDIN`);
  }

  async sequences(entries: readonly SequenceEntry[]): Promise<void> {
    for (const { name, value, called } of entries) {
      await this.#client.query('SELECT setval($1::regclass, $2, $3)', [name, value, called]);
    }
  }

  /** Makes everything as it was and commits. Throws when a restored row points at one that is not there. */
  async commit(): Promise<void> {
    for (const table of this.#header.tables) await this.#client.query(`ALTER TABLE ${table.name} ENABLE TRIGGER USER`);
    for (const { table, name, definition } of this.#references) {
      await this.#client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    }
    for (const table of this.#forced) await this.#client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await this.#client.query('COMMIT');
    await this.#client.query('ANALYZE');
  }
}

/** References of a partition follow from its parent's. */
const REFERENCES = `
  SELECT x.conrelid::regclass::text AS table, quote_ident(x.conname) AS name, pg_get_constraintdef(x.oid) AS definition
  FROM pg_constraint x JOIN pg_namespace n ON n.oid = x.connamespace
  WHERE n.nspname = 'kinfold' AND x.contype = 'f' AND x.conparentid = 0 ORDER BY x.oid`;

const FORCED = `
  SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'kinfold' AND c.relforcerowsecurity ORDER BY 1`;
