import { asJson } from '#modules/record/rows.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import { languagesTold } from '#modules/referral/told-languages.ts';
import { coverageOf, residenceOf } from '#modules/youth/commands/open-chart.ts';
import { foundBy } from '#modules/youth/found-by.ts';
import { coverageData } from '#modules/youth/payer.ts';
import { day, type IsoDay, isoDay } from '#shared/calendar-day.ts';
import type { Who } from './seed-chart.ts';
import type { Story } from './story.ts';

/** What opening a chart writes: the youth, who speaks for them, how to reach them, who pays, and the facts of it. */
export function chartOpened(story: Story, at: number, who: Who, draft: ReferralDraft): void {
  const from = isoDay(story.today(at));
  addYouth(story, who, draft);
  addReach(story, at, who, draft, from);
  const residence = residenceOf(draft.address);
  if (residence) story.record(at, who, { kind: 'residence.recorded', on: from, data: residence });
  story.record(at, who, { kind: 'youth.born', on: draft.youth.birthDay, data: { estimated: false } });
  if (draft.healthPlan) addCoverage(story, at, who, draft.healthPlan.code, from);
}

function addCoverage(story: Story, at: number, who: Who, plan: string, from: IsoDay): void {
  const id = story.random.id(at);
  const coverage = coverageOf(plan);
  story.add('coverage', who, { id, ...coverage, from_day: from });
  const data = coverageData(coverage.kind, coverage.plan);
  story.record(at, who, { kind: 'coverage.recorded', on: from, data, source: { table: 'coverage', id } });
}

function addYouth(
  story: Story,
  who: Who,
  { youth, address, guardian, externalId, cyberId, medicaidId }: ReferralDraft,
): void {
  story.add('youth', who, {
    legal_first: youth.firstName,
    legal_last: youth.lastName,
    preferred_name: youth.preferredName,
    gender: youth.gender.code,
    born: youth.birthDay,
    languages: asJson(languagesTold(youth)),
    interpreter: youth.interpreterNeeded,
    county: address.county,
  });
  const keys = foundBy({
    first: youth.firstName,
    last: youth.lastName,
    preferred: youth.preferredName,
    birthDay: day(youth.birthDay),
    addressLine: address.line,
    zip: address.zip,
    telephones: guardian.telephone ? [guardian.telephone] : [],
    identifiers: [externalId, cyberId, medicaidId].filter((one) => one !== null),
    family: [caregiverNamed(guardian)].filter((name) => name !== ''),
  });
  for (const { kind, token } of keys) story.add('name_key', who, { kind, token });
}

const caregiverNamed = ({ firstName, lastName }: ReferralDraft['guardian']): string =>
  [firstName, lastName].filter(Boolean).join(' ');

function addReach(story: Story, at: number, who: Who, draft: ReferralDraft, from: IsoDay): void {
  const { address, guardian, school } = draft;
  const id = () => story.random.id(at);
  if (address.line || address.zip) {
    const { line, city, state, zip, county } = address;
    story.add('contact_point', who, {
      id: id(),
      kind: 'address',
      value: line ?? '',
      city,
      state,
      zip,
      county,
      from_day: from,
    });
  }
  const name = caregiverNamed(guardian);
  if (name) {
    const relative = id();
    story.add('relative', who, { id: relative, name, relationship: guardian.relationship.code, from_day: from });
    const ways = [
      ['telephone', guardian.telephone],
      ['mail', guardian.email],
    ] as const;
    for (const [kind, value] of ways) {
      if (value) story.add('contact_point', who, { id: id(), relative, kind, value, from_day: from });
    }
  }
  if (school)
    story.add('school', who, { id: id(), category: 'general', name: school, support: 'unknown', from_day: from });
  for (const [kind, value] of [
    ['referral', draft.externalId],
    ['cyber', draft.cyberId],
    ['medicaid', draft.medicaidId],
  ] as const) {
    if (value) story.add('identifier', who, { kind, value, from_day: from });
  }
}
