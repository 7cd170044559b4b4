import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';

/** The session a request came with, and what sign-in knows of its person. */
export interface OwnSession {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly passwordSufficesAlone: boolean;
  readonly locked: boolean;
  readonly steppedUp: boolean;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
}

const FIND = statement(
  'access.own-session',
  `select s.id, s.person, p.name, p.email, p.password_hash as "passwordHash", p.password_suffices_alone as "passwordSufficesAlone",
     s.locked_at is not null or kinfold.locks_at(s) < now() as locked,
     coalesce(s.stepped_up_at > kinfold.present() - interval '10 minutes', false) as "steppedUp",
     exists (select 1 from kinfold.totp t where t.person = p.id and t.confirmed_at is not null) as "hasTotp",
     exists (select 1 from kinfold.passkey k where k.person = p.id) as "hasPasskey"
   from kinfold.session s join kinfold.person p on p.id = s.person
   where s.token_hash = $1 and s.ended_at is null and s.ends_at > now() and p.disabled_at is null`,
);

/** Throws 401 when there is no such session any more. It may be locked: see `unlocked`. */
export async function ownSession(db: Db, tokenHash: Buffer): Promise<OwnSession> {
  const { rows } = await db.query<OwnSession>(FIND, [tokenHash]);
  const [found] = rows;
  if (!found) throw new Refusal(401, 'signed-out');
  return found;
}

/** The same, throwing 423 while it is locked. */
export async function unlocked(db: Db, tokenHash: Buffer): Promise<OwnSession> {
  const session = await ownSession(db, tokenHash);
  if (session.locked) throw new Refusal(423, 'locked');
  return session;
}
