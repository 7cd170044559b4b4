import { LANGUAGE_NAMES } from '#modules/youth/languages.ts';

/**
 * The code lists of a referral, each code with its label in English. The order is the order on screen. Stored and sent
 * are the codes; a label may change, a code may not.
 */

/** Who asked for help. */
export const CALLERS = {
  parent: 'Parent or caregiver',
  youth: 'Youth',
  'mobile-response': 'Mobile response (MRSS)',
  school: 'School',
  hospital: 'Hospital or crisis unit',
  court: 'Court',
  'child-protection': 'Child protection (CP&P)',
  provider: 'Treatment provider',
  'substance-use-assessor': 'Substance use assessor',
  detention: 'Youth detention or juvenile justice',
  'another-cmo': 'CMO of another county',
  other: 'Somebody else',
  unknown: 'Not known',
} as const;

/** Who the caregiver is to the youth. */
export const RELATIONSHIPS = {
  mother: 'Mother',
  father: 'Father',
  parent: 'Parent',
  stepparent: 'Stepparent',
  'legal-guardian': 'Legal guardian',
  'foster-parent': 'Foster (resource) parent',
  grandparent: 'Grandparent',
  'aunt-or-uncle': 'Aunt or uncle',
  sibling: 'Sister or brother',
  'other-relative': 'Another relative',
  'child-protection': 'Child protection (CP&P) worker',
  self: 'The young adult',
  other: 'Somebody else',
  unknown: 'Not known',
} as const;

/** What the youth needs help with: the domains of eligibility. */
export const DOMAINS = {
  'mental-health': 'Mental health',
  'substance-use': 'Substance use',
  'developmental-disability': 'Developmental disability',
  'court-involvement': 'Court involvement',
  'trouble-in-school': 'Trouble in school',
} as const;

/** How much help is thought to be needed. */
export const INTENSITIES = { low: 'Low', moderate: 'Moderate', high: 'High' } as const;

/** NJ FamilyCare's five plans, and what there is instead. */
export const HEALTH_PLANS = {
  aetna: 'Aetna Better Health of New Jersey',
  fidelis: 'Fidelis Care',
  horizon: 'Horizon NJ Health',
  united: 'UnitedHealthcare Community Plan',
  wellpoint: 'Wellpoint',
  private: 'Private insurance',
  none: 'No insurance',
  'choice-pending': 'NJ FamilyCare, plan not chosen yet',
  other: 'Another plan',
} as const;

/** The languages of a record, and what stands where none of them does. */
export const LANGUAGES = { ...LANGUAGE_NAMES, other: 'Another language', und: 'Not known' } as const;

/** As reported, not asked again here. */
export const GENDERS = {
  female: 'Female',
  male: 'Male',
  nonbinary: 'Nonbinary',
  other: 'In other words',
  unknown: 'Not known',
} as const;

/** By what authority somebody consents to a referral. `to-confirm`: nobody has seen it yet. */
export const AUTHORITIES = {
  parent: 'As a parent',
  'legal-guardian': 'As legal guardian',
  self: 'The young adult, for themself',
  'court-order': 'By court order',
  'child-protection': 'As child protection (CP&P)',
  'to-confirm': 'To be confirmed',
} as const;

/** The answer to "may we refer?". */
export const CONSENT_ANSWERS = { yes: 'Yes', no: 'No', 'not-recorded': 'Not recorded' } as const;

export type CallerCode = keyof typeof CALLERS;
export type RelationshipCode = keyof typeof RELATIONSHIPS;
export type DomainCode = keyof typeof DOMAINS;
export type IntensityCode = keyof typeof INTENSITIES;
export type HealthPlanCode = keyof typeof HEALTH_PLANS;
export type GenderCode = keyof typeof GENDERS;
export type AuthorityCode = keyof typeof AUTHORITIES;
export type ConsentAnswer = keyof typeof CONSENT_ANSWERS;

/** The codes of a list, for a zod enum or a select. */
export function codesOf<C extends string>(list: Readonly<Record<C, string>>): [C, ...C[]] {
  return Object.keys(list) as [C, ...C[]];
}
