import type { Command } from '#modules/record/command.ts';
import { addRow } from '#modules/record/rows.ts';
import { registerReferral } from '#modules/referral/commands/register-referral.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import { tasksOfDraft } from '#modules/referral/tasks-of-draft.ts';
import { statement } from '#platform/database/db.ts';
import { categoryOf } from './category-of.ts';
import type { FhirClient } from './clients/session.ts';
import type { Entry, ReferralBundle } from './read/read-bundle.ts';
import { sameId } from './referral-ids.ts';
import type { ResourceType } from './resources.ts';

/** Rows the registration made under ids of its own. */
const MADE = statement(
  'fhir.made',
  `select (select id from kinfold.relative where chart = $1 limit 1) as relative, (select id from kinfold.coverage where chart = $1 limit 1) as coverage`,
);

export interface Registration {
  readonly client: FhirClient;
  readonly bundle: ReferralBundle;
  readonly draft: ReferralDraft;
  readonly chart: string;
  readonly referral: string;
  readonly countiesOfZip: (zip: string) => readonly string[];
}

export interface Located {
  readonly type: ResourceType;
  readonly id: string;
}

/** Registers the referral as the form does, and keeps what was sent under the ids the record knows it by. */
export async function registerBundle(
  command: Command,
  registration: Registration,
): Promise<{ located: Located[]; at: string }> {
  const { client, bundle, draft, chart, referral, countiesOfZip } = registration;
  const tasks = await tasksOfDraft(command.db, draft, { today: command.actor.today, countiesOfZip });
  await registerReferral(command, { referral, chart, draft, tasks });
  const made = (await command.db.query<{ relative: string | null; coverage: string | null }>(MADE, [chart])).rows[0];
  const idOf = ({ resource, at }: Entry): string => {
    const own = {
      Patient: chart,
      ServiceRequest: referral,
      RelatedPerson: made?.relative,
      Coverage: made?.coverage,
      Condition: null,
    };
    return own[resource.resourceType] ?? sameId(referral, String(at));
  };
  const at = new Date(command.nowMs).toISOString();
  const located = bundle.entries.map((entry) => ({ type: entry.resource.resourceType, id: idOf(entry) }));
  const links = new Map(
    bundle.entries.map(({ fullUrl }, index) => [fullUrl, `${located[index]?.type}/${located[index]?.id}`]),
  );
  for (const [index, { resource }] of bundle.entries.entries()) {
    const place = located[index];
    if (!place) continue;
    const meta = { versionId: '1', lastUpdated: at };
    const kept = { ...(linked(resource, links) as Record<string, unknown>), id: place.id, meta };
    await addRow(command.db, 'fhir_resource', {
      ...command.labels(),
      ...place,
      category: categoryOf(resource),
      client: client.id,
      resource: kept,
      at,
    });
  }
  command.detail('client', client.id);
  return { located, at };
}

/** References within the bundle become references to what was made. */
function linked(value: unknown, links: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return links.get(value.toLowerCase()) ?? value;
  if (Array.isArray(value)) return value.map((one) => linked(one, links));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, linked(inner, links)]));
}
