import { fullDay } from '#design-system/time/day-words.ts';
import { parseDay } from '#shared/calendar-day.ts';
import type { ApiError } from '#web/staff/data/api-error.ts';
import { words } from './words.ts';

const worded = (code: string): string => words.problems[code] ?? words.problems['other'] ?? '';

/** Why a write was not done, in one sentence. */
export const problemSentence = (error: ApiError): string => worded(error.problem?.code ?? error.kind);

interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly detail?: { readonly since?: string };
}

/** What is wrong with each field, in words, by the field's name. */
export function fieldProblems(error: ApiError | null): Readonly<Record<string, string>> {
  const problems: readonly FieldProblem[] = error?.problem?.problems ?? [];
  return Object.fromEntries(
    problems.map(({ field, code, detail }) => {
      const since = parseDay(detail?.since ?? '');
      return [field, worded(code).replace('{since}', since === null ? '' : fullDay(since))];
    }),
  );
}
