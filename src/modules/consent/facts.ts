import { z } from 'zod';
import { factKind } from '#modules/facts/kind.ts';

/** Who agreed to what, and which rights were explained. */
export const consentFacts = [
  factKind('consent.given', 'Somebody who may consent agreed.', {
    consent: z.string().optional(),
    for: z.enum(['care-management', 'release', 'school', 'substance-use-release', 'outpatient', 'other']),
    by: z.enum(['parent', 'guardian', 'youth', 'court']),
  }),
  factKind('consent.revoked', 'A consent was taken back.', {
    consent: z.string().optional(),
    for: z.enum(['care-management', 'release', 'school', 'substance-use-release', 'outpatient', 'other']),
    /** Whose word it was; older entries do not say. */
    by: z.enum(['parent', 'guardian', 'youth', 'court']).optional(),
  }),
  factKind('rights.given', 'Rights, and the ways to complain and appeal, were explained and handed over.', {
    language: z.string().optional(),
    receipt: z.boolean().optional(),
  }),
] as const;
