import type pg from 'pg';

/** A table whose rows are kept, with the columns that hold something of their own (not generated ones). */
export interface TableEntry {
  readonly name: string;
  readonly columns: readonly string[];
  readonly partitioned: boolean;
}

/** A partition, so that a restore can make those that came about while the program ran. */
export interface PartitionEntry {
  readonly name: string;
  readonly parent: string;
  readonly bound: string;
  readonly partitionBy: string | null;
  readonly rowSecurity: boolean;
}

export interface SequenceEntry {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

export interface MigrationEntry {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/** The first record of a backup: what it is, and what shape the rows have. */
export interface BackupHeader {
  readonly takenAt: string;
  readonly postgres: string;
  readonly migrations: readonly MigrationEntry[];
  readonly tables: readonly TableEntry[];
  readonly partitions: readonly PartitionEntry[];
  /** What values sealed in the rows open with; not there in backups of before it was kept. */
  readonly secret?: string;
}

const OURS = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'kinfold'`;
const NAME = `format('%I.%I', n.nspname, c.relname)`;

const TABLES = `
  SELECT ${NAME} AS name, c.relkind = 'p' AS partitioned,
    ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
          AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns
  FROM ${OURS} WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`;

const PARTITIONS = `
  SELECT ${NAME} AS name, i.inhparent::regclass::text AS parent, pg_get_expr(c.relpartbound, c.oid) AS bound,
    CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS "partitionBy", c.relrowsecurity AS "rowSecurity"
  FROM ${OURS} JOIN pg_inherits i ON i.inhrelid = c.oid WHERE c.relispartition AND c.relkind IN ('r', 'p') ORDER BY c.oid`;

/** Reads the shape of the database as one transaction sees it. Expects a search path without our schema. */
export async function readHeader(client: pg.Client): Promise<BackupHeader> {
  const moment = await client.query<{ takenAt: string; postgres: string }>(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "takenAt", current_setting('server_version') AS postgres`,
  );
  const migrations = await client.query<MigrationEntry>(
    'SELECT number, name, sha256 FROM public.kinfold_migration ORDER BY number',
  );
  const tables = await client.query<TableEntry>(TABLES);
  const partitions = await client.query<PartitionEntry>(PARTITIONS);
  return {
    takenAt: moment.rows[0]?.takenAt ?? '',
    postgres: moment.rows[0]?.postgres ?? '',
    migrations: migrations.rows,
    tables: tables.rows.filter((table) => table.columns.length > 0),
    partitions: partitions.rows,
  };
}

/** Where every sequence stands, those behind identity columns included. */
export async function readSequences(client: pg.Client): Promise<readonly SequenceEntry[]> {
  const names = await client.query<{ name: string }>(
    `SELECT ${NAME} AS name FROM ${OURS} WHERE c.relkind = 'S' ORDER BY 1`,
  );
  const entries: SequenceEntry[] = [];
  for (const { name } of names.rows) {
    const { rows } = await client.query<SequenceEntry>(
      `SELECT $1::text AS name, last_value::text AS value, is_called AS called FROM ${name}`,
      [name],
    );
    entries.push(...rows);
  }
  return entries;
}

export function columnList(table: TableEntry): string {
  return table.columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
}
