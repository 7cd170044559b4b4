import { quietSince } from '#modules/contacts/index.ts';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';

/** Staff who can be accountable, each with load, late and soon, and youths without successful contact for 14 and 30 days. */
const LOADS = statement(
  'caseload.loads',
  `select h.seat, h.name, h.capacity,
     (select s.name from kinfold.supervision v join kinfold.seat_holder s on s.seat = v.supervisor where v.seat = h.seat and v.to_day is null limit 1) as supervisor,
     exists (select 1 from kinfold.supervision v where v.seat = h.seat and v.supervisor = $3 and v.to_day is null) as mine,
     count(distinct r.chart)::int as charts,
     coalesce(array_agg(r.chart) filter (where r.chart is not null), '{}') as held,
     count(distinct r.chart) filter (where quiet.since < $1::date - 14)::int as "quiet14",
     count(distinct r.chart) filter (where quiet.since < $1::date - 30)::int as "quiet30",
     (select s.name from kinfold.absence a join kinfold.seat_holder s on s.seat = a.cover where a.seat = h.seat and $1::date between a.from_day and a.to_day limit 1) as "coveredBy"
   from kinfold.seat_holder h
   left join kinfold.relationship r on r.seat = h.seat and r.kind = 'accountable' and r.to_day is null
   left join kinfold.chart c on c.id = r.chart
   left join lateral (select ${quietSince('c')} as since) quiet on true
   where h.agency = $2 and h.capacity in ('care-manager', 'targeted-case-manager') and h.from_day <= $1::date and (h.to_day is null or h.to_day >= $1::date)
   group by h.seat, h.name, h.capacity order by h.name`,
);

const UNASSIGNED = statement(
  'caseload.unassigned',
  `select c.id as chart, c.number, concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last) as name, c.stage, c.stage_since as since, y.county
   from kinfold.chart c join kinfold.youth y on y.chart = c.id
   where c.holder = $1 and c.stage in ('to-assign', 'accepted', 'enrolled', 'planning', 'active-community', 'active-out-of-home', 'transitioning')
     and not exists (select 1 from kinfold.relationship r join kinfold.seat s on s.id = r.seat and (s.to_day is null or s.to_day >= (select (kinfold.scope_actor() ->> 'today')::date))
       where r.chart = c.id and r.kind = 'accountable' and r.to_day is null)
   order by c.stage_since nulls last limit 500`,
);

export interface Load {
  seat: string;
  name: string;
  capacity: string;
  supervisor: string | null;
  /** Supervised by who reads. */
  mine: boolean;
  charts: number;
  held: string[];
  quiet14: number;
  quiet30: number;
  coveredBy: string | null;
}

export interface UnassignedChart {
  chart: string;
  number: number;
  name: string;
  stage: string;
  since: string | null;
  county: string | null;
}

export async function loads(db: Db, today: string, agency: number, reader: string): Promise<Load[]> {
  return (await db.query<Load>(LOADS, [today, agency, reader])).rows;
}

export async function unassigned(db: Db, agency: number): Promise<UnassignedChart[]> {
  return (await db.query<UnassignedChart>(UNASSIGNED, [agency])).rows;
}
