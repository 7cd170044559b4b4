import { notFound, wrongField } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { Actor } from '../model.ts';
import { isLimitedToCharts } from './limited-to-charts.ts';
import { ownSeat } from './own-agency.ts';
import { coversCharts } from './who-covers.ts';

const OVERLAP = statement(
  'access.overlapping-absence',
  'select 1 from kinfold.absence where seat = $1 and from_day <= $3 and to_day >= $2',
);
const ADD = statement(
  'access.add-absence',
  'insert into kinfold.absence (id, seat, cover, from_day, to_day) values ($1, $2, $3, $4, $5)',
);
const FIND = statement(
  'access.own-absence',
  `select a.from_day as "from", a.to_day as "to" from kinfold.absence a join kinfold.seat s on s.id = a.seat
   where a.id = $1 and s.agency = $2 for update of a`,
);
const SHORTEN = statement('access.shorten-absence', 'update kinfold.absence set to_day = $2 where id = $1');
const TAKE_BACK = statement('access.take-back-absence', 'delete from kinfold.absence where id = $1');

const ANSWERS_FOR = statement('access.answers-for', 'select $2 = any (kinfold.answers_for($1, $3)) as theirs');

export interface NewAbsence {
  readonly absence: string;
  readonly seat: string;
  readonly cover: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Arranges cover between two seats of the actor's agency. One absence at a time, so that there is one who covers. Cover opens
 * charts, so whoever the agency limits to charts arranges it for themselves and for those whose work they answer for.
 */
export async function arrangeCover(db: Db, actor: Actor, asked: NewAbsence): Promise<void> {
  const { absence, seat, cover, from, to } = asked;
  if (to < from) throw wrongField('to', 'before-it-began');
  if (seat === cover) throw wrongField('cover', 'oneself');
  if ((await isLimitedToCharts(db, actor)) && !(await isTheirs(db, actor, seat)))
    throw wrongField('seat', 'not-your-team');
  const [away, covering] = [await ownSeat(db, actor, seat), await ownSeat(db, actor, cover)];
  if (!coversCharts(away.capacity)) throw wrongField('seat', 'answers-for-no-charts');
  if (!coversCharts(covering.capacity)) throw wrongField('cover', 'cannot-cover');
  if ((await db.query(OVERLAP, [seat, from, to])).rowCount > 0) throw wrongField('from', 'overlaps');
  await db.query(ADD, [absence, seat, cover, from, to]);
}

async function isTheirs(db: Db, actor: Actor, seat: string): Promise<boolean> {
  if (seat === actor.seat) return true;
  const { rows } = await db.query<{ theirs: boolean }>(ANSWERS_FOR, [actor.seat, seat, actor.today]);
  return rows[0]?.theirs === true;
}

/** Ends cover after a day; what has not begun by then is taken back. It can be shortened, not prolonged. */
export async function endCover(db: Db, actor: Actor, absence: string, to: string): Promise<void> {
  const { rows } = await db.query<{ from: string; to: string }>(FIND, [absence, actor.agency]);
  const [found] = rows;
  if (!found) throw notFound();
  if (to > found.to) throw wrongField('to', 'after-its-end');
  await (to < found.from ? db.query(TAKE_BACK, [absence]) : db.query(SHORTEN, [absence, to]));
}
