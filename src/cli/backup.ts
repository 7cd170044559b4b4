import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { type BackupSummary, backup } from '#platform/database/backup/backup.ts';
import { restore } from '#platform/database/backup/restore.ts';
import { openPools } from '#platform/database/pools.ts';
import { ensureRoles } from '#platform/database/roles.ts';
import { startDatabase } from '#platform/database/start-database.ts';
import { openToLook } from '../open-database.ts';
import { projectFolder } from '../project-folder.ts';
import { Stop } from './stop.ts';
import { config, counting, progress, say, sayJson, terminalLog } from './terminal.ts';

export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .argument('<file>', 'where the snapshot goes')
    .description('Write an encrypted snapshot of everything; restore reads it on any PostgreSQL from 15 on.')
    .option('--json', 'as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const passphrase = await askPassphrase(true);
      // One of before its schema was brought up to date is as good, and what a careful operator takes before they do.
      const { database, close } = await openToLook(config(), terminalLog(true), { older: true });
      const bar = progress('backing up');
      let summary: BackupSummary;
      try {
        summary = await backup(database.connection, file, {
          passphrase,
          onProgress: ({ done, of }) => (of === null ? undefined : bar.to(done, of)),
        });
      } finally {
        bar.stop();
        await close();
      }
      if (json) sayJson({ file, ...summary });
      else say(`Written to ${file}. Without the passphrase nobody can read it.`);
    });

  program
    .command('restore')
    .argument('<file>', 'a snapshot written by backup')
    .description('Restore a snapshot into an empty database.')
    .option('--json', 'as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const passphrase = await askPassphrase(false);
      // Not openDatabase: that would migrate, and a snapshot brings the schema it was taken from.
      const database = await startDatabase(config(), (line) => terminalLog(true).info(line));
      const pools = openPools(database.connection, { secret: database.secret });
      const bar = counting('restoring, rows');
      try {
        await ensureRoles(pools.owner, database.secret);
        const { rows, tables } = await restore(database.connection, file, {
          passphrase,
          migrations: join(projectFolder, 'db/migrations'),
          onProgress: (at) => bar.to(at.rows),
        });
        bar.stop();
        if (json) sayJson({ rows, tables });
        else say(`Restored ${rows} rows of ${tables} tables.`);
      } finally {
        bar.stop();
        await pools.end();
        await database.stop();
      }
    });
}

/** From KINFOLD_BACKUP_PASSPHRASE, else asked for without showing it; twice when a typing error would lose everything. */
async function askPassphrase(twice: boolean): Promise<string> {
  const given = process.env['KINFOLD_BACKUP_PASSPHRASE'];
  if (given) return given;
  if (!process.stdin.isTTY)
    throw new Stop('Set KINFOLD_BACKUP_PASSPHRASE, or run this at a terminal to be asked for it.', 2);
  const first = await askHidden('Passphrase: ');
  if (first.length < 15) throw new Stop('A passphrase needs 15 characters or more.', 2);
  if (twice && (await askHidden('Again: ')) !== first) throw new Stop('The two were not the same.', 2);
  return first;
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await lines.question('');
  lines.close();
  process.stderr.write('\n');
  return answer;
}
