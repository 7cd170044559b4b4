import type { Operation } from '#platform/http/operation.ts';
import * as contract from '../../contract.ts';
import type { FamilyRecord } from '../../family-record.ts';
import {
  ALERTS,
  AUTHORITIES,
  CONTACT_KINDS,
  COVERAGE_KINDS,
  IDENTIFIER_KINDS,
  IEP_MEETINGS,
  ORDERS,
  PRESUMPTIVE_STEPS,
  SHARE_WITH,
  SUPPORTS,
} from '../../model.ts';
import type { Editing } from './editing.ts';
import type { Field } from './field.ts';
import { LANGUAGES, YOUTH } from './youth-fields.ts';

type Part<K extends 'relatives' | 'contactPoints' | 'coverage' | 'schools'> = FamilyRecord[K][number];

const RELATIVE: readonly Field[] = [
  { name: 'name', label: 'Name', kind: 'text', required: true },
  { name: 'relationship', label: 'Who they are to the youth', kind: 'text', required: true },
  { name: 'livesWith', label: 'Lives with the youth', kind: 'yes-no' },
  ...LANGUAGES,
  { name: 'authority', label: 'What their say rests on', kind: 'choice', choices: AUTHORITIES, required: true },
  { name: 'authorityFrom', label: 'From', kind: 'day' },
  { name: 'authorityTo', label: 'To', hint: 'Empty while it holds.', kind: 'day' },
];

const reach = (people: Readonly<Record<string, string>>): readonly Field[] => {
  const telephone = { when: (values: { readonly kind?: unknown }) => values.kind === 'telephone' };
  const address = { when: (values: { readonly kind?: unknown }) => values.kind === 'address' };
  return [
    { name: 'kind', label: 'What it is', kind: 'choice', choices: CONTACT_KINDS, required: true },
    { name: 'relative', label: 'Whose it is', kind: 'choice', choices: people, none: 'The youth’s own' },
    { name: 'value', label: 'Number, e-mail or street', kind: 'text', required: true },
    { name: 'city', label: 'City', kind: 'text', ...address },
    { name: 'state', label: 'State, two letters', kind: 'text', ...address },
    { name: 'zip', label: 'ZIP', kind: 'text', ...address },
    { name: 'county', label: 'County', kind: 'text', ...address },
    { name: 'voicemail', label: 'May a message be left?', kind: 'yes-no', ...telephone },
    { name: 'textOk', label: 'May a text be sent?', kind: 'yes-no', ...telephone },
    { name: 'seenBy', label: 'Who else may see or hear it', kind: 'text' },
    { name: 'shareWith', label: 'Who may be given it', kind: 'ticks', choices: SHARE_WITH },
    {
      name: 'confidential',
      label: 'Confidential',
      hint: 'Left off the face sheet; nobody is found by it.',
      kind: 'tick',
    },
  ];
};

const COVERAGE: readonly Field[] = [
  { name: 'kind', label: 'Coverage', kind: 'choice', choices: COVERAGE_KINDS, required: true },
  {
    name: 'planState',
    label: 'Plan choice',
    kind: 'choice',
    choices: { chosen: 'Chosen', 'choice-pending': 'Not chosen yet' },
  },
  { name: 'plan', label: 'Plan', kind: 'text', when: (values) => values['planState'] !== 'choice-pending' },
  { name: 'memberNumber', label: 'Member number', kind: 'text' },
  { name: 'specialPrograms', label: 'Special programs', hint: 'One on each line.', kind: 'lines' },
  { name: 'from', label: 'From', kind: 'day', required: true },
];

const SCHOOL: readonly Field[] = [
  { name: 'name', label: 'School', kind: 'text', required: true },
  { name: 'district', label: 'District', kind: 'text' },
  { name: 'grade', label: 'Grade', kind: 'text' },
  { name: 'support', label: 'Support', kind: 'choice', choices: SUPPORTS, required: true },
  { name: 'classification', label: 'Classification', kind: 'text', when: ({ support }) => support === 'iep' },
  { name: 'iepMeeting.on', label: 'An IEP meeting was held on', kind: 'day', when: ({ support }) => support === 'iep' },
  {
    name: 'iepMeeting.type',
    label: 'Which meeting',
    kind: 'choice',
    choices: IEP_MEETINGS,
    when: (values) => values['support'] === 'iep' && Boolean(values['iepMeeting.on']),
  },
  { name: 'nextAnnualOn', label: 'Next yearly review', kind: 'day', when: ({ support }) => support === 'iep' },
  { name: 'nextReevaluationOn', label: 'Next re-evaluation', kind: 'day', when: ({ support }) => support === 'iep' },
  { name: 'consentToTalk', label: 'May we talk with the school?', kind: 'yes-no' },
];

/** Which coverage this one takes the place of: that one ends the day before. */
const replacing = (family: FamilyRecord): Field => ({
  name: 'replaces',
  label: 'It takes the place of',
  hint: 'Both may hold, such as private insurance beside NJ FamilyCare.',
  kind: 'choice',
  none: 'Nothing: it stands beside the others',
  choices: Object.fromEntries(
    family.coverage
      .filter(({ to }) => to === null)
      .map(({ id, kind, from }) => [
        id,
        `${COVERAGE_KINDS[kind as keyof typeof COVERAGE_KINDS] ?? kind}, from ${from}`,
      ]),
  ),
});

/** Fields named with a dot lie one deeper in what is sent. */
function schoolBody(written: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { 'iepMeeting.on': on, 'iepMeeting.type': type, ...rest } = written;
  return { ...rest, iepMeeting: on ? { on, type: type ?? 'annual' } : null };
}

const changed = (row: { readonly revision: number }) => ({ start: { ...row }, base: row.revision, save: 'Save' });

export const youthForm = (chart: string, youth: FamilyRecord['youth']): Editing => ({
  title: 'The youth',
  fields: YOUTH,
  operation: contract.changeYouth,
  params: { chart },
  ...changed(youth),
});

export const relativeForm = (chart: string, row?: Part<'relatives'>): Editing => ({
  title: row ? row.name : 'Somebody in the family',
  fields: RELATIVE,
  ...(row
    ? { operation: contract.changeRelative, params: { chart, row: row.id }, ...changed(row) }
    : { operation: contract.addRelative, params: { chart }, start: { authority: 'none-confirmed' }, save: 'Add' }),
});

export const reachForm = (chart: string, family: FamilyRecord, row?: Part<'contactPoints'>): Editing => {
  const people = Object.fromEntries(family.relatives.filter(({ to }) => to === null).map(({ id, name }) => [id, name]));
  const shown = row?.extension ? { ...row, value: `${row.value} ext ${row.extension}` } : row;
  return {
    title: 'A way to reach them',
    fields: shown ? reach(people) : [...reach(people), { name: 'from', label: 'Since', kind: 'day', required: true }],
    ...(shown
      ? { operation: contract.changeContactPoint, params: { chart, row: shown.id }, ...changed(shown) }
      : {
          operation: contract.addContactPoint,
          params: { chart },
          start: { kind: 'telephone', from: family.today },
          save: 'Add',
        }),
  };
};

export const coverageForm = (chart: string, family: FamilyRecord, row?: Part<'coverage'>): Editing => ({
  title: 'Coverage',
  fields: row ? COVERAGE : [...COVERAGE, replacing(family)],
  ...(row
    ? { operation: contract.changeCoverage, params: { chart, row: row.id }, ...changed(row) }
    : {
        operation: contract.addCoverage,
        params: { chart },
        start: { kind: 'nj-familycare', from: family.today },
        save: 'Add',
      }),
});

/** `before`: the school it follows, which ends with it. */
export const schoolForm = (chart: string, row?: Part<'schools'>, before: string | null = null): Editing => ({
  title: 'School',
  fields: SCHOOL,
  body: (written) => (row ? schoolBody(written) : { ...schoolBody(written), replaces: before }),
  ...(row
    ? { operation: contract.changeSchool, params: { chart, row: row.id }, ...changed(row) }
    : { operation: contract.addSchool, params: { chart }, start: { support: 'unknown' }, save: 'Add' }),
});

export const orderForm = (chart: string, today: string, relative: Part<'relatives'>): Editing => ({
  title: `A court order about ${relative.name}`,
  fields: [
    { name: 'kind', label: 'Order', kind: 'choice', choices: ORDERS, required: true },
    { name: 'from', label: 'From', kind: 'day', required: true },
    { name: 'to', label: 'To', hint: 'Empty when it names no end.', kind: 'day' },
    { name: 'documentSeen', label: 'We have seen the document', kind: 'tick' },
    { name: 'says', label: 'What it says, in short', kind: 'words' },
  ],
  operation: contract.addOrder,
  params: { chart },
  start: { kind: 'no-contact', from: today },
  save: 'Record the order',
  body: (written) => ({ ...written, relative: relative.id }),
});

export const alertForm = (chart: string): Editing => ({
  title: 'An alert beside the name',
  fields: [
    { name: 'code', label: 'About', kind: 'choice', choices: ALERTS, required: true },
    { name: 'words', label: 'In a few words', kind: 'text', required: true },
  ],
  operation: contract.raiseAlert,
  params: { chart },
  start: { code: 'safety' },
  save: 'Raise the alert',
});

export const identifierForm = (chart: string): Editing => ({
  title: 'A number elsewhere',
  fields: [
    { name: 'kind', label: 'Whose number', kind: 'choice', choices: IDENTIFIER_KINDS, required: true },
    { name: 'value', label: 'Number', kind: 'text', required: true },
  ],
  operation: contract.addIdentifier,
  params: { chart },
  start: { kind: 'cyber' },
  save: 'Add',
});

export const presumptiveForm = (chart: string, today: string): Editing => ({
  title: 'A step of presumptive eligibility',
  fields: [
    { name: 'step', label: 'Step', kind: 'choice', choices: PRESUMPTIVE_STEPS, required: true },
    { name: 'on', label: 'On', kind: 'day', required: true },
  ],
  operation: contract.recordPresumptiveStep,
  params: { chart },
  start: { step: 'filed', on: today },
  save: 'Record the step',
});

/** Ends anything that ends on a day. */
export const endForm = (title: string, operation: Operation, chart: string, row: string, today: string): Editing => ({
  title,
  fields: [
    { name: 'on', label: 'On', kind: 'day', required: true },
    { name: 'reason', label: 'Why, if it needs saying', kind: 'words' },
  ],
  operation,
  params: { chart, row },
  start: { on: today },
  save: 'End it',
});
