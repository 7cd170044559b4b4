import { fold } from '#modules/directory/fold.ts';
import { COUNTY_NAMES } from '#modules/directory/places.ts';
import type { Command } from '#modules/record/command.ts';
import { addRow, addRows, asJson } from '#modules/record/rows.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import { foundBy } from '../found-by.ts';
import type { SaidLanguage } from '../languages.ts';
import type { CoverageKind } from '../model.ts';
import { coverageData } from '../payer.ts';

/** The young person as first told, with who speaks for them and how to reach them. */
export interface NewYouth {
  readonly first: string;
  readonly last: string;
  readonly preferred: string | null;
  readonly birthDay: IsoDay;
  readonly birthDayEstimated: boolean;
  readonly gender: string | null;
  readonly languages: readonly SaidLanguage[];
  /** Null: nobody asked. */
  readonly interpreter: boolean | null;
  readonly address: {
    line: string | null;
    city: string | null;
    state: string | null;
    zip: string | null;
    county: string | null;
  };
  readonly caregiver: NewCaregiver | null;
  readonly plan: string | null;
  readonly school: string | null;
  readonly identifiers: readonly { kind: 'cyber' | 'medicaid' | 'referral' | 'other'; value: string }[];
}

export interface NewCaregiver {
  readonly id: string;
  readonly name: string;
  readonly relationship: string;
  readonly telephone: string | null;
  readonly telephoneExtension: string | null;
  readonly mail: string | null;
  /** Empty: nobody asked. */
  readonly languages: readonly SaidLanguage[];
}

/** Opens a chart held by the acting agency. A chart begins with the referral and outlives the last enrolment. */
export async function openChart(command: Command, chart: string, youth: NewYouth, newId: () => string): Promise<void> {
  const { agency, programme, today } = command.actor;
  await addRow(command.db, 'chart', { id: chart, agency, holder: agency, programme, opened_on: today });
  command.chart = { id: chart, agency, holder: agency, programme, stage: 'referred', since: null, evaluatedWith: null };
  const labels = command.labels();
  await Promise.all([addYouth(command, youth), addReach(command, youth, newId)]);
  for (const { kind, value } of youth.identifiers)
    await addRow(command.db, 'identifier', { ...labels, kind, value, from_day: today });
  const residence = residenceOf(youth.address);
  if (residence) command.record({ kind: 'residence.recorded', on: today, data: residence, category: 'general' });
  command.record({
    kind: 'youth.born',
    on: youth.birthDay,
    data: { estimated: youth.birthDayEstimated },
    category: 'general',
  });
  if (youth.plan) await addCoverage(command, coverageOf(youth.plan), newId());
}

async function addYouth(command: Command, youth: NewYouth): Promise<void> {
  const labels = command.labels();
  await addRow(command.db, 'youth', {
    ...labels,
    legal_first: youth.first,
    legal_last: youth.last,
    preferred_name: youth.preferred,
    gender: youth.gender,
    born: youth.birthDay,
    born_estimated: youth.birthDayEstimated,
    languages: asJson(youth.languages),
    interpreter: youth.interpreter,
    county: youth.address.county,
  });
  const keys = foundBy({
    first: youth.first,
    last: youth.last,
    preferred: youth.preferred,
    birthDay: day(youth.birthDay),
    addressLine: youth.address.line,
    zip: youth.address.zip,
    telephones: youth.caregiver?.telephone ? [youth.caregiver.telephone] : [],
    identifiers: youth.identifiers.map(({ value }) => value),
    // A worker of child protection stands with many families.
    family: youth.caregiver && youth.caregiver.relationship !== 'child-protection' ? [youth.caregiver.name] : [],
  });
  await addRows(
    command.db,
    'name_key',
    keys.map((key) => ({ ...labels, ...key })),
  );
}

async function addReach(command: Command, youth: NewYouth, newId: () => string): Promise<void> {
  const labels = command.labels();
  const from = { from_day: command.actor.today };
  const { address, caregiver } = youth;
  if (address.line || address.zip) {
    await addRow(command.db, 'contact_point', {
      ...labels,
      ...from,
      id: newId(),
      kind: 'address',
      value: address.line ?? '',
      city: address.city,
      state: address.state,
      zip: address.zip,
      county: address.county,
    });
  }
  if (caregiver) await addCaregiver(command, caregiver, newId);
  if (youth.school)
    await addRow(command.db, 'school', {
      ...labels,
      ...from,
      category: 'general',
      id: newId(),
      name: youth.school,
      support: 'unknown',
    });
}

async function addCaregiver(command: Command, caregiver: NewCaregiver, newId: () => string): Promise<void> {
  const labels = command.labels();
  const from = { from_day: command.actor.today };
  const { id, name, relationship, telephone, telephoneExtension: extension, mail } = caregiver;
  const languages = asJson(caregiver.languages);
  await addRow(command.db, 'relative', { ...labels, ...from, id, name, relationship, languages });
  for (const way of [
    { kind: 'telephone', value: telephone, extension },
    { kind: 'mail', value: mail, extension: null },
  ]) {
    if (way.value) await addRow(command.db, 'contact_point', { ...labels, ...from, id: newId(), relative: id, ...way });
  }
}

/** Who pays, as it was told with the referral: known from the day it was registered. */
async function addCoverage(command: Command, coverage: ReturnType<typeof coverageOf>, id: string): Promise<void> {
  const { today } = command.actor;
  await addRow(command.db, 'coverage', { ...command.labels(), id, ...coverage, from_day: today });
  command.record({
    kind: 'coverage.recorded',
    on: today,
    data: coverageData(coverage.kind, coverage.plan),
    category: 'general',
    source: { table: 'coverage', id },
  });
}

/** The five NJ FamilyCare plans mean NJ FamilyCare; the rest say what there is instead. */
export function coverageOf(plan: string): { kind: CoverageKind; plan: string | null; plan_state: string | null } {
  if (plan === 'private' || plan === 'none') return { kind: plan, plan: null, plan_state: null };
  if (plan === 'choice-pending') return { kind: 'nj-familycare', plan: null, plan_state: 'choice-pending' };
  if (plan === 'other') return { kind: 'unknown', plan: null, plan_state: null };
  return { kind: 'nj-familycare', plan, plan_state: 'chosen' };
}

/**
 * Where the youth lives, in codes; null when neither state nor county was told. A county nobody knows stays in the
 * address: what somebody typed is no code, and may name anybody.
 */
export function residenceOf({
  state,
  county,
}: Pick<NewYouth['address'], 'state' | 'county'>): Record<string, string> | null {
  if (!state && !county) return null;
  const inState = STATES[state ?? 'NJ'] ?? 'other';
  const known = county && inState === 'nj' ? COUNTY_NAMES.get(fold(county)) : undefined;
  return known ? { state: inState, county: known.slug } : { state: inState };
}

const STATES: Readonly<Record<string, string>> = { NJ: 'nj', PA: 'pa' };
