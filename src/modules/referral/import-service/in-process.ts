import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { runAgencyCommand } from '#modules/record/agency-command.ts';
import { notFound } from '#modules/record/refusal.ts';
import { onPool, statement } from '#platform/database/db.ts';
import type { ImportDeps } from './deps.ts';
import { stopAbandoned, stopImport, whileHeld } from './end-import.ts';
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

/** Thrown when an import was told to stop: what came in stays, and the same file again takes up where it ended. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
  readonly done: number;
  readonly rows: number;
  constructor(done: number, rows: number) {
    super(`stopped after ${done} of ${rows} rows`);
    this.done = done;
    this.rows = rows;
  }
}

export interface ImportSummary {
  readonly import: string;
  readonly rows: number;
  readonly counts: ImportCounts;
}

/**
 * Imports a file for a seat, in this process and at once, for the command line: whoever may run it holds the owner's
 * connection. Throws `Refusal` when the seat may not import or the file has no rows or lacks a column, `ImportStopped` when
 * `told` was aborted; calls `progress` after every group of rows. An import that goes no further, for whatever reason, is
 * said to have stopped: by this, or after a kill by the next import or the next start of the program.
 */
export async function importReferrals(
  deps: ImportDeps & { readonly owner: pg.Pool },
  asked: Omit<FileToImport, 'id'> & { readonly seat: string; readonly id?: string },
  progress: (done: number, rows: number) => void = () => {},
  told: AbortSignal = new AbortController().signal,
): Promise<ImportSummary> {
  const owner = onPool(deps.owner);
  await stopAbandoned(deps.owner);
  const session = randomUUID();
  const caller = { tokenHash: randomBytes(32), seat: asked.seat };
  if ((await owner.query(OPEN, [session, caller.tokenHash, asked.seat])).rowCount === 0) throw notFound();
  try {
    const { seat: _, id = randomUUID(), ...file } = asked;
    return await whileHeld(deps.owner, id, async () => {
      const { import: batch, rows } = await runAgencyCommand(
        deps,
        { caller, permission: 'referral.import', event: 'import.started', write: id, body: file },
        (command) => startImport(command, { ...file, id }),
      );
      let done = 0;
      const run = {
        batch,
        caller,
        between: () => {
          if (told.aborted) throw new ImportStopped(done, rows);
        },
        progress: (sofar: number, all: number) => {
          void owner.query(KEEP_OPEN, [session]).catch(() => {});
          done = sofar;
          progress(sofar, all);
        },
      };
      try {
        return { import: batch, rows, counts: await runImport(deps, run) };
      } catch (error) {
        // Without a database it cannot be said now; whoever comes next says it.
        await stopImport(deps.owner, batch).catch(() => {});
        throw error instanceof ImportStopped ? new ImportStopped(done, rows) : error;
      }
    });
  } finally {
    await owner.query(END, [session]);
  }
}
