import { describe, expect, test } from 'vitest';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import { day } from '#shared/calendar-day.ts';
import { saidYesBefore } from './said-yes-before.ts';

const TODAY = day('2026-10-12');
const plain = referralDraft();

describe('who most likely says yes to care management', () => {
  test('the parent who consented to the referral', () => {
    expect(saidYesBefore(plain, TODAY)).toEqual({ by: 'Rosa Vargas', authority: 'parent' });
  });

  test('a mother whose consent nobody wrote down yet', () => {
    const consent = {
      given: 'not-recorded',
      byName: null,
      by: 'nobody-named',
      authority: 'to-confirm',
      on: null,
    } as const;
    expect(saidYesBefore({ ...plain, consent }, TODAY)).toEqual({ by: 'Rosa Vargas', authority: 'parent' });
  });

  test('a caregiver whose authority nobody confirmed, as nothing yet', () => {
    const guardian = { ...plain.guardian, relationship: { code: 'grandparent' as const, asReported: null } };
    const consent = { ...plain.consent, authority: 'to-confirm' as const };
    expect(saidYesBefore({ ...plain, guardian, consent }, TODAY)).toEqual({ by: 'Rosa Vargas', authority: '' });
  });

  test('from the 18th birthday on the young adult, whoever consented to the referral', () => {
    const born = (birthDay: string) => ({
      ...plain,
      youth: { ...plain.youth, birthDay: birthDay as typeof plain.receivedOn },
    });
    expect(saidYesBefore(born('2008-10-12'), TODAY)).toEqual({ by: 'Luz Vargas', authority: 'self' });
    expect(saidYesBefore(born('2008-10-13'), TODAY)).toEqual({ by: 'Rosa Vargas', authority: 'parent' });
  });
});
