import { z } from 'zod';
import type { FactKind } from '#modules/facts/model.ts';
import { AGREEMENT_KIND_CODES } from './agreements/model.ts';

/** Facts about agreements and staff, which are subjects of their own and are evaluated by themselves. */
export const directoryFacts = [
  {
    kind: 'mou.signed',
    says: 'An agreement was signed, for the first time or again.',
    subject: 'agreement',
    data: z.strictObject({ agreement: z.string().optional(), with: z.enum(AGREEMENT_KIND_CODES) }),
  },
  {
    kind: 'mou.ended',
    says: 'An agreement ended.',
    subject: 'agreement',
    data: z.strictObject({ agreement: z.string().optional() }),
  },
  {
    kind: 'caseload.counted',
    says: 'The families of one care manager were counted.',
    subject: 'staff',
    data: z.strictObject({ families: z.number().int().nonnegative() }),
  },
  {
    kind: 'supervision.counted',
    says: 'The care managers of one supervisor were counted.',
    subject: 'staff',
    data: z.strictObject({ care_managers: z.number().int().nonnegative() }),
  },
] as const satisfies readonly FactKind[];
