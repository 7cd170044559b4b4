import type { ApiError } from './api-error.ts';

const BY_KIND = {
  offline: 'There is no connection. It is tried again as soon as there is one.',
  'signed-out': 'You are signed out. Sign in again; what you wrote is kept.',
  locked: 'The screen is locked. What you wrote is kept.',
  fault: 'Something went wrong on our side. What you wrote is still here; try again.',
  refused: 'This cannot be done as it stands.',
} as const;

const BY_CODE: Readonly<Record<string, string>> = {
  'not-allowed': 'This seat may not do that.',
  'not-found': 'It is not here any more, or not within this seat’s reach. Load the page again.',
  'already-there': 'It is there already. Load the page again to see it.',
  'step-up': 'Prove that it is you first: this needs a fresh sign-in.',
};

/** A refusal in one sentence: `words` of the page first, then the general ones. */
export function failureWords(error: ApiError, words: Readonly<Record<string, string>> = {}): string {
  const field = error.problem?.problems[0];
  const codes = [field?.code, error.problem?.code].filter((code) => code !== undefined);
  for (const code of codes) {
    const known = words[code] ?? BY_CODE[code];
    if (known) return known;
  }
  return BY_KIND[error.kind];
}
