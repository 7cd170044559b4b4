// An independent opinion on who may see and do what, written by hand from the design. It must not import the permission
// table, the capacity table of the database, or anything made from them: it is what they are compared with.

/** The categories the matrix plants rows in; one per kind of closed door. */
export const PLANTED = [
  'general',
  'mental-health',
  'family-private',
  'violence',
  'substance-use',
  'counseling-notes',
  'quality-of-care',
] as const;
export type Planted = (typeof PLANTED)[number];

const CARE = ['general', 'mental-health', 'family-private', 'violence'] as const;

/** What a capacity sees of a chart it reaches. Substance use (Part 2) and counseling notes need consent; peer review is nobody's here. */
export const SEES: Readonly<Record<string, readonly Planted[]>> = {
  'care-manager': CARE,
  supervisor: CARE,
  'agency-lead': ['general', 'mental-health'],
  quality: ['general', 'mental-health'],
  administrator: [],
  'privacy-officer': [...CARE, 'substance-use', 'counseling-notes'],
  'on-call': ['general', 'mental-health', 'violence'],
  'pe-coordinator': ['general'],
  'court-liaison': ['general'],
  'csa-coordinator': ['general', 'mental-health'],
  'family-support-partner': ['general'],
  youth: ['general'],
  caregiver: ['general'],
  'natural-support': ['general'],
  reviewer: ['general', 'mental-health'],
  provider: ['general'],
  'targeted-case-manager': ['general', 'mental-health'],
  'tcm-supervisor': ['general', 'mental-health'],
  'clinical-care-manager': ['general', 'mental-health'],
  statewide: [],
};

export interface OracleSeat {
  readonly capacity: string;
  readonly agency: number;
  /** Charts this seat is related to today, by name. */
  readonly related: readonly string[];
}
export interface OracleChart {
  readonly name: string;
  readonly holder: number;
  readonly programme: 'nj-cmo' | 'pa-tcm';
}

/** Agencies whose staff reach only what is assigned to them. */
const ASSIGNED_ONLY = new Set([1]);
const PERSONS = new Set(['family-support-partner', 'youth', 'caregiver', 'natural-support', 'reviewer', 'provider']);
const NOBODYS = new Set(['administrator', 'statewide']);

/** Identity: who the youth is and the referral. Work: everything recorded since. */
export function reach(seat: OracleSeat, chart: OracleChart): { readonly identity: boolean; readonly work: boolean } {
  const both = (yes: boolean) => ({ identity: yes, work: yes });
  if (NOBODYS.has(seat.capacity)) return both(false);
  if (PERSONS.has(seat.capacity)) return both(seat.related.includes(chart.name));
  if (seat.capacity === 'csa-coordinator')
    return { identity: chart.programme === 'nj-cmo', work: chart.holder === seat.agency };
  if (seat.capacity === 'clinical-care-manager') return both(chart.programme === 'pa-tcm');
  if (ASSIGNED_ONLY.has(seat.agency)) return both(seat.related.includes(chart.name));
  return both(chart.holder === seat.agency);
}

const CARE_TEAM = [
  'care-manager',
  'supervisor',
  'on-call',
  'pe-coordinator',
  'targeted-case-manager',
  'tcm-supervisor',
];
const READERS = [
  ...CARE_TEAM,
  'agency-lead',
  'quality',
  'privacy-officer',
  'court-liaison',
  'family-support-partner',
  'csa-coordinator',
  'clinical-care-manager',
];
const WORKLIST_READERS = READERS.filter((capacity) => capacity !== 'family-support-partner');
const DECIDERS = [...CARE_TEAM, 'agency-lead'];
const ADMINISTRATOR = ['csa-coordinator'];

/** Who may use an operation at all. An operation that is not here is still held to reach and to what may be shown. */
export const MAY: Readonly<Record<string, readonly string[]>> = {
  'chart.open': READERS,
  'chart.list': READERS,
  'chart.search': READERS,
  'chart.looks': [
    'care-manager',
    'supervisor',
    'agency-lead',
    'privacy-officer',
    'targeted-case-manager',
    'tcm-supervisor',
  ],
  'contacts.list': READERS,
  'contacts.withdrawn': ['privacy-officer'],
  'contacts.record': CARE_TEAM,
  'contacts.amend': CARE_TEAM,
  'contacts.withdraw': ['care-manager', 'supervisor', 'privacy-officer', 'targeted-case-manager', 'tcm-supervisor'],
  'duties.explain': READERS,
  'duties.exempt': ['supervisor', 'agency-lead', 'tcm-supervisor'],
  'duties.delegate': DECIDERS,
  'duties.reopen': DECIDERS,
  'duties.done-on': DECIDERS,
  'facts.record': [...CARE_TEAM, 'csa-coordinator'],
  'worklists.read': WORKLIST_READERS,
  'worklists.count': WORKLIST_READERS,
  'referral.queue': ['csa-coordinator', 'supervisor', 'agency-lead', 'care-manager', 'quality', 'privacy-officer'],
  'referral.open': ['csa-coordinator', 'supervisor', 'agency-lead', 'care-manager', 'quality', 'privacy-officer'],
  'referral.decide': ADMINISTRATOR,
  'referral.assign': ADMINISTRATOR,
  'referral.answer': ['supervisor', 'agency-lead'],
  'referral.link': ['csa-coordinator', 'supervisor', 'agency-lead'],
  'referral.unlink': ['csa-coordinator', 'supervisor', 'agency-lead'],
  'enrolment.start': DECIDERS,
  'enrolment.end': DECIDERS,
  'caseload.assign': ['supervisor', 'agency-lead', 'tcm-supervisor'],
  'caseload.read': ['supervisor', 'agency-lead', 'care-manager', 'quality', 'tcm-supervisor'],
  'audit.trail': ['privacy-officer'],
  'emergency.list': ['privacy-officer'],
};
