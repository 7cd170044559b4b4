import type { CallerCode, DomainCode, GenderCode, HealthPlanCode, IntensityCode, RelationshipCode } from './codes.ts';

/**
 * How each code is also said in files and on the telephone. Labels and codes themselves are always understood; only
 * other words stand here, separated by `|`. Case, accents and marks do not matter.
 */
export const CALLERS_HEARD: Readonly<Partial<Record<CallerCode, string>>> = {
  parent: 'parent|caregiver|mother|father|guardian|legal guardian|family|foster parent|resource parent|padre|madre',
  youth: 'self|young adult|child|young person|joven',
  'mobile-response': 'mrss|mobile response|cmrss|mobile response and stabilization services',
  school: 'school counselor|teacher|child study team|cst|escuela',
  hospital: 'ccis|crisis unit|psychiatric hospital|emergency room|er|emergency department|screening center',
  court: 'judge|family court|probation|juvenile court',
  'child-protection': 'cp&p|cpp|dcpp|dyfs|child welfare',
  provider: 'therapist|clinician|psychiatrist|physician|pediatrician|doctor|iic',
  'substance-use-assessor': 'lcadc|sud assessor',
  detention: 'youth detention|jjc|juvenile justice commission|juvenile justice',
  'another-cmo': 'cmo|cross-county|cross county referral',
};

export const RELATIONSHIPS_HEARD: Readonly<Partial<Record<RelationshipCode, string>>> = {
  mother: 'mom|mum|madre|biological mother|birth mother|adoptive mother',
  father: 'dad|padre|biological father|birth father|adoptive father',
  parent: 'adoptive parent|biological parent|birth parent|parents',
  stepparent: 'step parent|stepmother|stepfather|step mother|step father|step-mother|step-father',
  'legal-guardian': 'guardian|court appointed guardian|tutor legal',
  'foster-parent': 'foster parent|foster mother|foster father|resource parent|foster|kinship caregiver',
  grandparent: 'grandmother|grandfather|grandma|grandpa|abuela|abuelo',
  'aunt-or-uncle': 'aunt|uncle|tia|tio',
  sibling: 'sister|brother|adult sibling|hermana|hermano',
  'other-relative': 'relative|cousin|great aunt|great uncle|great grandmother|family member|kin',
  'child-protection': 'cp&p|cpp|dcpp|dyfs|cp&p worker|caseworker',
  self: 'self|youth|young adult',
};

export const DOMAINS_HEARD: Readonly<Partial<Record<DomainCode, string>>> = {
  'mental-health': 'mental|behavioral health|behavioral|emotional|emotional/behavioral|mh|bh|psychiatric',
  'substance-use': 'substance abuse|substance|substances|drugs|alcohol|alcohol and drugs|sud|su',
  'developmental-disability':
    'developmental|developmental disabilities|intellectual disability|intellectual/developmental disability|idd|i/dd|dd|autism',
  'court-involvement': 'court|juvenile justice|legal|probation|court involved',
  'trouble-in-school': 'school|education|school problems|school trouble|truancy|suspension',
};

export const INTENSITIES_HEARD: Readonly<Partial<Record<IntensityCode, string>>> = {
  low: 'l|mild',
  moderate: 'm|mod|medium',
  high: 'h|severe|intense',
};

export const HEALTH_PLANS_HEARD: Readonly<Partial<Record<HealthPlanCode, string>>> = {
  aetna: 'aetna|aetna better health|aetna better health of nj',
  fidelis: 'fidelis|wellcare|wellcare of new jersey',
  horizon: 'horizon|horizon new jersey health',
  united: 'united|uhc|unitedhealthcare|united healthcare|united healthcare community plan|uhccp',
  wellpoint: 'amerigroup|wellpoint new jersey',
  private: 'private plan|commercial|private insurance|employer',
  none: 'uninsured|no insurance|no plan|self pay',
  'choice-pending': 'pending|choice pending|not chosen|fee for service|ffs|medicaid|nj familycare',
};

export const GENDERS_HEARD: Readonly<Partial<Record<GenderCode, string>>> = {
  female: 'f|girl|woman|transgender female|trans girl',
  male: 'm|boy|man|transgender male|trans boy',
  nonbinary: 'nb|non-binary|non binary|x|genderqueer|enby',
  unknown: 'u|unk|not known|not reported|declined',
};
