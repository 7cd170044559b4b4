/** Why eligibility was decided as it was, for staff, in one sentence each; families read `letter-text.ts`. */
export const ELIGIBILITY_REASONS = {
  'all-conditions-met': 'Age, residence, need, consent, intensity and at least one ground are given.',
  'crisis-now': 'The family is in a crisis now: mobile response comes first.',
  'past-21st-birthday': 'The 21st birthday has passed.',
  'under-5': 'Under 5, and special consideration was not given.',
  'special-consideration-open': 'Under 5: special consideration is not decided yet.',
  'lives-elsewhere': 'Does not live in New Jersey.',
  'residence-not-confirmed': 'Residence in New Jersey is not confirmed.',
  'said-no': 'The family or young adult said no; the services are voluntary.',
  'consent-missing': 'Nobody has said yet whether a referral may be made.',
  'authority-not-confirmed': 'It is not confirmed that the person who consented may do so.',
  'no-need-named': 'No need is named.',
  'developmental-disability-only': 'The one need is a developmental disability, which has its own application.',
  'substance-use-only': 'The one need is substance use, which has its own assessment.',
  'intensity-not-known': 'The intensity of need is not known.',
  'low-intensity': 'Low intensity: short-term services arranged by the CSA.',
  'grounds-not-reviewed': 'The grounds for care management have not been reviewed.',
  'no-ground-met': 'None of the grounds for care management was found.',
} as const;

export type EligibilityReason = keyof typeof ELIGIBILITY_REASONS;
