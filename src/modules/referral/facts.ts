import { z } from 'zod';
import { factKind } from '#modules/facts/kind.ts';
import { RETURNED_BECAUSE } from './model.ts';

/** What happens to a referral, from the first call to the agency's answer. */
export const referralFacts = [
  factKind('referral.received', 'The system administrator, or the agency, received a referral of this youth.', {
    referral: z.string().optional(),
    source: z.enum([
      'parent',
      'youth',
      'mobile-response',
      'needs-assessment',
      'clinical-provider',
      'court',
      'detention',
      'crisis-inpatient',
      'juvenile-justice-commission',
      'child-protection',
      'school',
      'other-county',
      'other',
    ]),
    urgency: z.enum(['routine', 'urgent', 'emergency']).optional(),
  }),
  factKind('referral.decided', 'The system administrator decided which service fits.', {
    referral: z.string().optional(),
    outcome: z.enum([
      'care-management',
      'mobile-response',
      'short-term-services',
      'idd',
      'substance-use',
      'not-eligible',
    ]),
  }),
  factKind(
    'referral.assigned',
    'The system administrator assigned the youth to the agency of the county of residence.',
    {
      referral: z.string().optional(),
      agency: z.string(),
    },
  ),
  factKind('referral.accepted', 'The agency took the referral on.', { referral: z.string().optional() }),
  factKind('referral.returned', 'The agency gave the referral back.', {
    referral: z.string().optional(),
    reason: z.enum(RETURNED_BECAUSE).optional(),
  }),
  factKind('referral.letter-sent', 'The letter that tells the family of a decision was sent.', {
    decision: z.string(),
    means: z.enum(['mail', 'certified-mail', 'by-hand', 'secure-message']),
    language: z.enum(['en', 'es']),
  }),
  factKind('residence.recorded', 'Where the youth lives was recorded.', {
    state: z.enum(['nj', 'pa', 'other']),
    county: z.string().optional(),
  }),
] as const;
