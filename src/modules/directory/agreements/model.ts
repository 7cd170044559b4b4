/**
 * With whom an agency agrees, as the rules tell agreements apart: N.J.A.C. 10:73-3.18 has it hold agreements, and the three
 * years are known of agreements with providers only.
 */
export const AGREEMENT_KINDS = {
  provider: 'Provider of services',
  'family-support': 'Family support organization',
  school: 'School or district',
  hospital: 'Hospital',
  other: 'Another organization',
} as const;
export type AgreementKind = keyof typeof AGREEMENT_KINDS;

export const AGREEMENT_KIND_CODES = Object.keys(AGREEMENT_KINDS) as [AgreementKind, ...AgreementKind[]];
