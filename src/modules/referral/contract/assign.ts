import { z } from 'zod';
import { chartParams, command, id } from '#modules/record/operation.ts';
import { RETURNED_BECAUSE } from '../model.ts';

export const assignReferral = command({
  name: 'referral.assign',
  path: '/api/charts/:chart/assignment',
  says: 'Offers the referral to a care management organization: that of the county of residence, or another with a reason.',
  permission: 'referral.assign',
  audit: { event: 'referral.assigned' },
  params: chartParams,
  body: z.strictObject({ id, toAgency: z.number().int(), reason: z.string().trim().max(2000).nullish() }),
  answer: z.object({ assignment: id }),
});

export const answerReferral = command({
  name: 'referral.answer',
  path: '/api/charts/:chart/assignment/answer',
  says: 'Accepts an offered referral, or returns it with one of the reasons and words; one it accepted until the youth is enrolled.',
  permission: 'referral.answer',
  audit: { event: 'referral.answered' },
  params: chartParams,
  body: z.strictObject({
    id,
    answer: z.enum(['accepted', 'returned']),
    reason: z.string().trim().max(2000).nullish(),
    because: z.enum(RETURNED_BECAUSE).optional(),
  }),
  answer: z.object({}),
});
