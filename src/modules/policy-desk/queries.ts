import { type Db, statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';

const OVERRIDES = statement(
  'policy.overrides',
  `select o.id, o.parameter, o.value, o.reason, o.from_day as "from", o.to_day as "to", (select h.name from kinfold.seat_holder h where h.seat = o.by_seat) as by, o.recorded_at as "recordedAt", o.ended_at as "endedAt",
     case when w.id is not null then json_build_object('reason', w.reason,
       'by', (select b.name from kinfold.seat_holder b where b.seat = w.by_seat)) end as withdrawn
   from kinfold.parameter_override o
     left join kinfold.parameter_override w on w.agency = o.agency and w.pack = o.pack and w.parameter = o.parameter and w.value = 'null'
       and w.from_day = o.from_day and w.recorded_at = o.ended_at
   where o.pack = $1 and o.value <> 'null' order by o.recorded_at desc limit 1000`,
);

export interface StoredOverride {
  readonly id: string;
  readonly parameter: string;
  readonly value: number | boolean;
  readonly reason: string;
  readonly from: string;
  readonly to: string | null;
  readonly by: string | null;
  readonly recordedAt: string;
  readonly endedAt: string | null;
  readonly withdrawn: { readonly by: string | null; readonly reason: string } | null;
}

/** Everything the reader's agency ever set itself, the latest first. */
export async function overridesOf(db: Db, pack: string): Promise<StoredOverride[]> {
  return (await db.query<StoredOverride>(OVERRIDES, [pack])).rows;
}

/** For each parameter the override that counts on a day, as it was known at an instant. */
export function countingOn(all: readonly StoredOverride[], on: string, knownAt: string): Map<string, StoredOverride> {
  const known = Date.parse(knownAt);
  const counting = all
    .filter(
      ({ recordedAt, endedAt }) => Date.parse(recordedAt) <= known && (endedAt === null || Date.parse(endedAt) > known),
    )
    .filter(({ from, to }) => from <= on && (to === null || to >= on))
    .sort((a, b) => day(a.from) - day(b.from) || Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
  return new Map(counting.map((one) => [one.parameter, one]));
}
