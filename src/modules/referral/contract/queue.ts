import { z } from 'zod';
import { read } from '#modules/record/operation.ts';
import { RETURNED_BECAUSE } from '../model.ts';

export const QueueItem = z.object({
  chart: z.string(),
  number: z.number(),
  name: z.string(),
  born: z.string().nullable(),
  age: z.number().nullable(),
  county: z.string().nullable(),
  receivedAt: z.string(),
  externalId: z.string().nullable(),
  domains: z.array(z.string()),
  intensity: z.string().nullable(),
  stage: z.string(),
  holder: z.number(),
  holderName: z.string(),
  openTasks: z.array(z.string()),
  outcome: z.string().nullable(),
  /** Given back and waiting: why, or `not-said`. */
  cameBack: z.enum([...RETURNED_BECAUSE, 'not-said']).nullable(),
});
export type QueueItem = z.output<typeof QueueItem>;

export const readQueue = read({
  name: 'referral.queue',
  path: '/api/referrals',
  says: 'Referrals waiting for somebody: to be looked at, decided, assigned, answered, enrolled; or those decided otherwise, which may be reconsidered.',
  permission: 'referral.read',
  audit: { event: 'referral.listed' },
  query: z.object({
    stage: z
      .enum(['needs-a-person', 'to-decide', 'to-assign', 'offered', 'to-enrol', 'all', 'other-path'])
      .default('all'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** Those received before this instant, or at it and after `beforeChart` in order: many rows of a file share an instant. */
    before: z.iso.datetime({ offset: true }).optional(),
    beforeChart: z.uuid().optional(),
  }),
  answer: z.object({
    counts: z.object({
      'needs-a-person': z.number(),
      'to-decide': z.number(),
      'to-assign': z.number(),
      offered: z.number(),
      'to-enrol': z.number(),
    }),
    items: z.array(QueueItem),
  }),
});
