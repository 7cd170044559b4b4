import { ApiError } from '#web/staff/data/api-error.ts';
import { waitWords } from '#web/staff/data/wait-words.ts';
import { words } from './words.ts';

/** A code in words. */
export const wordsOfCode = (code: string): string => words.problems[code] ?? words.problems['other'] ?? '';

/** Why something about signing in was not done, in words. A passkey dialog that was closed counts as not used. */
export function problemWords(error: unknown): string {
  const { problems } = words;
  if (!(error instanceof ApiError)) return problems['passkey-stopped'] ?? '';
  const wait = waitWords(error);
  if (wait !== null) return wait;
  const code = error.problem?.problems[0]?.code ?? error.problem?.code ?? error.kind;
  return problems[code] ?? problems[error.kind] ?? problems['other'] ?? '';
}
