import { lastContactOn, quietSince } from '#modules/contacts/index.ts';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';

export interface ListedChart {
  chart: string;
  number: number;
  name: string;
  born: string | null;
  stage: string;
  stageSince: string | null;
  lastContactOn: string | null;
  careManager: string | null;
}

const WHOSE = {
  mine: `exists (select 1 from kinfold.relationship r where r.chart = c.id and r.seat = $1 and r.kind in ('accountable', 'cover', 'family-support') and r.to_day is null)`,
  team: `$1::uuid is not null and exists (select 1 from kinfold.relationship r where r.chart = c.id and r.kind = 'accountable' and r.to_day is null
    and r.seat = any ((select kinfold.scope_team())::uuid[]))`,
  agency: '$1::uuid is not null',
} as const;

function listing(whose: keyof typeof WHOSE) {
  return statement(
    `chart.list-${whose}`,
    `select c.id as chart, c.number, concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last) as name, y.born, c.stage,
       c.stage_since as "stageSince", last.on_day as "lastContactOn",
       -- Nobody, when whoever it was left: the gap is what must be seen.
       (select (select h.name from kinfold.seat_holder h where h.seat = r.seat and (h.to_day is null or h.to_day >= $2::date))
        from kinfold.relationship r where r.chart = c.id and r.kind = 'accountable' and r.to_day is null) as "careManager"
     from kinfold.chart c join kinfold.youth y on y.chart = c.id cross join lateral (select ${lastContactOn('c')} as on_day) last
     where ${WHOSE[whose]} and ($3::text is null or c.stage = $3)
       and ($4::int is null or ${quietSince('c', 'last.on_day')} < $2::date - $4::int)
       and ($6::uuid is null or c.id > $6)
     order by c.id limit $5`,
  );
}
const LISTS = { mine: listing('mine'), team: listing('team'), agency: listing('agency') } as const;

/** Youths of a list. `quietDays` narrows to those without successful contact for more than so many days, as `quietSince` defines it. */
export async function listCharts(
  db: Db,
  wish: {
    whose: keyof typeof WHOSE;
    seat: string;
    today: string;
    stage: string | null;
    quietDays: number | null;
    limit: number;
    after: string | null;
  },
): Promise<ListedChart[]> {
  const values = [wish.seat, wish.today, wish.stage, wish.quietDays, wish.limit, wish.after];
  return (await db.query<ListedChart>(LISTS[wish.whose], values)).rows;
}
