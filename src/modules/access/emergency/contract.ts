import { z } from 'zod';
import { command, id, isoDay, read } from '#modules/record/operation.ts';

/** The longest an emergency may last before it is asked for again. */
export const LONGEST_MINUTES = 240;

const number = z.number().int().positive();

export const takeEmergencyAccess = command({
  name: 'emergency.take',
  path: '/api/emergency',
  says: 'Opens, for a while, a chart of one’s own agency that is not one’s own to see, by its number, by an exact identifier, or by the youth’s whole name and birth day. The privacy officer reviews it.',
  permission: 'emergency.take',
  audit: { event: 'emergency.asked' },
  body: z
    .strictObject({
      id,
      number: number.nullish(),
      identifier: z.string().trim().min(3).max(60).nullish(),
      /** First and last name, legal or preferred, whole; with the birth day. */
      name: z.string().trim().min(3).max(200).nullish(),
      born: isoDay.nullish(),
      reason: z.string().trim().min(10).max(2000),
      minutes: z.number().int().min(5).max(LONGEST_MINUTES).default(60),
    })
    .refine(({ number, identifier, name }) => [number, identifier, name].filter(Boolean).length === 1, {
      path: ['number'],
      error: 'name-it-in-one-way',
    })
    .refine(({ name, born }) => Boolean(name) === Boolean(born), { path: ['born'], error: 'missing' }),
  answer: z.object({
    outcome: z.enum(['taken', 'already-within-reach']),
    chart: id,
    /** When it ends; null when it was not needed. */
    until: z.string().nullable(),
    /** Numbers of the further charts this youth has here: the one in care, or else the latest, is the one opened. */
    others: z.array(z.number()),
  }),
});

export const EmergencyAccess = z.object({
  id,
  chart: id,
  number: z.number().nullable(),
  by: z.string().nullable(),
  capacity: z.string().nullable(),
  reason: z.string(),
  from: z.string(),
  until: z.string(),
  open: z.boolean(),
  reviewedAt: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  review: z.string().nullable(),
});
export type EmergencyAccess = z.output<typeof EmergencyAccess>;

export const listOwnEmergencies = read({
  name: 'emergency.own',
  path: '/api/emergency/own',
  says: 'One’s own emergency access that is still open, with when it ends.',
  permission: 'chart.read',
  audit: { event: 'emergency.own-listed' },
  answer: z.object({ emergencies: z.array(z.object({ id, chart: id, from: z.string(), until: z.string() })) }),
});

export const listEmergencies = read({
  name: 'emergency.list',
  path: '/api/emergency',
  says: 'Emergency access in the agency: still open, waiting for review, or all of it.',
  permission: 'emergency.review',
  audit: { event: 'emergency.listed' },
  query: z.object({
    state: z.enum(['open', 'to-review', 'all']).default('to-review'),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({ toReview: z.number(), emergencies: z.array(EmergencyAccess) }),
});

export const reviewEmergencyAccess = command({
  name: 'emergency.review',
  path: '/api/emergency/:emergency/review',
  says: 'Reviews one emergency access, in words.',
  permission: 'emergency.review',
  audit: { event: 'emergency.reviewed' },
  params: z.object({ emergency: id }),
  body: z.strictObject({ id, words: z.string().trim().min(3).max(2000) }),
  answer: z.object({}),
});
