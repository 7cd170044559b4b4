import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { runAgencyCommand } from '#modules/record/agency-command.ts';
import { notFound } from '#modules/record/refusal.ts';
import { onPool, statement } from '#platform/database/db.ts';
import type { ImportDeps } from './deps.ts';
import { type ImportCounts, runImport } from './run-import.ts';
import { type FileToImport, startImport } from './start-import.ts';

// The same kind of session a background job has: nobody can type its key.
const OPEN = statement(
  'import.open-session',
  `insert into kinfold.session (id, token_hash, person, ends_at, device)
   select $1, $2, person, now() + interval '1 day', 'Command line' from kinfold.seat where id = $3`,
);
const KEEP_OPEN = statement('import.keep-session', 'update kinfold.session set last_seen_at = now() where id = $1');
const END = statement('import.end-session', 'update kinfold.session set ended_at = now() where id = $1');

export interface ImportSummary {
  readonly import: string;
  readonly rows: number;
  readonly counts: ImportCounts;
}

/**
 * Imports a file for a seat, in this process and at once, for the command line: whoever may run it holds the owner's
 * connection. Throws `Refusal` when the seat may not import or the file has no rows or lacks a column; calls `progress`
 * after every group of rows.
 */
export async function importReferrals(
  deps: ImportDeps & { readonly owner: pg.Pool },
  asked: Omit<FileToImport, 'id'> & { readonly seat: string; readonly id?: string },
  progress: (done: number, rows: number) => void = () => {},
): Promise<ImportSummary> {
  const owner = onPool(deps.owner);
  const session = randomUUID();
  const caller = { tokenHash: randomBytes(32), seat: asked.seat };
  if ((await owner.query(OPEN, [session, caller.tokenHash, asked.seat])).rowCount === 0) throw notFound();
  try {
    const { seat: _, id = randomUUID(), ...file } = asked;
    const { import: batch, rows } = await runAgencyCommand(
      deps,
      { caller, permission: 'referral.import', event: 'import.started', write: id, body: file },
      (command) => startImport(command, { ...file, id }),
    );
    const counts = await runImport(deps, {
      batch,
      caller,
      between: () => {},
      progress: (done, all) => {
        void owner.query(KEEP_OPEN, [session]).catch(() => {});
        progress(done, all);
      },
    });
    return { import: batch, rows, counts };
  } finally {
    await owner.query(END, [session]);
  }
}
