import { type Db, statement } from '#platform/database/db.ts';
import type { RelatedYouth } from './contract.ts';

const AGENCY = statement('worklists.own-agency', 'select name, phone, zone from kinfold.agency where id = $1');

const SHIFT = statement(
  'worklists.own-shift',
  `select from_at as "from", to_at as "to", from_at <= kinfold.present() as now from kinfold.on_call_shift
   where seat = $1 and cancelled_at is null and to_at > kinfold.present() order by from_at limit 1`,
);

const RELATED = statement(
  'worklists.related-youth',
  `select r.chart, r.kind as relation, r.from_day as since, r.to_day as until,
     (select concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last) from kinfold.youth y where $2 and y.chart = r.chart) as name,
     (select (select h.name from kinfold.seat_holder h where h.seat = m.seat) from kinfold.relationship m
      where m.chart = r.chart and m.kind = 'accountable' and m.to_day is null and m.ended_at is null) as "careManager"
   from kinfold.relationship r
   where r.seat = $1 and r.ended_at is null and r.from_day <= $3::date and (r.to_day is null or r.to_day >= $3::date)
   order by name, r.chart limit 200`,
);

export interface OwnAgency {
  readonly name: string;
  readonly phone: string | null;
  readonly zone: string;
}

export async function ownAgency(db: Db, agency: number): Promise<OwnAgency> {
  const [found] = (await db.query<OwnAgency>(AGENCY, [agency])).rows;
  if (!found) throw new Error(`the reader's agency ${agency} is not in the directory`);
  return found;
}

export interface OwnShift {
  readonly from: string;
  readonly to: string;
  readonly now: boolean;
}

/** The seat's shift running now, or else its next one. */
export async function ownShift(db: Db, seat: string): Promise<OwnShift | null> {
  return (await db.query<OwnShift>(SHIFT, [seat])).rows[0] ?? null;
}

/** The youth a seat is related to today; unnamed unless `named`. At most 200. */
export async function relatedYouth(db: Db, seat: string, today: string, named: boolean): Promise<RelatedYouth[]> {
  return (await db.query<RelatedYouth>(RELATED, [seat, named, today])).rows;
}
