import type pg from 'pg';
import { migrate } from '../migrate.ts';
import { readMigrations } from '../migration-files.ts';
import type { BackupHeader } from './inventory.ts';
import { BackupRefused } from './refused.ts';

/**
 * Makes the target hold exactly the schema the backup was taken from: nothing of ours is there yet, or only what the
 * migrations themselves made. Throws `BackupRefused` when there is anything else, or when this program does not know
 * the backup's migrations.
 */
export async function prepareTarget(owner: pg.Pool, header: BackupHeader, migrations: string): Promise<void> {
  await assertKnown(header, migrations);
  const client = await owner.connect();
  let usable = false;
  try {
    await client.query("BEGIN; SET LOCAL search_path = ''");
    await assertNobodyElse(client);
    await assertNothingRecorded(client);
    await client.query('DROP SCHEMA IF EXISTS kinfold CASCADE');
    await client.query('DROP TABLE IF EXISTS public.kinfold_migration');
    await client.query('COMMIT');
    usable = true;
  } finally {
    client.release(!usable);
  }
  await migrate(owner, migrations, { upTo: header.migrations.at(-1)?.number ?? 0 });
}

async function assertKnown(header: BackupHeader, folder: string): Promise<void> {
  const files = await readMigrations(folder);
  for (const entry of header.migrations) {
    const file = files[entry.number - 1];
    if (!file) {
      throw new BackupRefused(
        'newer-program',
        `The backup has migration ${entry.name}, which this program does not know; use the newer program.`,
      );
    }
    if (file.sha256 !== entry.sha256) {
      throw new BackupRefused('other-program', `Migration ${file.name} differs between the backup and this program.`);
    }
  }
}

async function assertNobodyElse(client: pg.PoolClient): Promise<void> {
  const others = await client.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database()
       AND (usename LIKE 'kinfold\\_%' OR application_name = 'kinfold-jobs') LIMIT 1`,
  );
  if (others.rowCount === 0) return;
  throw new BackupRefused('target-in-use', 'A program is working with the target database; stop it first.');
}

/**
 * Throws `BackupRefused` when somebody recorded something. A row written by a migration carries the same transaction number
 * as that migration's entry in the ledger, so any other number is something else.
 */
export async function assertNothingRecorded(client: pg.ClientBase): Promise<void> {
  const tables = await client.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'kinfold' AND c.relkind = 'r' ORDER BY 1`,
  );
  for (const { name } of tables.rows) {
    const recorded = await client.query(
      `SELECT FROM ${name} WHERE xmin::text NOT IN (SELECT xmin::text FROM public.kinfold_migration) LIMIT 1`,
    );
    if (recorded.rowCount === 0) continue;
    throw new BackupRefused(
      'target-not-empty',
      `The target database is not empty: ${name} holds rows; restore into a new one.`,
    );
  }
}
