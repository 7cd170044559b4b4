import { z } from 'zod';
import { codes } from '#modules/facts/codes.ts';
import { factKind } from '#modules/facts/kind.ts';

const SEATS = codes(
  [
    'youth',
    'caregiver',
    'care-manager',
    'supervisor',
    'family-support',
    'natural-support',
    'clinician',
    'provider',
    'school',
    'child-protection',
    'probation',
    'payer-care-manager',
    'county-mental-health',
    'next-agency',
    'other',
  ],
  {
    'family-support': 'nj-cmo',
    'payer-care-manager': 'pa-tcm',
    'county-mental-health': 'pa-tcm',
    'next-agency': 'pa-tcm',
  },
);

/** What a meeting was held for; two of them are steps of Pennsylvania's payer policy. */
const PURPOSES = codes(
  ['first', 'review', 'out-of-home', 'planning-30-day', 'pre-discharge', 'transition', 'emergency', 'other'],
  { 'planning-30-day': 'pa-tcm', 'pre-discharge': 'pa-tcm' },
);

/** The team around the youth: who was offered a part, what was held. */
export const teamFacts = [
  factKind(
    'fso.offered',
    'The family was told of the Family Support Organization and asked whether they want a partner.',
    {
      answer: z.enum(['yes', 'no', 'later']).optional(),
    },
  ),
  factKind('fso.information-given', 'Written information on the Family Support Organization was handed over.', {
    receipt: z.boolean().optional(),
  }),
  factKind('team-meeting.held', 'The team met.', {
    meeting: z.string().optional(),
    purpose: PURPOSES,
    attended: z.array(SEATS),
  }),
  factKind('team-meeting.invited', 'Somebody was invited to a meeting of the team.', {
    meeting: z.string().optional(),
    seat: SEATS,
  }),
  factKind('roles.defined', 'All parties agreed who does what, so that nothing is done twice.', {
    parties: z.array(z.string()),
    stay: z.string().optional(),
  }),
] as const;
