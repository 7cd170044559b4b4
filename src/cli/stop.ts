import { Refusal } from '#modules/record/refusal.ts';

/** Ends a command with one clear sentence and an exit code: 1 it did not work, 2 the call was wrong, 3 something was found. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly exitCode: number;
  constructor(sentence: string, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Why a database could not be spoken to, by the code of the system or of PostgreSQL. */
const DATABASE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No database answers there; check DATABASE_URL, and that the database runs',
  ENOTFOUND: 'The host of DATABASE_URL is not known',
  ETIMEDOUT: 'The database did not answer in time; check DATABASE_URL',
  '28P01': 'The database does not accept the password in DATABASE_URL',
  '28000': 'The database does not let the user of DATABASE_URL in',
  '3D000': 'There is no such database as DATABASE_URL names',
  '42501': 'The user of DATABASE_URL may not do what Kinfold needs; it must own the database',
};

/** Why a file or folder could not be used, by the code of the system. */
const FILES: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file or folder ${path}.`,
  // Node does not say which.
  EISDIR: () => 'A folder was named where a file is needed.',
  ENOTDIR: (path) => `${path} leads through a file; a folder is needed there.`,
  EACCES: (path) => `${path} may not be opened by whoever runs this.`,
  EROFS: (path) => `${path} is on a disk that cannot be written.`,
  EEXIST: (path) => `${path} is there already; name another.`,
  ENOSPC: () => 'The disk is full.',
};

/** What to tell the person at the terminal: one sentence. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return ended(String(error));
  if (error instanceof Refusal) return refusedIn(error);
  // Several addresses of one host were tried: the first says why.
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return sentenceOf(error.errors[0]);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'EADDRINUSE' && 'port' in error)
    return `Port ${String(error.port)} is already in use; set PORT to another one.`;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'there';
  const file = FILES[code];
  if (file) return file(path);
  return ended(DATABASE[code] ?? error.message);
}

/** What the program itself refused: to a seat named by `--as`, or for what a file holds. */
function refusedIn({ status, code, problems }: Refusal): string {
  if (status === 403) return 'The seat that --as names may not do this.';
  const which = problems.map((problem) => `${problem.field} ${problem.code}`).join(', ');
  return ended(`Refused: ${which || code}`);
}

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
