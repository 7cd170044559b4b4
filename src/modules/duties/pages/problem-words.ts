import type { ApiError } from '#web/staff/data/api-error.ts';
import { words } from './words.ts';

const worded = (code: string): string => words.problems[code] ?? words.problems['other'] ?? '';

/** Why a write was not done, in one sentence. */
export const problemSentence = (error: ApiError): string => worded(error.problem?.code ?? error.kind);

/** What is wrong with each field, in words, by the field's name. */
export function fieldProblems(error: ApiError | null): Readonly<Record<string, string>> {
  const problems = error?.problem?.problems ?? [];
  return Object.fromEntries(problems.map(({ field, code }) => [field, worded(code)]));
}
