import { type Db, statement } from '#platform/database/db.ts';
import type { Actor } from '../model.ts';
import { notOneself, ownPersonAlone } from './own-agency.ts';

const SET = statement(
  'access.set-standing',
  'update kinfold.person set disabled_at = case when $2 then coalesce(disabled_at, now()) end where id = $1',
);
const END_SESSIONS = statement(
  'access.end-sessions-of',
  'update kinfold.session set ended_at = now() where person = $1 and ended_at is null',
);
const WITHDRAW = statement(
  'access.withdraw-links-of',
  'update kinfold.invitation set withdrawn_at = now() where person = $1 and accepted_at is null and withdrawn_at is null',
);

/** Shuts somebody out at once, with every session and link they have, or lets them in again. Nobody shuts themselves out. */
export async function setPersonStanding(db: Db, actor: Actor, person: string, disabled: boolean): Promise<void> {
  notOneself(actor, person);
  await ownPersonAlone(db, actor, person);
  await db.query(SET, [person, disabled]);
  if (!disabled) return;
  await db.query(END_SESSIONS, [person]);
  await db.query(WITHDRAW, [person]);
}
