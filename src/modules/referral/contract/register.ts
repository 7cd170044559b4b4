import { z } from 'zod';
import { chartParams, command, id, isoDay } from '#modules/record/operation.ts';
import { ReferralDraft } from '../model.ts';
import { OUTCOMES } from './decide.ts';

/** What the administrator decided, as a care management organization records it from a document. */
const Recorded = z.strictObject({
  document: z.string().trim().min(1).max(200),
  decidedOn: isoDay,
  assignedAt: z.iso.datetime({ offset: true }),
});

/** The same of whatever was decided. `assignedAt` belongs to `eligible` and to nothing else. */
const Decided = Recorded.extend({
  assignedAt: z.iso.datetime({ offset: true }).nullish(),
  outcome: z.enum(OUTCOMES).default('eligible'),
  /** The decision it takes the place of, and why it was looked at again. */
  reconsiders: id.nullish(),
  reconsiderReason: z.string().trim().min(3).max(2000).nullish(),
});

/** The row of a file the referral was written from: it was mended by hand, and comes in no second time. */
const mends = z.strictObject({ import: id, row: z.number().int().positive() }).nullish();

export const registerReferral = command({
  name: 'referral.register',
  path: '/api/referrals',
  says: 'Registers a referral by form. Tasks a person must settle are opened with it.',
  permission: 'referral.register',
  audit: { event: 'referral.registered' },
  body: z.strictObject({ id, chart: id, referral: ReferralDraft, mends }),
  answer: z.object({ chart: id, tasks: z.array(z.string()) }),
});

export const recordReferral = command({
  name: 'referral.record',
  path: '/api/referrals/recorded',
  says: 'Records what the administrator decided and sent to this care management organization, with day and document.',
  permission: 'referral.record',
  audit: { event: 'referral.recorded' },
  body: z.strictObject({ id, chart: id, referral: ReferralDraft, recorded: Recorded, mends }),
  answer: z.object({ chart: id, tasks: z.array(z.string()) }),
});

export const recordDecision = command({
  name: 'referral.record-decision',
  path: '/api/charts/:chart/referral/recorded',
  says: 'Records what the administrator decided of a referral that this organization has on file, such as one from a file of its own, with day and document: that it was sent here, or went another way; and when it was looked at again.',
  permission: 'referral.record',
  audit: { event: 'referral.decision-recorded' },
  params: chartParams,
  body: z.strictObject({ id, recorded: Decided }),
  answer: z.object({}),
});
