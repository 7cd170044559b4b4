import { quietSince } from '#modules/contacts/index.ts';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import { A_GAP } from './gap.ts';

/**
 * Staff who can be accountable, each with load, and youths without successful contact for 14 and 30 days. The load is whole
 * also for who reaches some of the charts only; what is said of charts is of those within reach.
 */
const LOADS = statement(
  'caseload.loads',
  `select h.seat, h.name, h.capacity,
     (select (select s.name from kinfold.seat_holder s where s.seat = v.supervisor) from kinfold.supervision v where v.seat = h.seat and v.from_day <= $1::date
        and (v.to_day is null or v.to_day >= $1::date) order by v.from_day desc limit 1) as supervisor,
     h.seat = any ((select kinfold.scope_team())::uuid[]) as mine,
     coalesce(max(load.charts), 0) as charts,
     coalesce(array_agg(r.chart) filter (where r.chart is not null), '{}') as held,
     count(distinct r.chart) filter (where quiet.since < $1::date - 14)::int as "quiet14",
     count(distinct r.chart) filter (where quiet.since < $1::date - 30)::int as "quiet30",
     (select (select s.name from kinfold.seat_holder s where s.seat = a.cover) from kinfold.absence a where a.seat = h.seat and $1::date between a.from_day and a.to_day limit 1) as "coveredBy"
   from kinfold.seat_holder h
   left join kinfold.relationship r on r.seat = h.seat and r.kind = 'accountable' and r.to_day is null
   left join kinfold.caseloads() load on load.seat = h.seat
   left join kinfold.chart c on c.id = r.chart
   left join lateral (select ${quietSince('c')} as since) quiet on true
   where h.agency = $2 and h.capacity in ('care-manager', 'targeted-case-manager') and h.from_day <= $1::date and (h.to_day is null or h.to_day >= $1::date)
   group by h.seat, h.name, h.capacity order by h.name`,
);

const UNASSIGNED = statement(
  'caseload.unassigned',
  // Found first, named then: gaps are few, and an agency has thousands of youths.
  `with gap as materialized (select c.id, c.number, c.stage, c.stage_since from kinfold.chart c where ${A_GAP})
   select c.id as chart, c.number, concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last) as name, c.stage, c.stage_since as since, y.county
   from gap c join kinfold.youth y on y.chart = c.id
   order by c.stage_since nulls last limit 500`,
);

export interface Load {
  seat: string;
  name: string;
  capacity: string;
  supervisor: string | null;
  /** Supervised by who reads, or by a supervisor they cover. */
  mine: boolean;
  charts: number;
  /** Those of them within the reader's reach. */
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

export async function loads(db: Db, today: string, agency: number): Promise<Load[]> {
  return (await db.query<Load>(LOADS, [today, agency])).rows;
}

/** Gaps of the reader's agency, the longest first. */
export async function unassigned(db: Db): Promise<UnassignedChart[]> {
  return (await db.query<UnassignedChart>(UNASSIGNED, [])).rows;
}
