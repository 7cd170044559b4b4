import { CONSENTS_FROM_AGE, consentStanding } from '#modules/referral/consent-standing.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import { ageOn, type CalendarDay, day } from '#shared/calendar-day.ts';
import { AUTHORITY } from '../../contract.ts';

export interface LikelyYes {
  readonly by: string;
  /** Empty: somebody has to say by what authority. */
  readonly authority: (typeof AUTHORITY)[number] | '';
}

/**
 * Who most likely says yes to care management, and by what authority, as far as the referral shows it. What nobody confirmed
 * is left open: a grandparent or a foster parent is no parent because a form began with that word.
 */
export function saidYesBefore({ youth, guardian, consent, caller }: ReferralDraft, today: CalendarDay): LikelyYes {
  const age = ageOn(day(youth.birthDay), today);
  if (age >= CONSENTS_FROM_AGE) return { by: `${youth.firstName} ${youth.lastName}`, authority: 'self' };
  const caregiver = [guardian.firstName, guardian.lastName].filter(Boolean).join(' ');
  const asked = {
    age,
    caller: caller.code,
    relationship: guardian.relationship.code,
    caregiverNamed: caregiver !== '',
  };
  const told = consent.authority === 'to-confirm' ? consentStanding(asked).authority : consent.authority;
  const authority = AUTHORITY.find((code) => code === told && code !== 'self') ?? '';
  return { by: (authority && consent.byName) || caregiver, authority };
}
