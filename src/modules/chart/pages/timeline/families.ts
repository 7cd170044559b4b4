import type { Tone } from '#design-system/tone.ts';

/** The kinds of fact, gathered as people ask for them. */
export const FAMILIES = ['contacts', 'meetings', 'plans', 'stays', 'decisions', 'duties', 'other'] as const;
export type Family = (typeof FAMILIES)[number];

const BEGINNINGS: readonly (readonly [string, Family])[] = [
  ['contact.', 'contacts'],
  ['letter.', 'contacts'],
  ['search.', 'contacts'],
  ['team-meeting.', 'meetings'],
  ['school.iep', 'meetings'],
  ['school.meeting', 'meetings'],
  ['plan.', 'plans'],
  ['crisis-plan.', 'plans'],
  ['joint-care-review.', 'plans'],
  ['stay.', 'stays'],
  ['missing.', 'stays'],
  ['out-of-home.', 'stays'],
  ['duty.', 'duties'],
  ['referral.', 'decisions'],
  ['enrolment.', 'decisions'],
  ['accountable.', 'decisions'],
  ['consent.', 'decisions'],
  ['rights.', 'decisions'],
  ['notice.', 'decisions'],
  ['transition.', 'decisions'],
  ['discharge.', 'decisions'],
];

export const familyOf = (kind: string): Family => BEGINNINGS.find(([start]) => kind.startsWith(start))?.[1] ?? 'other';

/** The same colours as the lanes. */
export const TONES: Readonly<Record<Family, Tone>> = {
  contacts: 'pine',
  meetings: 'sky',
  plans: 'marigold',
  stays: 'plum',
  decisions: 'moss',
  duties: 'stone',
  other: 'stone',
};
