/** By what authority somebody said yes to care management. */
export const CONSENT_AUTHORITIES = {
  parent: 'As a parent',
  'legal-guardian': 'As legal guardian',
  self: 'The young adult, for themself',
  'court-order': 'By court order',
  'child-protection': 'As child protection (CP&P)',
} as const;

export const CONSENT_METHODS = {
  signed: 'Signed on paper',
  electronic: 'Signed on a screen',
  spoken: 'Spoken, written down here',
} as const;

/** What the family has in hand and had explained when it says yes. */
export const RIGHTS_GIVEN = {
  'family-rights': 'Family rights and responsibilities',
  'privacy-notice': 'Privacy notice',
  'complaint-routes': 'How to complain, and to whom',
  'voluntary-services': 'That services are voluntary and can stop at any time',
} as const;

/** What was agreed to. */
export const CONSENT_PURPOSES = { referral: 'The referral', 'care-management': 'Care management' } as const;
