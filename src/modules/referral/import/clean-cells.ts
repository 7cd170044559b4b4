import { cleanLine, cleanText } from './clean-text.ts';
import { type ImportColumn, importColumns, type RowCells } from './columns.ts';
import { undefuse } from './formula.ts';

/**
 * A row ready to be read: every column there (empty when the file has none), cleaned, on one line where one is enough.
 */
export type CleanCells = Readonly<Record<ImportColumn, string>>;

const OF_SEVERAL_LINES: readonly ImportColumn[] = ['situation', 'domains'];

/** Cleans the cells of a row. Cleaning twice changes nothing. */
export function cleanCells(row: RowCells): CleanCells {
  const entries = importColumns.map((column) => [column, cleanCell(row, column)]);
  return Object.fromEntries(entries) as Record<ImportColumn, string>;
}

/** One of them. */
export function cleanCell(row: RowCells, column: ImportColumn): string {
  const clean = OF_SEVERAL_LINES.includes(column) ? cleanText : cleanLine;
  // Before and after: the apostrophe may stand before a tab that cleaning takes away, or after a sign nobody sees.
  return undefuse(clean(undefuse(row[column] ?? '')));
}
