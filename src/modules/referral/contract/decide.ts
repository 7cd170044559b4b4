import { z } from 'zod';
import { chartParams, command, id, isoDay } from '#modules/record/operation.ts';
import { codesOf, INTENSITIES } from '../codes.ts';
import { GROUNDS } from '../grounds.ts';
import { LETTER_MEANS } from '../letter-text.ts';

/** What the administrator can decide. `eligible` leads to an assignment, the rest end here or go another way. */
export const OUTCOMES = [
  'eligible',
  'not-eligible',
  'more-information',
  'mobile-response',
  'short-term',
  'idd-path',
  'substance-use-path',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

export const decideEligibility = command({
  name: 'referral.decide',
  path: '/api/charts/:chart/eligibility',
  says: 'Decides eligibility with reasons. Waits for tasks that hold it (409, naming them), unless it asks for more or sends mobile response. A reconsideration keeps the first decision.',
  permission: 'referral.decide',
  audit: { event: 'referral.decided' },
  params: chartParams,
  body: z.strictObject({
    id,
    on: isoDay,
    outcome: z.enum(OUTCOMES),
    reasons: z.array(z.string().trim().min(1).max(500)).min(1).max(10),
    grounds: z
      .array(z.enum(codesOf(GROUNDS)))
      .max(6)
      .default([]),
    intensity: z.enum(codesOf(INTENSITIES)).nullish(),
    reconsiders: z.uuid().nullish(),
    reconsiderReason: z.string().trim().max(2000).nullish(),
  }),
  answer: z.object({ decision: id }),
});

export const recordLetter = command({
  name: 'referral.letter-sent',
  path: '/api/charts/:chart/letters',
  says: 'Records that the letter of a decision was sent to the family: on which day, by which means, in which language.',
  permission: 'referral.settle',
  audit: { event: 'referral.letter-sent' },
  params: chartParams,
  body: z.strictObject({
    id,
    decision: id,
    on: isoDay,
    means: z.enum(codesOf(LETTER_MEANS)),
    language: z.enum(['en', 'es']),
  }),
  answer: z.object({}),
});
