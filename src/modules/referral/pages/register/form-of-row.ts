import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { cleanCells } from '../../import/clean-cells.ts';
import type { RowCells } from '../../import/columns.ts';
import { readCodes } from '../../import/read-codes.ts';
import { readDay } from '../../import/read-day.ts';
import { readDomains } from '../../import/read-domains.ts';
import { readGuardian } from '../../import/read-guardian.ts';
import { readReceived } from '../../import/read-received.ts';
import { readYesNo } from '../../reading.ts';
import type { FormValues } from './form-values.ts';
import { hourHere } from './instant-here.ts';

interface Coded {
  readonly code: string;
  readonly asReported: string | null;
}

const other = ({ code, asReported }: Coded) => asReported ?? code;

function answer(text: string): 'yes' | 'no' | null {
  const said = readYesNo(text);
  if (said === null) return null;
  return said ? 'yes' : 'no';
}

/**
 * The form as a row of a file says it, for somebody to mend. A day nobody can read is left open, to be asked; words that are
 * no code of ours stay as they were told.
 */
export function formOfRow(row: RowCells, today: CalendarDay): Partial<FormValues> {
  const cells = cleanCells(row);
  const { caller, gender, languages, intensity, healthPlan } = readCodes(cells);
  const { guardian } = readGuardian(cells);
  const { domains, otherDomains } = readDomains(cells.domains);
  const born = readDay(cells.date_of_birth, today);
  const received = readReceived(cells.received_at, today);
  const consent = answer(cells.consent_to_refer) ?? 'not-recorded';
  const caregiver = `${cells.guardian_first_name} ${cells.guardian_last_name}`.trim();
  return {
    ...{ source: 'form', externalId: cells.referral_id },
    receivedOn: received.ok ? received.on : '',
    receivedHour: received.ok && received.at !== null ? hourHere(received.at) : '',
    ...{ caller: caller.code === 'unknown' ? '' : caller.code, callerWords: caller.asReported ?? '' },
    ...{ firstName: cells.youth_first_name, lastName: cells.youth_last_name, preferredName: cells.preferred_name },
    birthDay: born.ok ? isoDay(born.day) : '',
    ...{ gender: gender.code, genderWords: gender.asReported ?? '' },
    ...{ language: languages.language.code, languageWords: languages.language.asReported ?? '' },
    otherLanguages: (languages.otherLanguages ?? []).map(other).join(', '),
    letterLanguage: languages.letterLanguage?.code ?? '',
    letterLanguageWords: languages.letterLanguage?.asReported ?? '',
    interpreter: answer(cells.interpreter_needed) ?? 'unknown',
    ...{ line: cells.address, city: cells.city, state: cells.state || 'NJ', zip: cells.zip },
    county: cells.county.replace(/\s+county$/i, ''),
    ...{ caregiverFirst: cells.guardian_first_name, caregiverLast: cells.guardian_last_name },
    ...{ relationship: guardian.relationship.code, relationshipWords: guardian.relationship.asReported ?? '' },
    ...{ telephone: cells.guardian_phone, mail: cells.guardian_email },
    ...{ domains, otherNeeds: otherDomains.join('\n'), situation: cells.situation, intensity: intensity ?? 'unknown' },
    ...{ consent, consentBy: consent === 'yes' ? caregiver : '' },
    healthPlan: healthPlan?.code ?? '',
    ...{ medicaidId: cells.medicaid_id, school: cells.school, cyberId: cells.cyber_id },
  };
}
