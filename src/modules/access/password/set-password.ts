import { wrongField } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { commonPasswords } from './common-passwords.ts';
import { hashPassword } from './hash.ts';
import { LENGTH_ALONE, LENGTH_BESIDE_SECOND_FACTOR, passwordProblem, sufficesAlone } from './policy.ts';

const ABOUT = statement(
  'access.about-person',
  `select array_remove(array_agg(distinct word), null) as about from (
     select unnest(array[p.name, p.email, g.name, g.short_name]) as word
     from kinfold.person p left join kinfold.seat s on s.person = p.id left join kinfold.agency g on g.id = s.agency
     where p.id = $1) as words`,
);
const SET = statement(
  'access.set-password',
  `update kinfold.person set password_hash = $2, password_set_at = now(), password_suffices_alone = $3 where id = $1`,
);

/** A password found good, hashed outside any transaction since that takes long. */
export interface ReadyPassword {
  readonly hash: string;
  readonly sufficesAlone: boolean;
}

/** Throws a 422 on `field` when the password is not good enough; the code says why. */
export async function readyPassword(
  db: Db,
  person: string,
  password: string,
  secondFactor: boolean,
  field: string,
): Promise<ReadyPassword> {
  const { rows } = await db.query<{ about: string[] | null }>(ABOUT, [person]);
  const problem = passwordProblem(password, {
    secondFactor,
    about: rows[0]?.about ?? [],
    common: await commonPasswords(),
  });
  if (problem) throw wrongField(field, problem, { least: secondFactor ? LENGTH_BESIDE_SECOND_FACTOR : LENGTH_ALONE });
  return { hash: await hashPassword(password), sufficesAlone: sufficesAlone(password) };
}

export async function setPassword(db: Db, person: string, ready: ReadyPassword): Promise<void> {
  await db.query(SET, [person, ready.hash, ready.sufficesAlone]);
}
