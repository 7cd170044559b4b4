import { z } from 'zod';
import { read } from '#modules/record/operation.ts';

/** Whose work: mine (assigned or covering today), my team's, charts with no accountable care manager, or owed by others. */
export const WHOSE = ['mine', 'team', 'unassigned', 'waiting'] as const;
export type Whose = (typeof WHOSE)[number];

/** One thing owed, as a worklist shows it. Days `YYYY-MM-DD`; `dueAt` an instant for duties counted in hours. */
export const OwedItem = z.object({
  chart: z.string(),
  key: z.string(),
  rule: z.string(),
  clause: z.string(),
  title: z.string(),
  cite: z.string(),
  force: z.string(),
  state: z.string(),
  owes: z.string(),
  owing: z.string(),
  /** How it stands now: late, amber, today, soon, later, met… */
  standing: z.string(),
  due: z.string(),
  dueAt: z.string().nullable(),
  lateAfter: z.string(),
  lateAfterAt: z.string().nullable(),
  until: z.string().nullable(),
  missed: z.number(),
  openParts: z.array(z.string()),
  /** A duty that was handed on: by whom, to whom, and whether to the reader. */
  handedOn: z.object({ by: z.string(), to: z.string(), toMe: z.boolean() }).optional(),
  youth: z.string(),
  age: z.number().nullable(),
  careManager: z.string().nullable(),
});
export type OwedItem = z.output<typeof OwedItem>;

export const readWorklist = read({
  name: 'worklists.read',
  path: '/api/worklist',
  says: 'What is owed, by due day: mine, my team’s, unassigned, or waiting on others.',
  permission: 'worklist.read',
  audit: { event: 'worklist.read' },
  query: z.object({
    whose: z.enum(WHOSE).default('mine'),
    days: z.coerce.number().int().min(0).max(366).default(14),
    clause: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(300).optional(),
  }),
  answer: z.object({ today: z.string(), now: z.string(), items: z.array(OwedItem), more: z.string().nullable() }),
});

export const countWorklist = read({
  name: 'worklists.count',
  path: '/api/worklist/counts',
  says: 'How much is owed in each list, so that each count can be a link.',
  permission: 'worklist.read',
  audit: { event: 'worklist.counted' },
  answer: z.object({
    mine: z.number(),
    team: z.number(),
    unassigned: z.number(),
    waiting: z.number(),
    charts: z.number(),
    referrals: z.number(),
    /** Of `charts`, those without a successful contact that this seat may see for more than 14 and 30 days. */
    quiet14: z.number(),
    quiet30: z.number(),
    /** Agreements of the agency that have run out or soon do; only for whom it is to renew them. */
    agreements: z.number().optional(),
    /** Emergency access that waits for review; only for whom it is to review it. */
    emergencies: z.number().optional(),
  }),
});
