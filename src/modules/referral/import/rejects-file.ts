import type { Problem } from '#shared/result.ts';
import { defuse } from './formula.ts';
import { problemWords } from './problem-words.ts';
import { REASON_COLUMNS } from './read-file.ts';

export interface RejectedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly Problem[];
  /** What the row is called, so that it is known again however it is mended. */
  readonly was: string;
}

/**
 * The rows that could not be read, as a file to mend and import again: line, reasons and what the row is called in front, then the
 * columns as they came. No cell runs as a formula. Importing leaves the three columns in front out, so nothing but the mending is
 * needed.
 */
export function rejectsFile(columns: readonly string[], rows: readonly RejectedRow[]): string {
  const header = [...REASON_COLUMNS, ...columns];
  const lines = rows.map((row) => [String(row.line), row.problems.map(problemWords).join(' '), row.was, ...row.cells]);
  // The mark in front tells spreadsheets that this is UTF-8.
  return `\uFEFF${[header, ...lines].map(csvLine).join('\r\n')}\r\n`;
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => csvCell(defuse(cell))).join(',');
}

function csvCell(text: string): string {
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
