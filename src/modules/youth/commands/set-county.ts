import { fold } from '#modules/directory/fold.ts';
import { COUNTY_NAMES } from '#modules/directory/places.ts';
import type { Command } from '#modules/record/command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import { liveFact } from './live-fact.ts';

const YOUTH = statement(
  'youth.set-county',
  'update kinfold.youth set county = $2, revision = revision + 1 where chart = $1',
);
const HOME = statement(
  'youth.set-home-county',
  `update kinfold.contact_point set county = $2, revision = revision + 1
   where chart = $1 and kind = 'address' and relative is null and to_day is null and county is distinct from $2`,
);

/**
 * The county of New Jersey the youth turned out to live in: in the record, at the home address, and for the rules, where it takes
 * the place of what was told. Throws 422 on `county` for one that is none of the 21.
 */
export async function setCounty(command: Command, name: string | null | undefined): Promise<void> {
  if (!name) throw wrongField('county', 'missing');
  const county = COUNTY_NAMES.get(fold(name));
  if (!county) throw wrongField('county', 'no-such-county');
  const { id } = command.existing();
  await command.db.query(YOUTH, [id, county.name]);
  await command.db.query(HOME, [id, county.name]);
  const before = liveFact(command, ({ kind }) => kind === 'residence.recorded');
  command.record({
    kind: 'residence.recorded',
    on: command.actor.today,
    data: { state: 'nj', county: county.slug },
    category: 'general',
    ...(before ? { supersedes: before.seq } : {}),
  });
  command.detail('county', county.slug);
}
