import type { ConsentAnswer, DomainCode } from '../../codes.ts';

/** What stands in the fields, as text; a draft is kept in this shape, so that half a date survives too. */
export interface FormValues {
  readonly source: string;
  readonly externalId: string;
  readonly receivedOn: string;
  readonly receivedHour: string;
  readonly caller: string;
  readonly callerWords: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string;
  readonly birthDay: string;
  /** `yes`: guessed. */
  readonly birthDayEstimated: string;
  readonly gender: string;
  readonly genderWords: string;
  readonly language: string;
  readonly languageWords: string;
  readonly otherLanguages: string;
  readonly letterLanguage: string;
  readonly letterLanguageWords: string;
  readonly interpreter: string;
  readonly line: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly county: string;
  readonly caregiverFirst: string;
  readonly caregiverLast: string;
  readonly relationship: string;
  readonly relationshipWords: string;
  readonly telephone: string;
  readonly mail: string;
  readonly domains: readonly DomainCode[];
  readonly otherNeeds: string;
  readonly situation: string;
  readonly intensity: string;
  readonly consent: ConsentAnswer;
  readonly consentBy: string;
  readonly authority: string;
  readonly consentOn: string;
  readonly healthPlan: string;
  readonly medicaidId: string;
  readonly school: string;
  readonly cyberId: string;
  readonly document: string;
  readonly decidedOn: string;
  readonly assignedOn: string;
  readonly assignedHour: string;
}

export type FieldName = keyof FormValues;
export type TextField = Exclude<FieldName, 'domains' | 'consent'>;

/** An empty form for a day. */
export function emptyForm(today: string): FormValues {
  return {
    ...{ source: 'telephone', externalId: '', receivedOn: today, receivedHour: '', caller: '', callerWords: '' },
    ...{
      firstName: '',
      lastName: '',
      preferredName: '',
      birthDay: '',
      birthDayEstimated: '',
      gender: 'unknown',
      genderWords: '',
    },
    ...{ language: 'en', languageWords: '', otherLanguages: '', interpreter: 'unknown' },
    ...{ letterLanguage: '', letterLanguageWords: '' },
    ...{ line: '', city: '', state: 'NJ', zip: '', county: '' },
    ...{
      caregiverFirst: '',
      caregiverLast: '',
      relationship: 'unknown',
      relationshipWords: '',
      telephone: '',
      mail: '',
    },
    ...{ domains: [], otherNeeds: '', situation: '', intensity: 'unknown' },
    ...{ consent: 'not-recorded', consentBy: '', authority: 'to-confirm', consentOn: '' },
    ...{ healthPlan: '', medicaidId: '', school: '', cyberId: '' },
    ...{ document: '', decidedOn: today, assignedOn: today, assignedHour: '' },
  };
}
