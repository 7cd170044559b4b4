import { foldName } from '#modules/youth/names.ts';

/**
 * The columns of a referral file we can read: the name we write it with, other names it is met under, and whether rows
 * need it.
 */
export const IMPORT_COLUMNS = {
  referral_id: { heard: 'referral number|referral no|id|external id|record id|reference', required: false },
  received_at: {
    heard: 'received|date received|call date|date of call|received date|referral date|date of referral|created at',
    required: true,
  },
  youth_first_name: {
    heard: 'first name|first|given name|youth first|child first|child first name|legal first name|fname',
    required: true,
  },
  youth_last_name: {
    heard: 'last name|last|family name|surname|youth last|child last|child last name|legal last name|lname',
    required: true,
  },
  preferred_name: { heard: 'preferred|nickname|goes by|chosen name', required: false },
  date_of_birth: { heard: 'dob|birth date|birthdate|birth day|birthday|born|youth dob', required: true },
  gender: { heard: 'sex|gender identity|youth gender', required: false },
  address: { heard: 'street|address line 1|address 1|street address|home address', required: false },
  city: { heard: 'town|municipality|city town', required: false },
  state: { heard: 'st|state code', required: false },
  zip: { heard: 'zip code|zipcode|postal code|zip5', required: false },
  county: { heard: 'county of residence|residence county|home county', required: false },
  guardian_first_name: { heard: 'caregiver first name|parent first name|guardian first', required: false },
  guardian_last_name: { heard: 'caregiver last name|parent last name|guardian last', required: false },
  guardian_relationship: { heard: 'relationship|relationship to youth|caregiver relationship', required: false },
  guardian_phone: {
    heard: 'phone|telephone|phone number|caregiver phone|parent phone|guardian telephone|mobile|cell',
    required: false,
  },
  guardian_email: { heard: 'email|e-mail|caregiver email|parent email', required: false },
  preferred_language: { heard: 'language|primary language|language spoken|home language', required: false },
  letter_language: {
    heard: 'written language|language read|language for letters|correspondence language',
    required: false,
  },
  interpreter_needed: { heard: 'interpreter|needs interpreter|interpreter required', required: false },
  domains: { heard: 'domain|needs|areas of need|presenting needs|reason', required: false },
  situation: {
    heard: 'description|narrative|notes|presenting situation|reason for referral|comments',
    required: false,
  },
  caller: { heard: 'referred by|referral source|caller type|source', required: false },
  consent_to_refer: { heard: 'consent|consent given|consented|consent to referral', required: false },
  intensity: { heard: 'level|intensity of need|level of care', required: false },
  health_plan: { heard: 'plan|insurance|mco|health insurance|coverage', required: false },
  medicaid_id: { heard: 'medicaid number|medicaid no|nj familycare id|medicaid', required: false },
  school: { heard: 'school name|current school', required: false },
  cyber_id: { heard: 'cyber number|cyber no|cyber', required: false },
} as const satisfies Record<string, { readonly heard: string; readonly required: boolean }>;

export type ImportColumn = keyof typeof IMPORT_COLUMNS;

/** For each column of ours, where it stands in the file (from 0); absent when the file has none. */
export type ColumnMapping = Readonly<Partial<Record<ImportColumn, number>>>;

/** The cells of one row under our names, as they stand in the file. */
export type RowCells = Readonly<Partial<Record<ImportColumn, string>>>;

export const importColumns = Object.keys(IMPORT_COLUMNS) as readonly ImportColumn[];

/** Which column a header most likely is; of two alike the first. A person may change it before reading the rows. */
export function suggestMapping(headers: readonly string[]): ColumnMapping {
  const folded = headers.map(foldName);
  const mapping: Partial<Record<ImportColumn, number>> = {};
  const taken = new Set<number>();
  const take = (column: ImportColumn, names: readonly string[]) => {
    const at = folded.findIndex((header, index) => !taken.has(index) && names.includes(header));
    if (at < 0 || mapping[column] !== undefined) return;
    mapping[column] = at;
    taken.add(at);
  };
  // Our own names first, so that a column merely called "school" in words of another is not taken from it.
  for (const column of importColumns) take(column, [foldName(column)]);
  for (const column of importColumns) take(column, IMPORT_COLUMNS[column].heard.split('|').map(foldName));
  return mapping;
}

/** The columns no row can be read without that the mapping leaves out. */
export function missingColumns(mapping: ColumnMapping): readonly ImportColumn[] {
  return importColumns.filter((column) => IMPORT_COLUMNS[column].required && mapping[column] === undefined);
}

/** One row's cells under our names. */
export function applyMapping(cells: readonly string[], mapping: ColumnMapping): RowCells {
  const row: Partial<Record<ImportColumn, string>> = {};
  for (const column of importColumns) {
    const at = mapping[column];
    const cell = at === undefined ? undefined : cells[at];
    if (cell !== undefined) row[column] = cell;
  }
  return row;
}
