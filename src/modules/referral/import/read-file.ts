import type { Problem } from '#shared/result.ts';
import { type Delimiter, detectDelimiter } from './delimiter.ts';
import { type SplitRecord, splitRecords } from './split-records.ts';

/** A record of the file under its header. `problem`: it cannot be laid under the columns, so its cells mean nothing. */
export interface FileRow {
  /** The line of the file it begins on, from 1, as an editor shows it. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What the row was called when it came back to be mended; null in any other file. */
  readonly was: string | null;
  readonly problem: Problem | null;
}

export interface ReferralFile {
  /** The headers as they stand, in order; our own reason columns are left out. */
  readonly columns: readonly string[];
  readonly rows: readonly FileRow[];
  readonly delimiter: Delimiter;
  /** What is to be said about the file as a whole: `empty-file`, `no-rows`, `duplicate-column`. */
  readonly problems: readonly Problem[];
}

/** Columns that `rejectsFile` adds and reading leaves out again. */
export const REASON_COLUMNS = ['kinfold_line', 'kinfold_reason', 'kinfold_row'] as const;

/** Reads the text of a delimited file: any of the usual delimiters, line ends and quotes. Never throws. */
export function readReferralFile(text: string): ReferralFile {
  const plain = text.replace(/^\uFEFF/, '');
  const delimiter = detectDelimiter(plain);
  const [header, ...records] = splitRecords(plain, delimiter);
  if (header === undefined) {
    return { columns: [], rows: [], delimiter, problems: [{ field: 'file', code: 'empty-file' }] };
  }
  const headers = header.cells.map((cell) => cell.trim());
  const keep = headers.map((name) => !REASON_COLUMNS.some((ours) => ours === name.toLowerCase()));
  const columns = headers.filter((_, at) => keep[at]);
  const withoutReasons = (cells: readonly string[]) => cells.filter((_, at) => keep[at] ?? true);
  const called = headers.findIndex((name) => name.toLowerCase() === REASON_COLUMNS[2]);
  const rows = records.map((record) => ({
    ...fileRow(record, withoutReasons(record.cells), columns.length),
    was: record.cells[called]?.trim() || null,
  }));
  const problems = duplicateColumns(columns);
  return {
    columns,
    rows,
    delimiter,
    problems: rows.length === 0 ? [...problems, { field: 'file', code: 'no-rows' }] : problems,
  };
}

function fileRow(record: SplitRecord, cells: readonly string[], expected: number): Omit<FileRow, 'was'> {
  if (record.broken) {
    return { line: record.line, cells: record.cells, problem: { field: 'row', code: 'quote-not-closed' } };
  }
  // Spreadsheets add empty cells at the end of a row; they shift nothing.
  const surplusIsBlank = cells.slice(expected).every((cell) => cell.trim() === '');
  if (cells.length >= expected && surplusIsBlank) {
    return { line: record.line, cells: cells.slice(0, expected), problem: null };
  }
  const problem = { field: 'row', code: 'wrong-column-count', detail: { expected, found: cells.length } };
  return { line: record.line, cells, problem };
}

function duplicateColumns(columns: readonly string[]): readonly Problem[] {
  const names = columns.map((name) => name.toLowerCase());
  return columns
    .filter((_, at) => names.indexOf(names[at] ?? '') < at && names[at] !== '')
    .map((name) => ({ field: name, code: 'duplicate-column' }));
}
