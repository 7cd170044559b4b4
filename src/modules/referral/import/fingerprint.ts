import { type CleanCells, cleanCells } from './clean-cells.ts';
import { importColumns, type RowCells } from './columns.ts';

/**
 * A text that is equal for two rows exactly when they say the same: in whatever order the columns stand, whatever the
 * line ends, quotes and blanks around. Hash it (SHA-256) to store it.
 */
export function rowFingerprint(row: RowCells): string {
  return cleanFingerprint(cleanCells(row));
}

/** The same for a row that is clean already. */
export function cleanFingerprint(cells: CleanCells): string {
  return JSON.stringify(COLUMNS_BY_NAME.flatMap((column) => (cells[column] === '' ? [] : [[column, cells[column]]])));
}

const COLUMNS_BY_NAME = importColumns.toSorted((a, b) => (a < b ? -1 : 1));
