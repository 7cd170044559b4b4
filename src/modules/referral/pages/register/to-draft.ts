import { readLanguageCode } from '#modules/youth/languages.ts';
import { readTelephone } from '#modules/youth/telephone.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { parseDay } from '#shared/calendar-day.ts';
import { ReferralDraft } from '../../model.ts';
import type { FieldName, FormValues } from './form-values.ts';
import { SOURCES, WRONG } from './form-words.ts';
import { instantHere } from './instant-here.ts';

/** What is wrong, by field; the words stand beside the field and in the summary. */
export type Wrong = Partial<Record<FieldName, string>>;
export type Checked =
  | { readonly ok: true; readonly draft: ReferralDraft }
  | { readonly ok: false; readonly wrong: Wrong };

const orNull = (text: string) => text.trim() || null;

function coded(code: string, words: string) {
  return { code: code || 'unknown', asReported: orNull(words) };
}

const otherLanguages = (text: string) =>
  text
    .split(',')
    .flatMap((words) => orNull(words) ?? [])
    .map((words) => ({ code: readLanguageCode(words) ?? 'other', asReported: readLanguageCode(words) ? null : words }));

function consentedBy(values: FormValues): 'youth' | 'caregiver' | 'nobody-named' {
  if (values.authority === 'self') return 'youth';
  return values.consentBy.trim() === '' ? 'nobody-named' : 'caregiver';
}

/** What stood in the fields before somebody chose that nothing is recorded is not said either. */
function consentOf(values: FormValues) {
  if (values.consent === 'not-recorded')
    return { given: values.consent, byName: null, by: 'nobody-named', authority: 'to-confirm', on: null };
  return {
    given: values.consent,
    byName: orNull(values.consentBy),
    by: consentedBy(values),
    authority: values.authority,
    on: orNull(values.consentOn),
  };
}

/** The form as a referral, not yet checked. `madeId` numbers one that came without a number. */
function candidate(values: FormValues, madeId: string): unknown {
  const telephone = readTelephone(values.telephone);
  return {
    source: SOURCES[values.source as keyof typeof SOURCES] ?? values.source,
    externalId: orNull(values.externalId) ?? madeId,
    receivedOn: values.receivedOn,
    receivedAt: values.receivedHour ? instantHere(values.receivedOn, values.receivedHour) : null,
    caller: coded(values.caller, values.callerWords),
    youth: {
      firstName: values.firstName,
      lastName: values.lastName,
      preferredName: orNull(values.preferredName),
      birthDay: values.birthDay,
      birthDayEstimated: values.birthDayEstimated === 'yes',
      gender: coded(values.gender, values.genderWords),
      language: coded(values.language, values.languageWords),
      otherLanguages: otherLanguages(values.otherLanguages),
      letterLanguage: values.letterLanguage ? coded(values.letterLanguage, values.letterLanguageWords) : null,
      interpreterNeeded: values.interpreter === 'unknown' ? null : values.interpreter === 'yes',
    },
    address: {
      line: orNull(values.line),
      city: orNull(values.city),
      state: orNull(values.state),
      zip: orNull(values.zip),
      county: orNull(values.county),
    },
    guardian: {
      firstName: orNull(values.caregiverFirst),
      lastName: orNull(values.caregiverLast),
      relationship: coded(values.relationship, values.relationshipWords),
      telephone: telephone.ok ? telephone.e164 : null,
      telephoneExtension: telephone.ok ? telephone.extension : null,
      telephoneAsReported: null,
      email: orNull(values.mail),
    },
    domains: values.domains,
    otherDomains: values.otherNeeds.split('\n').flatMap((need) => orNull(need) ?? []),
    situation: values.situation.trim(),
    consent: consentOf(values),
    intensity: values.intensity === 'unknown' ? null : values.intensity,
    healthPlan: values.healthPlan ? coded(values.healthPlan, '') : null,
    medicaidId: orNull(values.medicaidId),
    school: orNull(values.school),
    cyberId: orNull(values.cyberId),
  };
}

const FIELD_OF: Readonly<Record<string, FieldName>> = {
  receivedOn: 'receivedOn',
  receivedAt: 'receivedHour',
  externalId: 'externalId',
  'caller.code': 'caller',
  'youth.firstName': 'firstName',
  'youth.lastName': 'lastName',
  'youth.preferredName': 'preferredName',
  'youth.birthDay': 'birthDay',
  'address.line': 'line',
  'address.city': 'city',
  'address.zip': 'zip',
  'guardian.firstName': 'caregiverFirst',
  'guardian.lastName': 'caregiverLast',
  'guardian.email': 'mail',
  situation: 'situation',
  'consent.on': 'consentOn',
  'consent.byName': 'consentBy',
  medicaidId: 'medicaidId',
  school: 'school',
  cyberId: 'cyberId',
};

/** What no type says: days to come, a number nobody can dial, consent without a name. */
function askedHere(values: FormValues, today: string): Wrong {
  const born = parseDay(values.birthDay);
  const now = parseDay(today);
  const received = parseDay(values.receivedOn);
  const future = (day: typeof born) => day !== null && now !== null && day > now;
  const hour = values.receivedHour ? instantHere(values.receivedOn, values.receivedHour) : null;
  const telephone = readTelephone(values.telephone);
  return {
    ...(values.caller === '' ? { caller: WRONG.caller } : {}),
    ...(future(born) ? { birthDay: WRONG.birthDayFuture } : {}),
    ...(born !== null && received !== null && born > received && !future(born)
      ? { birthDay: WRONG.birthDayAfter }
      : {}),
    ...(future(received) ? { receivedOn: WRONG.receivedFuture } : {}),
    ...(hour !== null && !future(received) && Date.parse(hour) > systemClock.now()
      ? { receivedHour: WRONG.receivedFuture }
      : {}),
    ...(values.consent !== 'not-recorded' && future(parseDay(values.consentOn))
      ? { consentOn: WRONG.consentFuture }
      : {}),
    ...(!telephone.ok && telephone.reason !== 'missing' ? { telephone: WRONG.telephone } : {}),
    ...(values.consent === 'yes' && values.consentBy.trim() === '' ? { consentBy: WRONG.consentBy } : {}),
  };
}

const wordsOf = (field: FieldName): string => (field in WRONG ? WRONG[field as keyof typeof WRONG] : WRONG.tooLong);

/** Checks the form by the referral's own type, then by what people slip on. */
export function checkForm(values: FormValues, madeId: string, today: string): Checked {
  const parsed = ReferralDraft.safeParse(candidate(values, madeId));
  const wrong: Wrong = {};
  for (const issue of parsed.error?.issues ?? []) {
    const field = FIELD_OF[issue.path.join('.')];
    if (field) wrong[field] = issue.code === 'too_big' ? WRONG.tooLong : wordsOf(field);
  }
  const all = { ...wrong, ...askedHere(values, today) };
  if (parsed.success && Object.keys(all).length === 0) return { ok: true, draft: parsed.data };
  return { ok: false, wrong: all };
}
