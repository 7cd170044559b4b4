import { randomUUID } from 'node:crypto';
import { type Db, statement } from '#platform/database/db.ts';
import { appendAccessEvent } from '../audit-row.ts';
import { hashOf, newToken } from '../tokens.ts';

const INSERT = statement(
  'access.start-session',
  `insert into kinfold.session (id, token_hash, person, ends_at, device, stepped_up_at, at_screen)
   values ($1, $2, $3, now() + interval '12 hours', $4, case when $5 then kinfold.this_instant() end, true)`,
);
const END_FORMER = statement(
  'access.end-former-session',
  'update kinfold.session set ended_at = now() where token_hash = $1 and ended_at is null',
);

type SignInMeans = 'password' | 'totp' | 'recovery-code' | 'passkey' | 'single-sign-on' | 'invitation';

export interface SessionStart {
  readonly person: string;
  readonly device: string | null;
  readonly how: SignInMeans;
  /** A second factor was just proven: counts as stepping up. */
  readonly steppedUp?: boolean;
  /** The session this browser had before; it ends, so that no token lives on unseen. */
  readonly former?: Buffer | null;
}

/** Starts a session of at most twelve hours and returns its token, which is kept nowhere but with the browser. */
export async function startSession(db: Db, start: SessionStart): Promise<string> {
  const token = newToken();
  const session = randomUUID();
  if (start.former) await db.query(END_FORMER, [start.former]);
  await db.query(INSERT, [session, hashOf(token), start.person, start.device, start.steppedUp ?? false]);
  await appendAccessEvent(db, {
    operation: 'session.signed-in',
    outcome: 'done',
    person: start.person,
    session,
    details: { how: start.how },
  });
  return token;
}
