import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Overrides } from '#modules/policy/index.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { defaultOf } from './fitting-numbers.ts';

/** Of what an agency set for one parameter, the latest recorded counts. */
const IN_FORCE = statement(
  'policy.in-force',
  `select distinct on (o.agency, o.pack, o.parameter) o.agency, o.pack, o.parameter, o.value
   from kinfold.parameter_override o join kinfold.agency g on g.id = o.agency
   where o.ended_at is null and o.from_day <= (kinfold.present() at time zone g.zone)::date
     and (o.to_day is null or o.to_day >= (kinfold.present() at time zone g.zone)::date)
   order by o.agency, o.pack, o.parameter, o.from_day desc, o.recorded_at desc`,
);

export type InForce = ReadonlyMap<number, Overrides>;

/**
 * Each agency's own numbers as they are in force today where the agency is. A number of a parameter that no pack has any
 * more is left out: a pack that dropped it must still load.
 */
export async function overridesInForce(db: Db, shelf: PolicyShelf): Promise<InForce> {
  const { rows } = await db.query<{ agency: number; pack: string; parameter: string; value: number | boolean }>(
    IN_FORCE,
  );
  const byAgency = new Map<number, Overrides>();
  for (const { agency, pack: id, parameter, value } of rows) {
    const pack = shelf.packs.find((one) => one.id === id);
    if (!pack || typeof defaultOf(pack, parameter) !== typeof value) continue;
    byAgency.set(agency, { ...byAgency.get(agency), [parameter]: value });
  }
  return byAgency;
}
