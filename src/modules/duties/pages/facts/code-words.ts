/** What codes of facts are called on screen, where spelling them out is not enough. */
const CODES: Readonly<Record<string, string>> = {
  'in-person': 'in person',
  'e-mail': 'by e-mail',
  'child-protection': 'child protection (CP&P)',
  'family-support': 'family support organization',
  'juvenile-justice-commission': 'Juvenile Justice Commission',
  rtf: 'residential treatment facility (RTF)',
  'crr-hh': 'community residential host home',
  'crr-hh-itp': 'host home, intensive treatment',
  'a-plus': 'A+',
  a: 'A',
  b: 'B',
  ddd: 'Division of Developmental Disabilities',
  ssi: 'Supplemental Security Income',
  idd: 'services for developmental disabilities',
  'court-14-day': 'within 14 days for the court',
  'planning-30-day': 'planning in 30 days',
  medicaid: 'Medicaid',
  'csoc-only': 'Children’s System of Care only',
  performcare: 'PerformCare',
  nj: 'New Jersey',
  pa: 'Pennsylvania',
  iep: 'IEP',
  hiv: 'HIV',
  'payer-care-manager': 'payer’s care manager',
  'county-mental-health': 'county mental health',
};

/** A code in words: "treatment-home" is "treatment home". */
export const codeWords = (code: string): string => CODES[code] ?? code.replaceAll('-', ' ');

/** The same with a capital, for the start of a line. */
export function codeLabel(code: string): string {
  const said = codeWords(code);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const FIELDS: Readonly<Record<string, string>> = {
  about: 'About',
  answer: 'Their answer',
  attended: 'Who came',
  by: 'By whom',
  certified: 'Sent as certified mail',
  copies: 'Copies to',
  for: 'For what',
  how: 'How',
  incident: 'Which incident',
  kind: 'Which kind',
  level: 'Level',
  media: 'The media may report it',
  presumptive: 'For presumptive eligibility',
  purpose: 'What for',
  receipt: 'Receipt signed',
  request: 'Which request',
  setting: 'Where',
  stay: 'Which stay',
  system: 'Which system',
  to: 'To whom',
  type: 'Which kind',
  with: 'With whom',
  eligible: 'Eligible',
  episode: 'Which episode',
  plan: 'Which plan',
  settles: 'What was settled',
};

/** What a field of a fact is called. */
export const fieldLabel = (field: string): string => FIELDS[field] ?? codeLabel(field.replaceAll('_', '-'));
