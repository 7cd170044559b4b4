import type { Command } from '#modules/record/command.ts';
import { statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import { foundBy, MOST_RELATIVES } from '../found-by.ts';

const KNOWN = statement(
  'youth.found-by',
  `select y.legal_first as first, y.legal_last as last, y.preferred_name as preferred, y.born,
     (select jsonb_build_object('line', p.value, 'zip', p.zip) from kinfold.contact_point p where p.chart = y.chart and p.kind = 'address'
        and p.to_day is null and not p.confidential order by (p.relative is not null), p.from_day desc limit 1) as address,
     array(select p.value from kinfold.contact_point p where p.chart = y.chart and p.kind = 'telephone' and p.to_day is null
       and not p.confidential) as telephones,
     array(select i.value from kinfold.identifier i where i.chart = y.chart and i.to_day is null) as identifiers,
     array(select r.name from kinfold.relative r where r.chart = y.chart and r.to_day is null and r.authority <> 'child-protection'
       and r.relationship is distinct from 'child-protection' and (r.authority <> 'none-confirmed' or r.lives_with is distinct from false)
       and not exists (select 1 from kinfold.court_order o where o.chart = r.chart and o.relative = r.id and o.kind in ('no-contact', 'rights-ended')
         and (o.to_day is null or o.to_day > $2
           or exists (select 1 from kinfold.alert a where a.chart = o.chart and a.id = o.id and a.to_day is null)))
       order by (r.authority = 'none-confirmed'), r.from_day, r.id limit ${MOST_RELATIVES}) as family
   from kinfold.youth y where y.chart = $1`,
);
const REKEY = statement('youth.rekey', 'select kinfold.rekey_chart($1, $2::jsonb)');

interface Known {
  readonly first: string;
  readonly last: string;
  readonly preferred: string | null;
  readonly born: string | null;
  readonly address: { readonly line: string; readonly zip: string | null } | null;
  readonly telephones: readonly string[];
  readonly identifiers: readonly string[];
  readonly family: readonly string[];
}

/**
 * Works out anew what the chart is found by. A confidential address or telephone is never among it, nor somebody whom a court keeps
 * away (by an order that reached its last day too, until a person says that it ended), nor a worker of child protection, who stands with many families.
 */
export async function rekey(command: Command): Promise<void> {
  const chart = command.existing().id;
  const { rows } = await command.db.query<Known>(KNOWN, [chart, command.actor.today]);
  const [known] = rows;
  if (!known) return;
  const keys = foundBy({
    ...known,
    birthDay: known.born === null ? null : day(known.born),
    addressLine: known.address?.line ?? null,
    zip: known.address?.zip ?? null,
  });
  await command.db.query(REKEY, [chart, JSON.stringify(keys)]);
}
