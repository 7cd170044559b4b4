import { z } from 'zod';
import { factKind } from '#modules/facts/kind.ts';

/** Names one duty: its rule, the first fact of the chain it hangs on, and the item or period. */
const DUTY = { rule: z.string(), root: z.number().int().positive(), item: z.string().optional() };

/** What people decide about duties. Each stays with the duty when its dates move. */
export const dutyFacts = [
  factKind('duty.exempted', 'A supervisor decided that a duty need not be done.', { ...DUTY, reason: z.string() }),
  factKind('duty.delegated', 'A duty was handed to another role or agency.', { ...DUTY, to: z.string() }),
  factKind('duty.attested', 'Somebody says a duty was done on a day, and names the evidence.', {
    ...DUTY,
    evidence: z.string(),
  }),
  factKind('duty.reopened', 'An earlier decision about a duty was taken back.', DUTY),
] as const;
