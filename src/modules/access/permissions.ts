import type { Capacity, Relation } from './model.ts';

interface PermissionRule {
  /** What the permission lets somebody do, for the people-and-seats screen. */
  readonly says: string;
  readonly capacities: readonly Capacity[];
  /** With a list: at least one of these relations to the chart is needed, from these capacities. */
  readonly needsRelation?: Partial<Record<Capacity, readonly Relation[]>>;
  /** Capacities that reach further than their agency's charts, and may do this on those only. */
  readonly onlyOwnCharts?: readonly Capacity[];
  /** A second proof of identity not older than ten minutes; `enter()` measures it. */
  readonly stepUp?: boolean;
}

const CMO_CARE = ['care-manager', 'supervisor', 'on-call', 'pe-coordinator'] as const;
const CMO_LEADS = ['supervisor', 'agency-lead'] as const;
const TCM_CARE = ['targeted-case-manager', 'tcm-supervisor'] as const;
const ALL_STAFF = [
  ...CMO_CARE,
  'agency-lead',
  'quality',
  'administrator',
  'privacy-officer',
  'court-liaison',
  'csa-coordinator',
  ...TCM_CARE,
  'clinical-care-manager',
] as const;
const WORKLIST_READERS = [
  ...CMO_CARE,
  'agency-lead',
  'quality',
  'privacy-officer',
  'court-liaison',
  'csa-coordinator',
  ...TCM_CARE,
  'clinical-care-manager',
] as const;
const CHART_READERS = [
  ...CMO_CARE,
  'agency-lead',
  'quality',
  'privacy-officer',
  'court-liaison',
  'family-support-partner',
  'csa-coordinator',
  ...TCM_CARE,
  'clinical-care-manager',
] as const;

/**
 * The first wall: who may do what, by capacity and relation. The second wall (row security) decides independently which
 * rows that reaches. A new operation cannot name a permission that is not here.
 */
export const PERMISSIONS = {
  'session.own': {
    says: 'Use one’s own session, seats and drafts',
    capacities: [
      ...ALL_STAFF,
      'family-support-partner',
      'youth',
      'caregiver',
      'natural-support',
      'reviewer',
      'provider',
      'statewide',
    ],
  },
  'worklist.read': { says: 'See what is owed', capacities: WORKLIST_READERS },
  'chart.read': { says: 'Open a chart', capacities: CHART_READERS },
  'family.read': {
    says: 'See the family and its contacts in full',
    capacities: CHART_READERS.filter((capacity) => capacity !== 'family-support-partner'),
  },
  'face-sheet.print': {
    says: 'Print the face sheet',
    capacities: CHART_READERS.filter((capacity) => capacity !== 'family-support-partner'),
  },
  'face-sheet.print-confidential': {
    says: 'Print confidential ways to reach somebody on the face sheet',
    capacities: [...CMO_CARE, 'privacy-officer', ...TCM_CARE],
  },
  'chart.transferred': {
    says: 'Read what one’s own agency recorded in a chart that went to another',
    capacities: ['care-manager', 'supervisor', 'agency-lead', 'quality', 'privacy-officer', ...TCM_CARE],
  },
  'chart.search': { says: 'Search for a youth', capacities: CHART_READERS },
  'chart.looks': {
    says: 'See who looked at a chart',
    capacities: ['care-manager', 'supervisor', 'agency-lead', 'privacy-officer', ...TCM_CARE],
  },
  'relation.read': {
    says: 'See who may see a chart, and since when',
    capacities: ['care-manager', 'supervisor', 'agency-lead', 'privacy-officer', ...TCM_CARE],
  },
  'relation.give': {
    says: 'Say who else may see a chart, and until when',
    capacities: ['care-manager', ...CMO_LEADS, ...TCM_CARE],
    needsRelation: { 'care-manager': ['accountable', 'cover'], 'targeted-case-manager': ['accountable', 'cover'] },
  },
  'youth.change': {
    says: 'Change what is known of the youth and family',
    capacities: [...CMO_CARE, 'csa-coordinator', ...TCM_CARE],
    onlyOwnCharts: ['csa-coordinator'],
  },
  'contact.record': { says: 'Write and sign notes', capacities: [...CMO_CARE, ...TCM_CARE] },
  'contact.withdraw': {
    says: 'Withdraw a note entered in error',
    capacities: ['care-manager', 'supervisor', 'privacy-officer', ...TCM_CARE],
  },
  'contact.withdrawn.read': { says: 'See notes that were withdrawn', capacities: ['privacy-officer'] },
  'duty.decide': {
    says: 'Delegate a duty, mark it as done, or take a decision back',
    capacities: [...CMO_CARE, 'agency-lead', ...TCM_CARE],
  },
  'duty.exempt': {
    says: 'Decide that a duty need not be done, with a reason',
    capacities: ['supervisor', 'agency-lead', 'tcm-supervisor'],
  },
  'duty.explain': {
    says: 'Read why something is due',
    capacities: CHART_READERS.filter((capacity) => capacity !== 'family-support-partner'),
  },
  'fact.record': {
    says: 'Record what happened',
    capacities: [...CMO_CARE, 'csa-coordinator', ...TCM_CARE],
    onlyOwnCharts: ['csa-coordinator'],
  },
  // The CSA sets its own letter right also of a chart that went on; `mending` and the database hold it to that there.
  'record.mend': {
    says: 'Say that something was recorded wrongly',
    capacities: [...CMO_CARE, 'agency-lead', 'csa-coordinator', ...TCM_CARE],
  },
  'referral.register': { says: 'Register a referral', capacities: ['csa-coordinator'] },
  'referral.record': {
    says: 'Record a referral the administrator decided',
    capacities: [...CMO_LEADS, 'care-manager'],
  },
  'referral.read': {
    says: 'See the referral queue',
    capacities: ['csa-coordinator', ...CMO_LEADS, 'care-manager', 'quality', 'privacy-officer'],
  },
  'referral.settle': { says: 'Settle what a person must look at', capacities: ['csa-coordinator', ...CMO_LEADS] },
  // Privacy officers see all of their agency where it limits its other staff, which is when nobody else may see both youths.
  'referral.compare': {
    says: 'Say whether two charts are one youth',
    capacities: ['csa-coordinator', ...CMO_LEADS, 'privacy-officer'],
  },
  'referral.decide': { says: 'Decide eligibility', capacities: ['csa-coordinator'] },
  'referral.assign': { says: 'Assign a referral to a care management organization', capacities: ['csa-coordinator'] },
  'referral.answer': { says: 'Accept or return a referral', capacities: [...CMO_LEADS] },
  'referral.import': { says: 'Import a file of referrals', capacities: ['csa-coordinator', ...CMO_LEADS] },
  'caseload.read': { says: 'See caseloads', capacities: [...CMO_LEADS, 'care-manager', 'quality', 'tcm-supervisor'] },
  'caseload.assign': { says: 'Assign and move charts', capacities: [...CMO_LEADS, 'tcm-supervisor'] },
  'enrolment.change': { says: 'Start and end enrolment', capacities: [...CMO_CARE, 'agency-lead', ...TCM_CARE] },
  'consent.change': {
    says: 'Record that a family said yes to care management, or took it back',
    capacities: [...CMO_CARE, 'agency-lead', ...TCM_CARE],
  },
  'enrolment.transfer': { says: 'Transfer a chart to another organization', capacities: [...CMO_LEADS] },
  'policy.read': { says: 'Read the rules', capacities: ALL_STAFF },
  'policy.override': {
    says: 'Override a parameter for the agency',
    capacities: ['agency-lead', 'administrator', 'quality'],
  },
  'directory.read': { says: 'Read the directory', capacities: ALL_STAFF },
  'directory.change': {
    says: 'Change agencies and the counties they serve',
    capacities: ['administrator', 'csa-coordinator'],
  },
  'agreement.read': {
    says: 'See the agency’s agreements with others',
    capacities: [...CMO_CARE, 'agency-lead', 'quality', 'administrator'],
  },
  'agreement.record': {
    says: 'Record agreements of the agency',
    capacities: [...CMO_LEADS, 'administrator'],
  },
  'people.read': {
    says: 'See people and seats',
    capacities: ['administrator', 'privacy-officer', 'agency-lead', 'supervisor'],
  },
  'people.change': { says: 'Invite people and change seats', capacities: ['administrator'], stepUp: true },
  'people.sessions': { says: 'See where people are signed in', capacities: ['administrator', 'privacy-officer'] },
  'people.end-sessions': {
    says: 'End the sessions of one person, or of everybody',
    capacities: ['administrator', 'privacy-officer'],
    stepUp: true,
  },
  'people.cover': {
    says: 'Arrange cover for absent colleagues',
    capacities: ['administrator', 'supervisor', 'agency-lead', 'tcm-supervisor'],
  },
  'on-call.read': {
    says: 'See who is on call',
    capacities: [...CMO_CARE, 'agency-lead', 'administrator', 'privacy-officer', ...TCM_CARE],
  },
  'on-call.arrange': {
    says: 'Arrange who is on call',
    capacities: ['supervisor', 'administrator', 'tcm-supervisor'],
  },
  'audit.read': { says: 'Read the audit trail', capacities: ['privacy-officer'] },
  'audit.redact': {
    says: 'Ask for and confirm a redaction that a court ordered',
    capacities: ['privacy-officer'],
    stepUp: true,
  },
  'emergency.take': {
    says: 'Take emergency access to a chart',
    capacities: ['care-manager', 'supervisor', 'on-call', ...TCM_CARE],
    stepUp: true,
  },
  'emergency.review': { says: 'Review emergency access', capacities: ['privacy-officer'] },
} as const satisfies Record<string, PermissionRule>;

export type Permission = keyof typeof PERMISSIONS;

export type Decision = { readonly yes: true } | { readonly yes: false; readonly reasons: readonly string[] };

/**
 * May this capacity, related so to the chart, do this? `relations` is empty for operations without a chart.
 */
export function decide(
  permission: Permission,
  actor: { readonly capacity: Capacity; readonly steppedUp: boolean },
  relations: readonly Relation[],
): Decision {
  const rule: PermissionRule = PERMISSIONS[permission];
  if (!rule.capacities.includes(actor.capacity)) return { yes: false, reasons: ['capacity'] };
  const needed = rule.needsRelation?.[actor.capacity];
  if (needed && !needed.some((relation) => relations.includes(relation))) return { yes: false, reasons: ['relation'] };
  if (rule.stepUp && !actor.steppedUp) return { yes: false, reasons: ['step-up'] };
  return { yes: true };
}

/** Whether this capacity may do this only on charts its own agency holds. */
export function needsOwnChart(permission: Permission, capacity: Capacity): boolean {
  const rule: PermissionRule = PERMISSIONS[permission];
  return rule.onlyOwnCharts?.includes(capacity) ?? false;
}

/** Every permission a capacity has, for showing and hiding what the screen offers. */
export function permissionsOf(capacity: Capacity): readonly Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) =>
    (PERMISSIONS[permission].capacities as readonly Capacity[]).includes(capacity),
  );
}
