/** Ends a command with one clear sentence and an exit code: 1 it did not work, 2 the call was wrong, 3 something was found. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly exitCode: number;
  constructor(sentence: string, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** What to tell the person at the terminal. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error)
    return `Port ${String(error.port)} is already in use; set PORT to another one.`;
  return error.message;
}
