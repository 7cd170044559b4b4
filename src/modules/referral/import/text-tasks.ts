import type { ReviewTask } from '../review-tasks.ts';
import type { CleanCells } from './clean-cells.ts';
import { LOST_LETTER } from './clean-text.ts';
import { type ImportColumn, importColumns } from './columns.ts';
import { isFormula, startsLikeFormula } from './formula.ts';

/** Where nothing that a spreadsheet would run has any business at all, not even a leading dash. */
const NAMES: readonly ImportColumn[] = [
  'youth_first_name',
  'youth_last_name',
  'preferred_name',
  'guardian_first_name',
  'guardian_last_name',
];

/**
 * What in the texts themselves a person should see: a formula, kept as text, and letters that did not survive the way
 * here.
 */
export function textTasks(cells: CleanCells): readonly ReviewTask[] {
  return importColumns.flatMap((field) => {
    const text = cells[field];
    const formula = NAMES.includes(field) ? startsLikeFormula(text) : isFormula(text);
    const tasks: ReviewTask[] = [];
    if (formula) tasks.push({ code: 'formula-text', field });
    if (text.includes(LOST_LETTER)) tasks.push({ code: 'letters-lost', field });
    return tasks;
  });
}
