import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { type BackupSummary, backup } from '#platform/database/backup/backup.ts';
import { SHORTEST_PASSPHRASE } from '#platform/database/backup/preamble.ts';
import { restore } from '#platform/database/backup/restore.ts';
import { replaceSecret } from '#platform/database/embedded/data-folder.ts';
import { openPools } from '#platform/database/pools.ts';
import { ensureRoles } from '#platform/database/roles.ts';
import type { RunningDatabase } from '#platform/database/start-database.ts';
import { beforeTheEnd } from '../before-the-end.ts';
import { openForNow, openToLook } from '../open-database.ts';
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
      const cutOff = new AbortController();
      const working = backup(database.connection, file, {
        passphrase,
        secret: database.secret,
        signal: cutOff.signal,
        onProgress: ({ done, of }) => (of === null ? undefined : bar.to(done, of)),
      });
      const ended = beforeTheEnd(() => {
        cutOff.abort();
        return working;
      });
      let summary: BackupSummary;
      try {
        summary = await working;
      } finally {
        ended();
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
    .option('--secret-to <file>', 'write the secret it was taken under there, for KINFOLD_SECRET')
    .option('--json', 'as JSON')
    .action(async (file: string, { json, secretTo }: { json?: boolean; secretTo?: string }) => {
      const passphrase = await askPassphrase(false);
      // Not openDatabase: that would migrate, and a snapshot brings the schema it was taken from.
      const { database, stop } = await openForNow(config(), terminalLog(true), 'alone');
      const pools = openPools(database.connection, { secret: database.rolesSecret });
      const bar = counting('restoring, rows');
      let secret: Secret = 'not-in-it';
      let afterwards = async (): Promise<void> => {};
      try {
        await ensureRoles(pools.owner, database.rolesSecret);
        const { rows, tables } = await restore(database.connection, file, {
          passphrase,
          migrations: join(projectFolder, 'db/migrations'),
          onSecret: async (its) => {
            secret = await takeOver(database, its, secretTo);
            // Their passwords follow from it, and nobody else makes them before the program starts.
            if (secret === 'taken-over') afterwards = () => ensureRoles(pools.owner, its ?? database.rolesSecret);
          },
          onProgress: (at) => bar.to(at.rows),
        });
        await afterwards();
        bar.stop();
        if (json) return sayJson({ rows, tables, secret });
        say(`Restored ${rows} rows of ${tables} tables.`);
        if (SECRET_WORDS[secret]) say(SECRET_WORDS[secret]);
      } finally {
        bar.stop();
        await pools.end();
        await stop();
      }
    });
}

/** What became of the secret a snapshot was taken under, with which authenticator apps and the like open. */
type Secret = 'same' | 'taken-over' | 'another' | 'not-in-it';

const SECRET_WORDS: Readonly<Record<Secret, string>> = {
  same: '',
  'taken-over': '',
  another:
    'Set KINFOLD_SECRET to the one it was taken under, or authenticator apps, recovery codes and single sign-on do not open; --secret-to FILE writes it to a file.',
  'not-in-it':
    'The snapshot does not hold the secret it was taken under; set KINFOLD_SECRET to it, or authenticator apps, recovery codes and single sign-on do not open.',
};

/** An embedded database takes the secret over, beside its rows; otherwise only who sets KINFOLD_SECRET can. */
async function takeOver(database: RunningDatabase, secret: string | null, to: string | undefined): Promise<Secret> {
  if (secret === null) return 'not-in-it';
  if (to !== undefined) await writeFile(to, secret, { mode: 0o600, flag: 'wx' });
  if (secret === database.secret) return 'same';
  if (database.secretFile === null) return 'another';
  await replaceSecret(database.secretFile, secret);
  return 'taken-over';
}

/** From KINFOLD_BACKUP_PASSPHRASE, else asked for without showing it; twice when a typing error would lose everything. */
async function askPassphrase(twice: boolean): Promise<string> {
  const given = process.env['KINFOLD_BACKUP_PASSPHRASE'];
  if (given) return given;
  if (!process.stdin.isTTY)
    throw new Stop('Set KINFOLD_BACKUP_PASSPHRASE, or run this at a terminal to be asked for it.', 2);
  const first = await askHidden('Passphrase: ');
  if (!twice) return first;
  if ([...first].length < SHORTEST_PASSPHRASE)
    throw new Stop(`A passphrase needs ${SHORTEST_PASSPHRASE} characters or more.`, 2);
  if ((await askHidden('Again: ')) !== first) throw new Stop('The two were not the same.', 2);
  return first;
}

function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise<string>((resolve, reject) => {
    // Closed without an answer: by Ctrl-C, which a terminal asked in this way does not turn into a signal, or by its end.
    lines.once('close', () => reject(new Stop('No passphrase was given.', 2)));
    lines.question('', (answer) => {
      resolve(answer);
      lines.close();
    });
  }).finally(() => process.stderr.write('\n'));
}
