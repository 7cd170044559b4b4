import type { Field } from './field.ts';

/** Which languages somebody speaks, and whether they want an interpreter. */
export const LANGUAGES: readonly Field[] = [
  { name: 'languages', label: 'Languages', hint: 'Choose a name from the list or write another.', kind: 'languages' },
  { name: 'interpreter', label: 'Wants an interpreter', kind: 'yes-no' },
];

/** Who the youth is, as the youth and family say it. */
export const YOUTH: readonly Field[] = [
  { name: 'legalFirst', label: 'Legal first name', kind: 'text', required: true },
  { name: 'legalLast', label: 'Legal last name', kind: 'text', required: true },
  { name: 'preferredName', label: 'Preferred name', kind: 'text' },
  { name: 'pronouns', label: 'Pronouns', kind: 'text' },
  { name: 'gender', label: 'Gender, in their words', kind: 'text' },
  { name: 'born', label: 'Birth day', kind: 'day' },
  { name: 'bornEstimated', label: 'The birth day is an estimate', kind: 'tick' },
  ...LANGUAGES,
  {
    name: 'raceEthnicity',
    label: 'Race and ethnicity',
    hint: 'As the youth or family says it; one on each line.',
    kind: 'lines',
  },
  { name: 'county', label: 'County', kind: 'text' },
];
