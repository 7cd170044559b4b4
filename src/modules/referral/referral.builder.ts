import type { IsoDay } from '#shared/calendar-day.ts';
import type { ReferralDraft } from './model.ts';

/** A referral nobody need look at twice: Luz Vargas, 11, of Elizabeth, Union County; her mother called. */
export function referralDraft(different: Partial<ReferralDraft> = {}): ReferralDraft {
  return {
    source: 'test',
    externalId: 'R-1',
    receivedOn: '2026-10-12' as IsoDay,
    receivedAt: '2026-10-12T14:20:00Z',
    caller: { code: 'parent', asReported: null },
    youth: {
      firstName: 'Luz',
      lastName: 'Vargas',
      preferredName: null,
      birthDay: '2015-03-09' as IsoDay,
      gender: { code: 'female', asReported: null },
      language: { code: 'es', asReported: null },
      interpreterNeeded: true,
    },
    address: { line: '12 Elm Street', city: 'Elizabeth', state: 'NJ', zip: '07201', county: 'Union' },
    guardian: {
      firstName: 'Rosa',
      lastName: 'Vargas',
      relationship: { code: 'mother', asReported: null },
      telephone: '+19085550142',
      telephoneExtension: null,
      telephoneAsReported: null,
      email: null,
    },
    domains: ['mental-health'],
    otherDomains: [],
    situation: 'Nightmares since the move; school asked for help.',
    consent: { given: 'yes', byName: 'Rosa Vargas', by: 'caregiver', authority: 'parent', on: '2026-10-12' as IsoDay },
    intensity: 'moderate',
    healthPlan: { code: 'horizon', asReported: null },
    medicaidId: null,
    school: 'Elm Street School',
    cyberId: null,
    ...different,
  };
}
