import { describe, expect, test } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { knownAnswers } from './known-answers.ts';
import type { ReferralDraft } from './model.ts';
import { referralDraft } from './referral.builder.ts';
import { tasksWithoutLooking } from './tasks-of-draft.ts';

const plain = referralDraft();
const settled = (code: string, answer: string) => ({ code, answer, settledAt: '2026-10-12T15:00:00Z' });
const confirmed = (draft: ReferralDraft, tasks: readonly ReturnType<typeof settled>[], on = '2026-10-12') =>
  knownAnswers(draft, tasks, day(on)).authorityConfirmed;
const unrecorded = {
  given: 'not-recorded',
  byName: null,
  by: 'nobody-named',
  authority: 'to-confirm',
  on: null,
} as const;
const as = (code: 'mother' | 'grandparent') => ({ ...plain.guardian, relationship: { code, asReported: null } });
const born = (birthDay: string) => ({ ...plain.youth, birthDay: birthDay as typeof plain.receivedOn });

describe('whether the yes is that of somebody who may say it', () => {
  test('a parent’s, told with the referral or said when somebody asked', () => {
    expect(confirmed(plain, [])).toBe(true);
    const asked = { ...plain, consent: unrecorded, guardian: as('mother') };
    expect(confirmed(asked, [])).toBe(false);
    expect(confirmed(asked, [settled('no-consent', 'said-yes')])).toBe(true);
  });

  test('a grandparent’s, only once somebody confirmed it', () => {
    const asked = { ...plain, consent: unrecorded, guardian: as('grandparent') };
    expect(confirmed(asked, [settled('no-consent', 'said-yes')])).toBe(false);
    expect(confirmed(asked, [settled('no-consent', 'said-yes'), settled('authority', 'may-consent')])).toBe(true);
  });

  test('a parent’s no more from the 18th birthday on, though it fall between call and decision', () => {
    const seventeen = { ...plain, youth: born('2008-10-13') };
    expect(confirmed(seventeen, [], '2026-10-12')).toBe(true);
    expect(confirmed(seventeen, [], '2026-10-13')).toBe(false);
    expect(confirmed(seventeen, [settled('adult-consent', 'said-yes')], '2026-10-13')).toBe(true);
  });
});

describe('what a person must look at in a referral by form or bundle, as in a row of a file', () => {
  const context = { today: '2026-10-12', countiesOfZip: (zip: string) => (zip === '08002' ? ['Camden'] : []) };
  const tasks = (draft: Partial<ReferralDraft>) =>
    tasksWithoutLooking({ ...plain, ...draft }, context).map(({ code }) => code);
  const home = (address: Partial<ReferralDraft['address']>) => ({ address: { ...plain.address, ...address } });
  const telephone = (as: string | null) => ({
    guardian: { ...plain.guardian, telephone: null, telephoneAsReported: as },
  });
  test.each([
    ['nothing', {}, []],
    ['a ZIP of another county', home({ county: 'Essex', zip: '08002' }), ['county-zip-mismatch']],
    ['a ZIP of another state', home({ zip: '19103' }), ['county-zip-mismatch']],
    ['a county that is none of New Jersey’s', home({ county: 'Bucks' }), ['county-unclear']],
    ['no county', home({ county: null }), ['county-unclear']],
    ['another state', home({ state: 'PA', county: null }), ['other-state']],
    ['no telephone', telephone(null), ['telephone-missing']],
    ['a telephone that is none', telephone('call the school'), ['telephone-unreadable']],
  ])('%s', (_, draft, codes) => expect(tasks(draft)).toEqual(codes));
});
