import { z } from 'zod';
import { factKind } from '#modules/facts/kind.ts';

const PLANS = z.enum(['initial', 'review', 'transition', 'court-14-day']);

/** The crisis plan and the individual service plan, as they go to the system administrator and come back. */
export const planFacts = [
  factKind('crisis-plan.completed', 'The family crisis plan was made with the family.', {}),
  factKind('crisis-plan.updated', 'The family crisis plan was changed with the family.', {}),
  factKind('plan.submitted', 'A plan was submitted to the system administrator.', {
    plan: z.string().optional(),
    kind: PLANS,
  }),
  factKind('plan.approved', 'The system administrator approved a plan.', {
    plan: z.string().optional(),
    kind: PLANS.optional(),
  }),
  factKind('plan.returned', 'The system administrator sent a plan back for changes.', {
    plan: z.string().optional(),
    kind: PLANS.optional(),
  }),
] as const;
