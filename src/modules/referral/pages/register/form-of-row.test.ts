import { expect, test } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { formOfRow } from './form-of-row.ts';
import { emptyForm } from './form-values.ts';
import { checkForm } from './to-draft.ts';

const TODAY = '2026-03-02';
const ROW = {
  referral_id: 'M-02',
  received_at: '2/20/2026 2:20 pm',
  youth_first_name: 'Bo',
  youth_last_name: 'Reyes',
  date_of_birth: '5/26/2013',
  county: 'Union County',
  zip: '07201',
  guardian_first_name: 'Ana',
  guardian_last_name: 'Reyes',
  guardian_relationship: 'mother',
  guardian_phone: '(908) 555-0142',
  domains: 'mental health; sleeps badly',
  consent_to_refer: 'Y',
  caller: 'parent',
  preferred_language: 'Spanish; English',
};

test('a row stands in the form as the file says, in the form’s own words', () => {
  expect(formOfRow(ROW, day(TODAY))).toMatchObject({
    externalId: 'M-02',
    receivedOn: '2026-02-20',
    receivedHour: '14:20',
    firstName: 'Bo',
    birthDay: '2013-05-26',
    county: 'Union',
    state: 'NJ',
    caregiverFirst: 'Ana',
    relationship: 'mother',
    telephone: '(908) 555-0142',
    domains: ['mental-health'],
    otherNeeds: 'sleeps badly',
    consent: 'yes',
    consentBy: 'Ana Reyes',
    caller: 'parent',
    language: 'es',
    otherLanguages: 'en',
  });
});

test('what cannot be read is left open and nothing else is lost', () => {
  const form = formOfRow({ ...ROW, date_of_birth: 'yesterday', received_at: '', domains: '' }, day(TODAY));
  expect(form).toMatchObject({ birthDay: '', receivedOn: '', receivedHour: '', domains: [], firstName: 'Bo' });
});

test('a row that was read whole is a referral as it stands', () => {
  const values = { ...emptyForm(TODAY), ...formOfRow(ROW, day(TODAY)) };
  expect(checkForm(values, 'made', TODAY)).toMatchObject({ ok: true, draft: { externalId: 'M-02' } });
});
