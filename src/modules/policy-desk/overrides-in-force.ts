import type { NumbersInTurn, PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import { defaultOf } from './fitting-numbers.ts';
import { numbersInTurn, type SetNumber } from './numbers-in-turn.ts';

/** Everything agencies set, with the day it is where each is. What was withdrawn before its day has no number. */
const SET = statement(
  'policy.set-numbers',
  `select o.agency, g.zone, (kinfold.present() at time zone g.zone)::date as today, o.pack, o.parameter, o.value,
     o.from_day as "from", o.to_day as "to", o.recorded_at as "recordedAt", o.ended_at as "endedAt"
   from kinfold.parameter_override o join kinfold.agency g on g.id = o.agency where o.value <> 'null' order by o.agency, o.id`,
);

interface Row extends SetNumber {
  readonly agency: number;
  readonly zone: string;
  readonly today: string;
  readonly pack: string;
}

export type InForce = ReadonlyMap<number, NumbersInTurn>;

/**
 * Each agency's own numbers as they are in force today where the agency is, and those there were before. A number of a
 * parameter that no pack has any more is left out: a pack that dropped it must still load.
 */
export async function overridesInForce(db: Db, shelf: PolicyShelf): Promise<InForce> {
  const byAgency = new Map<number, Row[]>();
  for (const row of (await db.query<Row>(SET)).rows) {
    const pack = shelf.packs.find((one) => one.id === row.pack);
    if (!pack || typeof defaultOf(pack, row.parameter) !== typeof row.value) continue;
    byAgency.set(row.agency, [...(byAgency.get(row.agency) ?? []), row]);
  }
  const inForce = new Map<number, NumbersInTurn>();
  for (const [agency, rows] of byAgency) {
    const [first] = rows;
    if (first) inForce.set(agency, numbersInTurn(rows, day(first.today), first.zone));
  }
  return inForce;
}
