import { type Db, statement } from '#platform/database/db.ts';

/** A seat that has ended is accountable for nobody any more: its charts are among those nobody is. */
const IN_FORCE = `join kinfold.seat s on s.id = r.seat and (s.to_day is null or s.to_day >= (select (kinfold.scope_actor() ->> 'today')::date))`;

const OF_SEAT = statement(
  'caseload.charts-of-seat',
  `select c.id as chart, c.number, concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last) as name, c.stage
   from kinfold.chart c join kinfold.youth y on y.chart = c.id
   where c.holder = $2 and c.stage not in ('transitioned', 'ended') and ($3::uuid[] is null or c.id = any ($3::uuid[]))
     and case when $1::uuid is null
       then c.stage in ('to-assign', 'accepted', 'enrolled', 'planning', 'active-community', 'active-out-of-home', 'transitioning')
         and not exists (select 1 from kinfold.relationship r ${IN_FORCE} where r.chart = c.id and r.kind = 'accountable' and r.to_day is null)
       else exists (select 1 from kinfold.relationship r where r.chart = c.id and r.seat = $1 and r.kind = 'accountable' and r.to_day is null) end
   order by c.number limit 1000`,
);
const LOADS = statement(
  'caseload.loads-of-seats',
  `select h.seat, h.name, coalesce(load.charts, 0) as load
   from kinfold.seat_holder h left join kinfold.caseloads() load on load.seat = h.seat where h.seat = any ($1::uuid[]) and h.agency = $2 and h.from_day <= $3 and (h.to_day is null or h.to_day >= $3)`,
);

const HELD = statement(
  'caseload.any-held-by-another',
  `select 1 from unnest($1::uuid[], $2::uuid[]) as move (chart, seat)
     join kinfold.relationship r on r.chart = move.chart and r.kind = 'accountable' and r.to_day is null and r.seat <> move.seat ${IN_FORCE} limit 1`,
);

export interface MovableChart {
  readonly chart: string;
  readonly number: number;
  readonly name: string;
  readonly stage: string;
}

/** Charts a seat is accountable for, or, without a seat, those nobody is. */
export async function chartsOf(
  db: Db,
  agency: number,
  seat: string | null,
  only: readonly string[] | null,
): Promise<MovableChart[]> {
  return (await db.query<MovableChart>(OF_SEAT, [seat, agency, only])).rows;
}

/** Whether one of these charts would go from somebody who is accountable for it now to somebody else. */
export async function anyHeldByAnother(
  db: Db,
  moves: readonly { readonly chart: string; readonly seat: string }[],
): Promise<boolean> {
  const values = [moves.map(({ chart }) => chart), moves.map(({ seat }) => seat)];
  return (await db.query(HELD, values)).rows.length > 0;
}

export interface SeatLoad {
  readonly seat: string;
  readonly name: string;
  readonly load: number;
}

/** How many charts each of these seats of the agency has, also beyond the reader's reach, of those that are seats today. */
export async function loadsOf(db: Db, seats: readonly string[], agency: number, today: string): Promise<SeatLoad[]> {
  return (await db.query<SeatLoad>(LOADS, [seats, agency, today])).rows;
}
