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
  /** On the roster of their agency now. */
  readonly onShift: boolean;
  /** Charts this seat is related to today, by name. */
  readonly related: readonly string[];
  /** Charts whose care manager this seat supervises today, or for which it named one today, by name. */
  readonly answersFor: readonly string[];
}
export interface OracleChart {
  readonly name: string;
  readonly holder: number;
  /** Who registered the referral. */
  readonly registeredBy: number;
  readonly programme: 'nj-cmo' | 'pa-tcm';
  /** In intake or in care, with nobody accountable. */
  readonly nobodys: boolean;
}

/** Agencies whose care managers reach only what is assigned to them, and whose supervisors what their team and nobody carries. */
const ASSIGNED_ONLY = new Set([1]);
const CARE_MANAGERS = new Set(['care-manager', 'targeted-case-manager']);
const SUPERVISORS = new Set(['supervisor', 'tcm-supervisor']);
const FAMILY = new Set(['youth', 'caregiver']);
/** People of the team outside the agency: they see who the youth is and what was said to be shared, not the record. */
const OUTSIDERS = new Set(['family-support-partner', 'natural-support', 'reviewer', 'provider']);
const NOBODYS = new Set(['administrator', 'statewide']);

export interface Reach {
  /** That the youth is somebody's: name, birth day, county, agency. */
  readonly known: boolean;
  /** Who the youth is, family and referral. */
  readonly identity: boolean;
  /** Everything recorded since. */
  readonly work: boolean;
  /** The referral as the own agency registered it. */
  readonly referral: boolean;
}

export function reach(seat: OracleSeat, chart: OracleChart): Reach {
  const all = (yes: boolean) => ({ known: yes, identity: yes, work: yes, referral: yes });
  const related = seat.related.includes(chart.name);
  if (NOBODYS.has(seat.capacity)) return all(false);
  if (FAMILY.has(seat.capacity)) return all(related);
  if (OUTSIDERS.has(seat.capacity)) return { known: related, identity: related, work: false, referral: false };
  if (seat.capacity === 'csa-coordinator') {
    const [held, registered] = [chart.holder === seat.agency, chart.registeredBy === seat.agency];
    return { known: chart.programme === 'nj-cmo', identity: held, work: held, referral: held || registered };
  }
  if (seat.capacity === 'clinical-care-manager') return all(chart.programme === 'pa-tcm');
  if (seat.onShift) return all(chart.holder === seat.agency);
  if (seat.capacity === 'on-call') return all(related);
  if (ASSIGNED_ONLY.has(seat.agency) && CARE_MANAGERS.has(seat.capacity)) return all(related);
  if (ASSIGNED_ONLY.has(seat.agency) && SUPERVISORS.has(seat.capacity)) {
    const toAssign = chart.nobodys && chart.holder === seat.agency;
    return all(related || toAssign || seat.answersFor.includes(chart.name));
  }
  return all(chart.holder === seat.agency);
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
const STAFF_READERS = READERS.filter((capacity) => capacity !== 'family-support-partner');
const DECIDERS = [...CARE_TEAM, 'agency-lead'];
const ADMINISTRATOR = ['csa-coordinator'];
/** Who lets somebody else see a chart. */
const RELATING = ['care-manager', 'supervisor', 'agency-lead', 'targeted-case-manager', 'tcm-supervisor'];

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
  'relationships.who-may-see': [...RELATING, 'privacy-officer'],
  'relationships.find-seats': [...RELATING, 'privacy-officer'],
  'relationships.relate': RELATING,
  'relationships.end': RELATING,
  'contacts.list': READERS,
  'contacts.withdrawn': ['privacy-officer'],
  'contacts.record': CARE_TEAM,
  'contacts.amend': CARE_TEAM,
  'contacts.withdraw': ['care-manager', 'supervisor', 'privacy-officer', 'targeted-case-manager', 'tcm-supervisor'],
  'duties.explain': STAFF_READERS,
  'youth.family': STAFF_READERS,
  'documents.face-sheet': STAFF_READERS,
  'on-call.read': [...CARE_TEAM, 'agency-lead', 'administrator', 'privacy-officer'],
  'on-call.arrange': ['supervisor', 'administrator', 'tcm-supervisor'],
  'on-call.end': ['supervisor', 'administrator', 'tcm-supervisor'],
  'duties.exempt': ['supervisor', 'agency-lead', 'tcm-supervisor'],
  'duties.delegate': DECIDERS,
  'duties.colleagues': DECIDERS,
  'duties.reopen': DECIDERS,
  'duties.done-on': DECIDERS,
  'facts.record': [...CARE_TEAM, 'csa-coordinator'],
  'record.mend': [...DECIDERS, 'csa-coordinator'],
  'agreements.read': [
    'care-manager',
    'supervisor',
    'on-call',
    'pe-coordinator',
    'agency-lead',
    'quality',
    'administrator',
  ],
  'agreements.record': ['supervisor', 'agency-lead', 'administrator'],
  'worklists.read': STAFF_READERS,
  'worklists.count': STAFF_READERS,
  'worklists.filters': STAFF_READERS,
  'worklists.open-with': STAFF_READERS,
  'worklists.digest': STAFF_READERS,
  'worklists.choose-digest': STAFF_READERS,
  'referral.queue': ['csa-coordinator', 'supervisor', 'agency-lead', 'care-manager', 'quality', 'privacy-officer'],
  'referral.open': ['csa-coordinator', 'supervisor', 'agency-lead', 'care-manager', 'quality', 'privacy-officer'],
  'referral.decide': ADMINISTRATOR,
  'referral.assign': ADMINISTRATOR,
  'referral.answer': ['supervisor', 'agency-lead'],
  'referral.link': ['csa-coordinator', 'supervisor', 'agency-lead', 'privacy-officer'],
  'referral.unlink': ['csa-coordinator', 'supervisor', 'agency-lead', 'privacy-officer'],
  'enrolment.start': DECIDERS,
  'enrolment.end': DECIDERS,
  'consent.give': DECIDERS,
  'consent.take-back': DECIDERS,
  'caseload.assign': ['supervisor', 'agency-lead', 'tcm-supervisor'],
  'caseload.read': ['supervisor', 'agency-lead', 'care-manager', 'quality', 'tcm-supervisor'],
  'audit.trail': ['privacy-officer'],
  'emergency.list': ['privacy-officer'],
  'emergency.take': ['care-manager', 'supervisor', 'on-call', 'targeted-case-manager', 'tcm-supervisor'],
};
