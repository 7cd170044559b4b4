import { type Db, statement } from '#platform/database/db.ts';
import { seal, unseal } from '../sealed.ts';
import { stepOfCode } from './totp-code.ts';

const PURPOSE = 'totp secret';

const START = statement(
  'access.start-totp',
  `insert into kinfold.totp as t (person, secret) values ($1, $2)
   on conflict (person) do update set secret = excluded.secret, last_step = 0 where t.confirmed_at is null`,
);
const READ = statement(
  'access.read-totp',
  'select secret, last_step as "lastStep", confirmed_at is not null as confirmed from kinfold.totp where person = $1',
);
const USED = statement(
  'access.used-totp',
  'update kinfold.totp set last_step = $2 where person = $1 and last_step < $2',
);
const CONFIRM = statement(
  'access.confirm-totp',
  'update kinfold.totp set confirmed_at = now() where person = $1 and confirmed_at is null',
);
const ALL = statement('access.all-totp', 'select person, secret from kinfold.totp where confirmed_at is not null');
const REMOVE = statement('access.remove-totp', 'delete from kinfold.totp where person = $1');

/** Keeps a secret not yet confirmed. False when an authenticator app is set up already. */
export async function keepTotp(db: Db, secret: string, person: string, totpSecret: string): Promise<boolean> {
  const { rowCount } = await db.query(START, [person, seal(secret, PURPOSE, person, totpSecret)]);
  return rowCount > 0;
}

/** What a code was found to be. Of an app set up under another secret than the installation's no code can be checked. */
export type TotpVerdict = 'right' | 'wrong-code' | 'app-of-another-secret';

/**
 * Uses up a code: `right` once for each right code, in however many processes it is tried. `confirmed` says whether the
 * app must have been confirmed before, or is just being.
 */
export async function takeTotp(
  db: Db,
  secret: string,
  person: string,
  code: string,
  nowMs: number,
  confirmed: boolean,
): Promise<TotpVerdict> {
  const { rows } = await db.query<{ secret: Buffer; lastStep: number; confirmed: boolean }>(READ, [person]);
  const [kept] = rows;
  if (!kept || kept.confirmed !== confirmed) return 'wrong-code';
  const opened = opens(secret, person, kept.secret);
  if (opened === null) return 'app-of-another-secret';
  const step = stepOfCode(opened, code, nowMs, kept.lastStep);
  if (step === null) return 'wrong-code';
  // Of two requests with one code, whichever comes second finds the step used up.
  return (await db.query(USED, [person, step])).rowCount > 0 ? 'right' : 'wrong-code';
}

export const confirmTotp = async (db: Db, person: string): Promise<void> => void (await db.query(CONFIRM, [person]));

export const removeTotp = async (db: Db, person: string): Promise<boolean> =>
  (await db.query(REMOVE, [person])).rowCount > 0;

/** How many authenticator apps were set up under another secret than the installation's, so that no code of theirs is ever right. */
export async function appsOfAnotherSecret(db: Db, secret: string): Promise<number> {
  const { rows } = await db.query<{ person: string; secret: Buffer }>(ALL);
  return rows.filter((kept) => opens(secret, kept.person, kept.secret) === null).length;
}

/** The app's secret, or null when it was sealed under another secret than the installation's. */
function opens(secret: string, person: string, sealed: Buffer): string | null {
  try {
    return unseal(secret, PURPOSE, person, sealed);
  } catch {
    return null;
  }
}
