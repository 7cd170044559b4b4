import type { Programme } from '#modules/facts/model.ts';

/** What each kind of fact is called where it is chosen and on the timeline: what happened, in plain words. */
export const KIND_LABELS: Readonly<Record<string, string>> = {
  'team-meeting.held': 'Team meeting held',
  'crisis-plan.completed': 'Family crisis plan completed',
  'crisis-plan.updated': 'Family crisis plan updated',
  'plan.submitted': 'Plan sent to the administrator',
  'plan.approved': 'Plan approved',
  'plan.returned': 'Plan sent back for changes',
  'stay.started': 'Stay away from home began',
  'stay.ended': 'Stay away from home ended',
  'stay.end-planned': 'End of a stay planned',
  'missing.started': 'Youth went missing',
  'missing.ended': 'Youth is back',
  'search.made': 'Search for the youth made',
  'outreach.started': 'Outreach began: not yet reached',
  'outreach.ended': 'Outreach ended',
  'fso.offered': 'Family support partner offered',
  'fso.information-given': 'Family support information given',
  'medicaid.application-filed': 'Medicaid application filed',
  'presumptive.certified': 'Presumptive eligibility found',
  'presumptive.sent': 'Presumptive certificate sent',
  'school.iep-held': 'IEP meeting held',
  'school.referred': 'Referred to the child study team',
  'school.meeting-held': 'Child study team met',
  'school.consent-given': 'Parent agreed to the school’s evaluation',
  'letter.sent': 'Letter sent',
  'referral.letter-sent': 'Letter about the decision sent',
  'notice.given': 'Notice given',
  'incident.occurred': 'Incident occurred',
  'incident.reported': 'Incident reported',
  'incident.followed-up': 'Incident followed up',
  'incident.closed': 'Incident closed',
  'rights.given': 'Rights explained and handed over',
  'transition.planned': 'Transition planned',
  'linkage.confirmed': 'Support after transition confirmed',
  'discharge.requested': 'Written request to end services',
  'joint-care-review.received': 'Joint care review received',
  'out-of-home.referred': 'Treatment away from home asked for',
  'out-of-home.assigned': 'Request for treatment away from home assigned to the state’s review',
  'out-of-home.reviewed': 'Request for treatment away from home reviewed by the state',
  'out-of-home.approved': 'Treatment away from home approved',
  'missing.reported': 'Told that the youth is missing',
  'family.moved-away': 'Family moved away for good',
  'adult-services.applied': 'Adult services applied for',
  'developmental-disability.determined': 'Developmental disability eligibility determined',
  'contact.made': 'Contact made',
  'contact.attempted': 'Contact attempted',
  'referral.received': 'Referral received',
  'referral.decided': 'Eligibility decided',
  'referral.assigned': 'Assigned to the agency',
  'referral.accepted': 'Referral accepted',
  'referral.returned': 'Referral returned',
  'enrolment.started': 'Enrolled',
  'enrolment.ended': 'Enrolment ended',
  'accountable.assigned': 'Care manager assigned',
  'consent.given': 'Consent given',
  'consent.revoked': 'Consent taken back',
  'coverage.recorded': 'Coverage recorded',
  'residence.recorded': 'Residence recorded',
  'youth.born': 'Born',
  'duty.exempted': 'A duty was exempted',
  'duty.delegated': 'A duty was handed on',
  'duty.attested': 'A duty was said to be done',
  'duty.reopened': 'A decision about a duty was taken back',
};

/** The words for a kind; the code spelled out for one nobody has named yet. */
export function kindLabel(kind: string): string {
  const spelled = kind.replaceAll(/[.-]/g, ' ');
  return KIND_LABELS[kind] ?? spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

/** Kinds that only New Jersey's rules know. */
const NEW_JERSEYS: readonly string[] = [
  'joint-care-review.received',
  'fso.offered',
  'fso.information-given',
  'medicaid.application-filed',
  'presumptive.certified',
  'presumptive.sent',
  'incident.occurred',
  'incident.reported',
  'incident.followed-up',
  'incident.closed',
  'adult-services.applied',
  'developmental-disability.determined',
  'out-of-home.assigned',
  'out-of-home.reviewed',
  'missing.reported',
  'family.moved-away',
];

/** What people are offered to record here in a programme, the usual first, under headings. */
export function offeredIn(programme: Programme): typeof OFFERED {
  if (programme === 'nj-cmo') return OFFERED;
  return OFFERED.map(({ heading, kinds }) => ({
    heading,
    kinds: kinds.filter((kind) => !NEW_JERSEYS.includes(kind)),
  })).filter(({ kinds }) => kinds.length > 0);
}

const OFFERED: readonly { readonly heading: string; readonly kinds: readonly string[] }[] = [
  {
    heading: 'Team and plan',
    kinds: [
      'team-meeting.held',
      'crisis-plan.completed',
      'crisis-plan.updated',
      'plan.submitted',
      'plan.approved',
      'plan.returned',
    ],
  },
  {
    heading: 'Stays and missing',
    kinds: [
      'stay.started',
      'stay.ended',
      'stay.end-planned',
      'joint-care-review.received',
      'out-of-home.referred',
      'out-of-home.assigned',
      'out-of-home.reviewed',
      'missing.started',
      'missing.reported',
      'search.made',
      'missing.ended',
    ],
  },
  {
    heading: 'Family and coverage',
    kinds: [
      'fso.offered',
      'fso.information-given',
      'rights.given',
      'medicaid.application-filed',
      'presumptive.certified',
      'presumptive.sent',
      'letter.sent',
      'outreach.started',
      'outreach.ended',
    ],
  },
  { heading: 'School', kinds: ['school.iep-held', 'school.referred', 'school.meeting-held', 'school.consent-given'] },
  {
    heading: 'Incidents and notices',
    kinds: ['incident.occurred', 'incident.reported', 'incident.followed-up', 'incident.closed', 'notice.given'],
  },
  {
    heading: 'Transition',
    kinds: [
      'transition.planned',
      'linkage.confirmed',
      'discharge.requested',
      'family.moved-away',
      'adult-services.applied',
      'developmental-disability.determined',
    ],
  },
];
