import { sqlState, wrongField } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import type { Actor, Capacity } from '../model.ts';
import type { OwnSeat } from './own-agency.ts';

const OPEN = statement(
  'access.open-seat',
  'insert into kinfold.seat (id, person, capacity, agency, title, from_day) values ($1, $2, $3, $4, $5, $6)',
);
const CLOSE = statement('access.close-seat', 'update kinfold.seat set to_day = $2 where id = $1 and agency = $3');
const CHARTS_LEFT = statement(
  'access.charts-of-seat',
  `select count(*)::int as count from kinfold.relationship
   where seat = $1 and kind = 'accountable' and (to_day is null or to_day > $2::date)`,
);

export interface NewOwnSeat {
  readonly id: string;
  readonly person: string;
  readonly capacity: Capacity;
  readonly title: string | null;
  readonly from: string;
}

/** What the database says of a second seat of one capacity on one day; see `seat_held_once`. */
const HELD_ALREADY = '23P01';

/**
 * Opens a seat in the actor's own agency, and in no other. Throws 422 on `field` when the person has a seat of this
 * capacity there on or after the day it would begin: two equal seats are one too many to end. The database decides, so that
 * two who give it at once are told alike.
 */
export async function openSeat(db: Db, actor: Actor, seat: NewOwnSeat, field = 'capacity'): Promise<void> {
  const values = [seat.id, seat.person, seat.capacity, actor.agency, seat.title, seat.from];
  await db.query(OPEN, values).catch((error: unknown) => {
    throw sqlState(error) === HELD_ALREADY ? wrongField(field, 'has-this-seat') : error;
  });
}

/**
 * Ends a seat after a day and counts the charts it is still accountable for then: they are somebody's to reassign, and
 * a seat that must end today does not wait for that. Throws 422 on `to` for a day before the seat began.
 */
export async function closeSeat(db: Db, actor: Actor, seat: OwnSeat, to: string, field = 'to'): Promise<number> {
  if (to < seat.from) throw wrongField(field, 'before-it-began');
  if (seat.to !== null && seat.to < to) throw wrongField(field, 'ended-already');
  await db.query(CLOSE, [seat.id, to, actor.agency]);
  const { rows } = await db.query<{ count: number }>(CHARTS_LEFT, [seat.id, to]);
  return rows[0]?.count ?? 0;
}

export const dayBefore = (text: string): string => isoDay(addDays(day(text), -1));
