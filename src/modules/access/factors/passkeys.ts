import { randomUUID } from 'node:crypto';
import { type Db, statement } from '#platform/database/db.ts';
import type { PasskeyAnswer } from '../contract/passkey-shapes.ts';
import { type StepKind, takeStep } from '../sign-in/steps.ts';
import { type KnownPasskey, type MadePasskey, passkeyPlace, readUsedPasskey } from './passkey.ts';

const COLUMNS = `k.id, k.credential, k.person, k.public_key as "publicKey", k.counter, k.transports`;
const OF_PERSON = statement(
  'access.passkeys-of-person',
  `select ${COLUMNS} from kinfold.passkey k where k.person = $1 order by k.created_at, k.id`,
);
const BY_CREDENTIAL = statement(
  'access.passkey-by-credential',
  `select ${COLUMNS} from kinfold.passkey k join kinfold.person p on p.id = k.person
   where k.credential = $1 and p.disabled_at is null for update of k`,
);
const USED = statement(
  'access.used-passkey',
  'update kinfold.passkey set counter = $2, last_used_at = now() where id = $1',
);
const ADD = statement(
  'access.add-passkey',
  `insert into kinfold.passkey (id, credential, person, label, public_key, counter, transports) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (credential) do nothing`,
);
const REMOVE = statement('access.remove-passkey', 'delete from kinfold.passkey where person = $1 and id = $2');

export async function passkeysOf(db: Db, person: string): Promise<KnownPasskey[]> {
  return (await db.query<KnownPasskey>(OF_PERSON, [person])).rows;
}

/** Keeps a new passkey and returns its id; null when this very passkey is known already. */
export async function keepPasskey(
  db: Db,
  person: string,
  label: string,
  made: MadePasskey,
  transports: string[],
): Promise<string | null> {
  const id = randomUUID();
  const values = [id, made.credential, person, label, made.publicKey, made.counter, transports];
  return (await db.query(ADD, values)).rowCount > 0 ? id : null;
}

export async function removePasskey(db: Db, person: string, id: string): Promise<boolean> {
  return (await db.query(REMOVE, [person, id])).rowCount > 0;
}

export interface PasskeyUse {
  readonly person: string;
  /** The session the challenge was made for, when it was made in one. */
  readonly session: string | null;
}

/**
 * Takes the challenge a passkey answered and says whose passkey it was; null when it does not verify, or when the
 * challenge was made for somebody else. A challenge is used up either way.
 */
export async function takePasskey(
  db: Db,
  publicUrl: string,
  kind: StepKind,
  answer: PasskeyAnswer,
): Promise<PasskeyUse | null> {
  const step = await takeStep(db, kind, answer.ticket);
  const { rows } = await db.query<KnownPasskey>(BY_CREDENTIAL, [answer.response.id]);
  const [known] = rows;
  if (!known || (step.person !== null && step.person !== known.person)) return null;
  const challenge = String(step.data.challenge);
  const counter = await readUsedPasskey(passkeyPlace(publicUrl), challenge, answer.response, known);
  if (counter === null) return null;
  await db.query(USED, [known.id, counter]);
  return { person: known.person, session: step.session };
}
