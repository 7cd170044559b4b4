import pg from 'pg';
import { type MigrationFile, readMigrations } from './migration-files.ts';

/** A migration that cannot be trusted or applied; the message is one sentence for the person who starts the program. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  readonly code: 'changed' | 'newer-database' | 'older-database' | 'bad-folder' | 'failed';
  constructor(code: MigrationRefused['code'], sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}

export interface MigrateOptions {
  /** Stop after the migration with this number. A restore makes the schema its backup was taken from. */
  readonly upTo?: number;
}

export interface Migrated {
  /** Names of the files applied now; empty when the database was already current. */
  readonly applied: readonly string[];
  /** Number of the last migration the database has; 0 when there are none. */
  readonly at: number;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

const LOCK = "hashtextextended('kinfold:migrate', 0)";

const APPLIED = 'SELECT number, name, sha256 FROM public.kinfold_migration ORDER BY number';

const LEDGER = `CREATE TABLE IF NOT EXISTS public.kinfold_migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`;

/**
 * Brings the database to the newest migration in `folder`. Each file runs in its own transaction together with its
 * entry in the ledger, so a migration is there wholly or not at all, whatever is killed. One process migrates at a
 * time; the others wait and find nothing to do.
 *
 * Throws `MigrationRefused` when an applied file has changed since, when the database is newer than this program, or
 * when a file fails.
 */
export async function migrate(owner: pg.Pool, folder: string, { upTo }: MigrateOptions = {}): Promise<Migrated> {
  const files = (await readMigrations(folder)).filter((file) => file.number <= (upTo ?? file.number));
  const client = await owner.connect();
  let usable = false;
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK})`);
    await client.query(LEDGER);
    const ledger = await client.query<Applied>(APPLIED);
    const pending = pendingAfter(ledger.rows, files);
    for (const file of pending) await apply(client, file);
    await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
    usable = true;
    return { applied: pending.map((file) => file.name), at: files.at(-1)?.number ?? 0 };
  } finally {
    // A connection given up on failure takes its lock and its open transaction with it.
    client.release(!usable);
  }
}

/**
 * How the database stands to the migrations of `folder`: the last it has, and how many it lacks. Looked at and left as it
 * is. Throws `MigrationRefused` when an applied file has changed since or the database is newer than this program.
 */
export async function schemaStanding(owner: pg.Pool, folder: string): Promise<{ at: number; lacks: number }> {
  const files = await readMigrations(folder);
  const ledger = await owner.query<{ there: boolean }>(
    `SELECT to_regclass('public.kinfold_migration') IS NOT NULL AS there`,
  );
  const applied = ledger.rows[0]?.there ? (await owner.query<Applied>(APPLIED)).rows : [];
  return { at: applied.at(-1)?.number ?? 0, lacks: pendingAfter(applied, files).length };
}

function pendingAfter(ledger: readonly Applied[], files: readonly MigrationFile[]): readonly MigrationFile[] {
  for (const done of ledger) {
    const file = files.find((candidate) => candidate.number === done.number);
    if (!file) {
      throw new MigrationRefused(
        'newer-database',
        `The database has migration ${done.name}, which this program does not know; start the newer program.`,
      );
    }
    if (file.sha256 !== done.sha256) {
      throw new MigrationRefused('changed', `Migration ${file.name} was changed after it had been applied.`);
    }
  }
  return files.slice(ledger.length);
}

async function apply(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(file.text);
    // A COMMIT inside the file would have ended our transaction, and half of it could then be applied.
    if (client.getTransactionStatus() !== 'T') throw new Error('it must not begin or end transactions');
    await client.query('INSERT INTO public.kinfold_migration (number, name, sha256) VALUES ($1, $2, $3)', [
      file.number,
      file.name,
      file.sha256,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    throw new MigrationRefused('failed', `Migration ${file.name} failed: ${describe(error)}.`, { cause: error });
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const at = error instanceof pg.DatabaseError && error.position ? ` (at character ${error.position})` : '';
  return `${error.message}${at}`;
}
