import type { ColumnMapping, ImportColumn } from './columns.ts';

/** What each column is called on screen, and so in the reason a row comes back with. */
export const COLUMN_NAMES: Readonly<Record<ImportColumn, string>> = {
  referral_id: 'Its number there',
  received_at: 'Received',
  youth_first_name: 'Youth’s first name',
  youth_last_name: 'Youth’s last name',
  preferred_name: 'Called',
  date_of_birth: 'Date of birth',
  gender: 'Gender',
  address: 'Street',
  city: 'Town',
  state: 'State',
  zip: 'ZIP',
  county: 'County',
  guardian_first_name: 'Caregiver’s first name',
  guardian_last_name: 'Caregiver’s last name',
  guardian_relationship: 'Caregiver is the youth’s',
  guardian_phone: 'Caregiver’s telephone',
  guardian_email: 'Caregiver’s e-mail',
  preferred_language: 'Language',
  letter_language: 'Language for letters',
  interpreter_needed: 'Interpreter',
  domains: 'Needs',
  situation: 'What is going on',
  caller: 'Who called',
  consent_to_refer: 'Consent to refer',
  intensity: 'Intensity',
  health_plan: 'Health plan',
  medicaid_id: 'Medicaid number',
  school: 'School',
  cyber_id: 'CYBER number',
};

const WHOLE: Readonly<Record<string, string>> = { row: 'This row', file: 'This file' };

/** The field of a problem in words; a header of the file that is none of ours stands as it is. */
export function columnName(field: string): string {
  const names: Readonly<Record<string, string>> = COLUMN_NAMES;
  return names[field] ?? WHOLE[field] ?? field;
}

/** Whom a row is about as it stands in the file, so that a person finds the row again; null when it does not say. */
export function nameInCells(cells: readonly string[], mapping: ColumnMapping): string | null {
  const said = (column: ImportColumn) => cells[mapping[column] ?? -1]?.trim() ?? '';
  return [said('youth_first_name'), said('youth_last_name')].filter((part) => part !== '').join(' ') || null;
}
