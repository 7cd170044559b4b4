import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';

const OWES = statement('access.owes-second-factor', 'select kinfold.owes_second_factor($1) as owes');
const WHO = statement('access.who-sets-up', 'select id as person, name, email from kinfold.person where id = $1');
const STILL_NONE = statement(
  'access.still-without-factor',
  `select not exists (select 1 from kinfold.totp t where t.person = p.id and t.confirmed_at is not null)
     and not exists (select 1 from kinfold.passkey k where k.person = p.id) as none
   from kinfold.person p where p.id = $1 and p.disabled_at is null for update`,
);

/** Whether an agency this person works for today demands a second factor from its staff. */
export async function owesSecondFactor(db: Db, person: string): Promise<boolean> {
  return (await db.query<{ owes: boolean }>(OWES, [person])).rows[0]?.owes === true;
}

export interface WhoSetsUp {
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
}

export async function whoSetsUp(db: Db, person: string): Promise<WhoSetsUp> {
  const { rows } = await db.query<WhoSetsUp>(WHO, [person]);
  if (!rows[0]) throw new Refusal(401, 'ticket-expired');
  return rows[0];
}

/**
 * To be called before a first factor is kept on the word of a password alone, in the same transaction. Of two tickets only
 * the first sets something up: a second, perhaps of somebody who guessed the password, would otherwise add theirs beside it.
 * Throws `ticket-expired` (401).
 */
export async function stillWithout(db: Db, person: string): Promise<void> {
  const { rows } = await db.query<{ none: boolean }>(STILL_NONE, [person]);
  if (rows[0]?.none !== true) throw new Refusal(401, 'ticket-expired');
}
