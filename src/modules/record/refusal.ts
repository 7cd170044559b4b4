import type { Problem } from '#shared/result.ts';

/** Why an operation was not done, in codes; words are chosen where it is shown. Carries the HTTP status it becomes. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly problems: readonly Problem[];
  /** Further facts the reader needs, such as both versions of a conflict or the clause of a gate. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, problems: readonly Problem[] = [], extra: Record<string, unknown> = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.problems = problems;
    this.extra = extra;
  }
}

/** One wrong field. */
export const wrongField = (field: string, code: string, detail?: Record<string, string | number>): Refusal =>
  new Refusal(422, 'invalid', [detail ? { field, code, detail } : { field, code }]);

export const notFound = (): Refusal => new Refusal(404, 'not-found');

const BY_SQLSTATE: Readonly<Record<string, readonly [number, string]>> = {
  KF401: [401, 'signed-out'],
  KF403: [403, 'not-your-seat'],
  KF404: [404, 'not-found'],
  KF410: [409, 'id-used-for-another-write'],
  KF423: [423, 'locked'],
  '42501': [403, 'not-allowed'],
  '23505': [409, 'already-there'],
  // Waited too long for somebody else's change, or took too long: nothing was done, and trying again is right.
  '55P03': [503, 'busy'],
  '57014': [503, 'took-too-long'],
};

/** Of what is there already, what it is, where the reader can do something about it. Named by the index that forbids it. */
const BY_INDEX: Readonly<Record<string, string>> = { referral_external: 'number-used' };

/** A refusal that PostgreSQL pronounced, or null when the error is a defect of ours. */
export function refusalFrom(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const code = sqlState(error);
  const known = code === null ? undefined : BY_SQLSTATE[code];
  return known ? new Refusal(known[0], BY_INDEX[indexOf(error)] ?? known[1]) : null;
}

const indexOf = (error: unknown): string =>
  error instanceof Error && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';

export function sqlState(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
