import type { Command } from '#modules/record/command.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { Problem } from '#shared/result.ts';
import { applyMapping, type ColumnMapping, type RowCells } from '../import/columns.ts';
import { rowFingerprint } from '../import/fingerprint.ts';
import { COUNTED } from './queries.ts';
import { hash } from './row-hash.ts';

const ROW = statement(
  'import.row-to-mend',
  `select b.file_name as "fileName", b.mapping, i.cells, i.problems from kinfold.import_row i join kinfold.import_batch b on b.id = i.batch
   where i.batch = $1 and i.row = $2 and i.outcome = 'unreadable'`,
);
const MENDED = statement(
  'import.row-mended',
  `update kinfold.import_row set outcome = $3, chart = $4, cells = null, problems = '[]'
   where batch = $1 and row = $2 and outcome = 'unreadable'`,
);
const COUNT_ANEW = statement(
  'import.count-anew',
  `update kinfold.import_batch set counts = ${COUNTED} where id = $1 and state <> 'running'`,
);

export interface RowToMend {
  readonly fileName: string;
  /** As they stand in the file, under our names. */
  readonly cells: RowCells;
  readonly problems: readonly Problem[];
}

/** A row of the own agency's import that could not be read; null when there is none, or it was mended meanwhile. */
export async function rowToMend(db: Db, batch: string, row: number): Promise<RowToMend | null> {
  const { rows } = await db.query<{
    fileName: string;
    mapping: ColumnMapping | null;
    cells: string[] | null;
    problems: Problem[];
  }>(ROW, [batch, row]);
  const [found] = rows;
  if (!found) return null;
  const { fileName, mapping, cells, problems } = found;
  return { fileName, cells: applyMapping(cells ?? [], mapping ?? {}), problems };
}

/** Which row of which import a referral was written from. */
export interface Mends {
  readonly import: string;
  readonly row: number;
}

/** The fingerprint of the row as it was wrong, by which the same file again knows it; nothing when it is no longer one to mend. */
export async function fingerprintOf(db: Db, mends: Mends): Promise<string | undefined> {
  const found = await rowToMend(db, mends.import, mends.row);
  return found ? hash(rowFingerprint(found.cells)) : undefined;
}

/**
 * Says of a row that it came in by hand, and forgets its cells. Throws 409 `mended-meanwhile` when it is no longer one to
 * mend: the same youth would come in twice.
 */
export async function markMended(command: Command, mends: Mends, tasks: readonly string[]): Promise<void> {
  const outcome = tasks.length > 0 ? 'with-tasks' : 'registered';
  const values = [mends.import, mends.row, outcome, command.existing().id];
  if ((await command.db.query(MENDED, values)).rowCount === 0) throw new Refusal(409, 'mended-meanwhile');
  await command.db.query(COUNT_ANEW, [mends.import]);
}
