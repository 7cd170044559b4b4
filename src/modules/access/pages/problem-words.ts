import { ApiError } from '#web/staff/data/api-error.ts';
import { waitWords } from '#web/staff/data/wait-words.ts';
import { DOORSTEP, type Language } from './doorstep-words/doorstep-words.ts';

const problemsIn = (language: Language): Readonly<Record<string, string>> => DOORSTEP[language].problems;

/** A code in words. */
export const wordsOfCode = (code: string, language: Language): string =>
  problemsIn(language)[code] ?? DOORSTEP[language].problems.other;

/** Why something about signing in was not done, in words. A passkey dialog that was closed counts as not used. */
export function problemWords(error: unknown, language: Language = 'en'): string {
  const problems = problemsIn(language);
  const { 'passkey-stopped': stopped, other } = DOORSTEP[language].problems;
  if (!(error instanceof ApiError)) return stopped;
  const wait = waitWords(error, language);
  if (wait !== null) return wait;
  const code = error.problem?.problems[0]?.code ?? error.problem?.code ?? error.kind;
  return problems[code] ?? problems[error.kind] ?? other;
}
