import { wrongField } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { Actor } from '../model.ts';
import { ownSeat } from './own-agency.ts';

// One supervisor at a time: what was planned from this day on gives way, what was before ends the day before.
const GIVE_WAY = statement(
  'access.supervision-gives-way',
  'delete from kinfold.supervision where seat = $1 and from_day >= $2',
);
const END = statement(
  'access.end-supervision',
  'update kinfold.supervision set to_day = $2::date - 1 where seat = $1 and (to_day is null or to_day >= $2)',
);
const BEGIN = statement(
  'access.begin-supervision',
  'insert into kinfold.supervision (supervisor, seat, from_day) values ($1, $2, $3)',
);

/** Who supervises a seat from a day on, or nobody. Both seats must be of the actor's agency. */
export async function superviseFrom(
  db: Db,
  actor: Actor,
  asked: { readonly seat: string; readonly supervisor: string | null; readonly from: string },
): Promise<void> {
  const { seat, supervisor, from } = asked;
  if (seat === supervisor) throw wrongField('supervisor', 'oneself');
  await ownSeat(db, actor, seat);
  if (supervisor) await ownSeat(db, actor, supervisor);
  await db.query(GIVE_WAY, [seat, from]);
  await db.query(END, [seat, from]);
  if (supervisor) await db.query(BEGIN, [supervisor, seat, from]);
}
