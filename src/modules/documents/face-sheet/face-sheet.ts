import type { OverviewBesideMarks } from '#modules/chart/present.ts';
import { HEALTH_PLANS } from '#modules/referral/codes.ts';
import type { FamilyRecord } from '#modules/youth/family-record.ts';
import { readWords, spokenWords } from '#modules/youth/languages.ts';
import {
  authorityWords,
  consentByAnswer,
  coverageWords,
  interpreterWords,
  letterWords,
  orderWords,
  pointWords,
  relationshipWords,
  rulesForUse,
  supportWords,
  talkWords,
} from '#modules/youth/words.ts';
import { addDays, day, isoDay, partsOf } from '#shared/calendar-day.ts';

/** What is printed, already in words. The template only sets it. */
export interface FaceSheet {
  readonly name: string;
  readonly about: readonly Said[];
  readonly alerts: readonly string[];
  readonly people: readonly Person[];
  readonly consent: readonly Said[];
  readonly reach: readonly Reach[];
  readonly leftOff: boolean;
  readonly team: readonly Said[];
  readonly coverage: readonly string[];
  readonly school: readonly string[];
  readonly enrolment: readonly string[];
  readonly owed: readonly { readonly what: string; readonly due: string; readonly late: boolean }[];
  readonly printed: string;
}
export interface Said {
  readonly label: string;
  readonly value: string;
}
interface Person {
  readonly name: string;
  readonly who: string;
  readonly authority: string;
  readonly orders: readonly string[];
}
interface Reach {
  readonly whose: string;
  readonly how: string;
  readonly rules: string;
}

export interface FaceSheetSource {
  readonly overview: OverviewBesideMarks;
  readonly family: FamilyRecord;
  /** Whoever is related to the chart by a seat, today. */
  readonly team: readonly { readonly kind: string; readonly name: string; readonly title: string | null }[];
  readonly withConfidential: boolean;
  /** Who prints, and when by the wall clock. */
  readonly by: string;
  readonly at: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `12 Oct 2026`. */
export function sayDay(text: string): string {
  const { year, month, dayOfMonth } = partsOf(day(text));
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

const since = (from: string | null, to: string | null): string =>
  [from ? `from ${sayDay(from)}` : null, to ? `to ${sayDay(to)}` : null].filter(Boolean).join(' ');

/** What the next days hold that a sheet names: beyond it, the worklist is the place. */
const DAYS_AHEAD = 30;
const MOST_OWED = 8;

export function faceSheetOf(source: FaceSheetSource): FaceSheet {
  const { overview, family, team } = source;
  const { youth } = family;
  const names = new Map(family.relatives.map(({ id, name }) => [id, name]));
  const shown = present(family.contactPoints).filter(({ confidential }) => source.withConfidential || !confidential);
  return {
    name: `${youth.preferredName ?? youth.legalFirst} ${youth.legalLast}`,
    about: aboutOf(source),
    alerts: [
      ...(overview.header.missingSince ? [`Missing since ${sayDay(overview.header.missingSince)}`] : []),
      ...present(family.alerts).map(({ words }) => words),
    ],
    people: peopleOf(family),
    // As on screen: alike for all matters but one or two, it would otherwise push the sheet onto a second page.
    consent: consentByAnswer(family.consent, names).map(({ matters, says }) => ({
      label: matters.join(', '),
      value: says,
    })),
    reach: shown.map((point) => ({
      whose: point.relative ? (names.get(point.relative) ?? '') : 'The youth',
      how: point.confidential ? `${pointWords(point)} (confidential)` : pointWords(point),
      rules: rulesForUse(point).join('; '),
    })),
    leftOff: !source.withConfidential,
    team: team.map(({ kind, name, title }) => ({ label: title ?? seatWords(kind), value: name })),
    coverage: present(family.coverage).map(coverageLine),
    school: present(family.schools).map(schoolLine),
    enrolment: enrolmentLines(overview),
    owed: owedSoon(overview),
    printed: `Printed ${source.at} by ${source.by}`,
  };
}

const present = <T extends { readonly to: string | null }>(rows: readonly T[]): readonly T[] =>
  rows.filter(({ to }) => to === null);

function aboutOf({ overview: { header }, family: { youth, identifiers } }: FaceSheetSource): readonly Said[] {
  const born = youth.born ? `${sayDay(youth.born)}${youth.bornEstimated ? ' (estimated)' : ''}` : null;
  const age = header.youth.age === null ? null : `${header.youth.age} years`;
  const said: readonly (readonly [string, string | null])[] = [
    ['Legal name', `${youth.legalFirst} ${youth.legalLast}`],
    ['Pronouns', youth.pronouns],
    ['Age', [age, born ? `born ${born}` : null].filter(Boolean).join(', ') || null],
    ['Speaks or signs', spokenWords(youth.languages)],
    ['Reads', readWords(youth.languages)],
    ['Interpreter', interpreterWords(youth.interpreter)],
    ['County', youth.county],
    ['Agency', header.agency.name],
    ...present(identifiers)
      .filter(({ kind }) => kind === 'cyber' || kind === 'medicaid')
      .map(({ kind, value }) => [kind === 'cyber' ? 'CYBER number' : 'Medicaid number', value] as const),
  ];
  return said.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function peopleOf({ relatives, orders, today }: FamilyRecord): readonly Person[] {
  return present(relatives).map(({ id, authority, authorityFrom, authorityTo, ...one }) => ({
    name: one.name,
    who: [
      relationshipWords(one.relationship),
      one.livesWith ? 'lives with the youth' : null,
      talkWords(one),
      letterWords(one.languages),
    ]
      .filter(Boolean)
      .join(', '),
    authority: [authorityWords(authority), since(authorityFrom, authorityTo)].filter(Boolean).join(', '),
    orders: orders
      .filter(({ relative, from, to }) => relative === id && from <= today && (to === null || today <= to))
      .map(({ kind, from, to }) => `${orderWords(kind)}, ${since(from, to)}`),
  }));
}

function coverageLine({
  kind,
  plan,
  planState,
  memberNumber,
  specialPrograms,
}: FamilyRecord['coverage'][number]): string {
  const parts = [
    coverageWords(kind),
    planWords(plan),
    planState === 'choice-pending' ? 'plan not chosen yet' : null,
    memberNumber ? `member ${memberNumber}` : null,
    ...specialPrograms,
  ];
  return parts.filter(Boolean).join(', ');
}

const PLANS: Readonly<Record<string, string>> = HEALTH_PLANS;
/** A plan by its code, or in the words it was written in. */
const planWords = (plan: string | null): string | null => (plan === null ? null : (PLANS[plan] ?? plan));

function schoolLine({
  name,
  district,
  grade,
  support,
  nextAnnualOn,
  consentToTalk,
}: FamilyRecord['schools'][number]): string {
  const parts = [
    name,
    district,
    grade ? `grade ${grade}` : null,
    support && support !== 'unknown' ? supportWords(support) : null,
    nextAnnualOn ? `next yearly review ${sayDay(nextAnnualOn)}` : null,
    consentToTalk === false ? 'do not talk with the school' : null,
  ];
  return parts.filter(Boolean).join(', ');
}

const enrolmentLines = ({ enrolments }: OverviewBesideMarks): readonly string[] =>
  enrolments.map(({ startedOn, endedOn }) => since(startedOn, endedOn));

function owedSoon({ owed, today }: OverviewBesideMarks): FaceSheet['owed'] {
  const until = isoDay(addDays(day(today), DAYS_AHEAD));
  return owed
    .filter(({ state, owing, due }) => (state === 'open' || state === 'partial') && owing === 'holder' && due <= until)
    .slice(0, MOST_OWED)
    .map(({ title, due, lateAfter }) => ({ what: title, due: sayDay(due), late: lateAfter < today }));
}

const SEATS: Readonly<Record<string, string>> = {
  accountable: 'Care manager',
  cover: 'Covering',
  'on-call': 'On call',
  'team-member': 'Team member',
  'family-support': 'Family support partner',
  'court-liaison': 'Court liaison',
};
export const seatWords = (kind: string): string => SEATS[kind] ?? kind;
