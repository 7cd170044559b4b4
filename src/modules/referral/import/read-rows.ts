import type { Problem } from '#shared/result.ts';
import type { ReviewTask } from '../review-tasks.ts';
import { applyMapping, type ColumnMapping } from './columns.ts';
import { SeenInFile } from './likely-twice.ts';
import type { FileRow, ReferralFile } from './read-file.ts';
import { externalIdOf, type ImportContext, type ReadRow, readRow } from './read-row.ts';
import { toCompare } from './to-compare.ts';

/** What became of one row of the file, with its line and its cells as they stood. */
export type RowOutcome = ReadRow & { readonly line: number; readonly cells: readonly string[] };

/** Reads every row of a file at once. */
export function readRows(file: ReferralFile, mapping: ColumnMapping, context: ImportContext): readonly RowOutcome[] {
  return [...rowsOf(file, mapping, context)];
}

/**
 * Reads the rows of a file as they are asked for, each by itself and then against the rows above it: a number used twice
 * for different rows returns the later one, the same row twice counts once, and the same youth twice comes in with a task.
 */
export function* rowsOf(file: ReferralFile, mapping: ColumnMapping, context: ImportContext): Generator<RowOutcome> {
  const lineOfId = new Map<string, { readonly line: number; readonly rowHash: string }>();
  const seen = new SeenInFile<{ readonly line: number; readonly externalId: string }>();
  for (const row of file.rows) {
    const read = againstRowsAbove(readFileRow(row, mapping, context), lineOfId);
    const outcome = { ...read, line: row.line, cells: row.cells };
    if (outcome.kind !== 'readable') {
      yield outcome;
      continue;
    }
    const { externalId } = outcome.draft;
    lineOfId.set(externalId, { line: row.line, rowHash: outcome.rowHash });
    const twice = seen.findAndAdd(toCompare(outcome.draft), { line: row.line, externalId });
    const task: ReviewTask | null = twice && {
      code: 'likely-duplicate',
      field: 'row',
      detail: { line: twice.what.line, externalId: twice.what.externalId, score: twice.match.score },
    };
    yield task ? { ...outcome, tasks: [...outcome.tasks, task] } : outcome;
  }
}

/** The numbers under which rows that can be laid under the columns would come in, in the order of the file. */
export function numbersIn(file: ReferralFile, mapping: ColumnMapping, hash: ImportContext['hash']): string[] {
  return file.rows.flatMap(({ cells, problem }) => (problem ? [] : [externalIdOf(applyMapping(cells, mapping), hash)]));
}

function readFileRow(row: FileRow, mapping: ColumnMapping, context: ImportContext): ReadRow {
  if (row.problem)
    return { kind: 'unreadable', rowHash: context.hash(JSON.stringify(row.cells)), problems: [row.problem] };
  return readRow(applyMapping(row.cells, mapping), context, row.was);
}

function againstRowsAbove(
  read: ReadRow,
  above: ReadonlyMap<string, { readonly line: number; readonly rowHash: string }>,
): ReadRow {
  if (read.kind !== 'readable') return read;
  const { externalId } = read.draft;
  const earlier = above.get(externalId);
  if (earlier === undefined) return read;
  if (earlier.rowHash === read.rowHash) return { kind: 'already-here', rowHash: read.rowHash, externalId };
  const problem: Problem = {
    field: 'referral_id',
    code: 'id-repeated',
    detail: { value: externalId, line: earlier.line },
  };
  return { kind: 'unreadable', rowHash: read.rowHash, problems: [problem] };
}
