import { z } from 'zod';
import type { FactKind } from '#modules/facts/model.ts';

/** Facts about agreements and staff, which are subjects of their own and are evaluated by themselves. */
export const directoryFacts = [
  {
    kind: 'mou.signed',
    says: 'An agreement with a provider was signed.',
    subject: 'agreement',
    data: z.strictObject({ agreement: z.string().optional() }),
  },
  {
    kind: 'mou.ended',
    says: 'An agreement with a provider ended.',
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
