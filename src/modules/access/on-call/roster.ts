import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { LONGEST_SHIFT_DAYS, type readRoster, type Shift } from '../contract/on-call.ts';
import type { Actor, Capacity } from '../model.ts';
import { isLimitedToCharts } from '../people/limited-to-charts.ts';
import { ownSeat } from '../people/own-agency.ts';
import { decide } from '../permissions.ts';

type ShiftSeat = AnswerOf<typeof readRoster>['seats'][number];

const LIST = statement(
  'on-call.list',
  `select o.id, o.seat, p.name, o.from_at as "from", o.to_at as "to", o.from_at <= kinfold.present() as now
   from kinfold.on_call_shift o join kinfold.seat s on s.id = o.seat join kinfold.person p on p.id = s.person
   where o.agency = $1 and o.cancelled_at is null and o.to_at > kinfold.present() order by o.from_at, p.name limit 500`,
);
const ADD = statement(
  'on-call.add',
  'insert into kinfold.on_call_shift (id, agency, seat, from_at, to_at, made_by) values ($1, $2, $3, $4, $5, $6)',
);
const OVERLAP = statement(
  'on-call.overlap',
  'select 1 from kinfold.on_call_shift where seat = $1 and cancelled_at is null and from_at < $3 and to_at > $2',
);
const END = statement(
  'on-call.end',
  `update kinfold.on_call_shift set to_at = case when from_at < kinfold.present() then kinfold.present() else to_at end,
     cancelled_at = case when from_at < kinfold.present() then cancelled_at else kinfold.present() end
   where id = $1 and agency = $2 and cancelled_at is null and to_at > kinfold.present()`,
);

const SEATS = statement(
  'on-call.seats',
  `select s.id as seat, p.name, s.capacity, s.title from kinfold.seat s join kinfold.person p on p.id = s.person
   where s.agency = $1 and s.capacity = any ($2::text[]) and p.disabled_at is null and (s.to_day is null or s.to_day >= $3::date)
     and (s.person <> $4 or s.id = $5) order by lower(p.name), s.id`,
);

/** Who can be on call: people whose work is with youths and who see what a night needs. */
const ON_CALL: ReadonlySet<Capacity> = new Set([
  'on-call',
  'care-manager',
  'supervisor',
  'targeted-case-manager',
  'tcm-supervisor',
]);
const DAY_MS = 86_400_000;

/** Shifts of the agency running now and to come, the earliest first; at most 500. */
export async function roster(db: Db, agency: number): Promise<Shift[]> {
  return (await db.query<Shift>(LIST, [agency])).rows;
}

/** Seats this actor may put on call, by name; none when arranging is not theirs. */
export async function seatsToArrange(db: Db, actor: Actor): Promise<ShiftSeat[]> {
  if (!decide('on-call.arrange', actor, []).yes) return [];
  const wish = [actor.agency, [...ON_CALL], actor.today, actor.person, await seatToPutOnCall(db, actor)];
  return (await db.query<ShiftSeat>(SEATS, wish)).rows;
}

/** Of their own seats the one somebody may put on call, or none. */
const seatToPutOnCall = async (db: Db, actor: Actor): Promise<string | null> =>
  (await isLimitedToCharts(db, actor)) ? null : actor.seat;

export interface NewShift {
  readonly shift: string;
  readonly seat: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Adds a shift of a seat of the actor's agency. Nobody widens what they reach by it: no other seat of their own is put on
 * call, and where the agency limits them to charts not this one either. One shift of a seat at a time.
 */
export async function arrangeShift(db: Db, actor: Actor, { shift, seat, from, to }: NewShift): Promise<void> {
  const [begins, ends] = [Date.parse(from), Date.parse(to)];
  if (ends <= begins) throw wrongField('to', 'before-it-began');
  if (ends - begins > LONGEST_SHIFT_DAYS * DAY_MS) throw wrongField('to', 'too-long', { days: LONGEST_SHIFT_DAYS });
  const own = await ownSeat(db, actor, seat);
  if (!ON_CALL.has(own.capacity)) throw wrongField('seat', 'not-for-this-capacity');
  if (own.person === actor.person && own.id !== (await seatToPutOnCall(db, actor))) throw new Refusal(409, 'oneself');
  if ((await db.query(OVERLAP, [seat, from, to])).rowCount > 0) throw wrongField('from', 'on-call-already');
  await db.query(ADD, [shift, actor.agency, seat, from, to, actor.seat]);
}

/** Ends a running shift, or calls off one to come. One that is over or another agency's is not found. */
export async function endShift(db: Db, actor: Actor, shift: string): Promise<void> {
  if ((await db.query(END, [shift, actor.agency])).rowCount === 0) throw notFound();
}
