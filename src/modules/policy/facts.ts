import { z } from 'zod';
import { factKind } from '#modules/facts/kind.ts';

/** What people decide about gates. */
export const policyFacts = [
  factKind('gate.overridden', 'Somebody who may went through a soft gate, with a reason.', {
    gate: z.string(),
    reason: z.string(),
  }),
] as const;
