import { z } from 'zod';
import { chartParams, command, id, isoDay, read } from '#modules/record/operation.ts';
import { codesOf, INTENSITIES } from './codes.ts';
import { LETTER_MEANS } from './letter-text.ts';
import { ReferralDraft } from './model.ts';

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

/** What the administrator decided, as a care management organization records it from a document. */
const Recorded = z.strictObject({
  document: z.string().trim().min(1).max(200),
  decidedOn: isoDay,
  assignedAt: z.iso.datetime({ offset: true }),
});

export const registerReferral = command({
  name: 'referral.register',
  path: '/api/referrals',
  says: 'Registers a referral by form. Tasks a person must settle are opened with it.',
  permission: 'referral.register',
  audit: { event: 'referral.registered' },
  body: z.strictObject({ id, chart: id, referral: ReferralDraft }),
  answer: z.object({ chart: id, tasks: z.array(z.string()) }),
});

export const recordReferral = command({
  name: 'referral.record',
  path: '/api/referrals/recorded',
  says: 'Records what the administrator decided and sent to this care management organization, with day and document.',
  permission: 'referral.record',
  audit: { event: 'referral.recorded' },
  body: z.strictObject({ id, chart: id, referral: ReferralDraft, recorded: Recorded }),
  answer: z.object({ chart: id, tasks: z.array(z.string()) }),
});

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
    grounds: z.array(z.string().max(80)).max(6).default([]),
    intensity: z.enum(codesOf(INTENSITIES)).nullish(),
    reconsiders: z.uuid().nullish(),
    reconsiderReason: z.string().trim().max(2000).nullish(),
  }),
  answer: z.object({ decision: id }),
});

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
  says: 'Accepts an offered referral, or returns it with a reason.',
  permission: 'referral.answer',
  audit: { event: 'referral.answered' },
  params: chartParams,
  body: z.strictObject({ id, answer: z.enum(['accepted', 'returned']), reason: z.string().trim().max(2000).nullish() }),
  answer: z.object({}),
});

export const settleTask = command({
  name: 'referral.settle-task',
  path: '/api/charts/:chart/tasks/:task',
  says: 'Settles what a person had to look at, with the answer.',
  permission: 'referral.settle',
  audit: { event: 'referral.task-settled' },
  params: chartParams.extend({ task: id }),
  body: z.strictObject({ id, answer: z.string().trim().min(1).max(80), note: z.string().trim().max(2000).nullish() }),
  answer: z.object({}),
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

const Task = z.object({
  id,
  code: z.string(),
  asks: z.string(),
  detail: z.record(z.string(), z.unknown()),
  openedAt: z.string(),
  settledAt: z.string().nullable(),
  answer: z.string().nullable(),
  note: z.string().nullable(),
});

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
});
export type QueueItem = z.output<typeof QueueItem>;

export const readQueue = read({
  name: 'referral.queue',
  path: '/api/referrals',
  says: 'Referrals waiting for somebody: to be looked at, decided, assigned, answered, enrolled.',
  permission: 'referral.read',
  audit: { event: 'referral.listed' },
  query: z.object({
    stage: z.enum(['needs-a-person', 'to-decide', 'to-assign', 'offered', 'to-enrol', 'all']).default('all'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    before: z.iso.datetime({ offset: true }).optional(),
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

export const Decision = z.object({
  id,
  decidedOn: z.string(),
  outcome: z.string(),
  reasons: z.array(z.string()),
  grounds: z.array(z.string()),
  intensity: z.string().nullable(),
  recorded: z.boolean(),
  document: z.string().nullable(),
  by: z.string().nullable(),
  supersedes: z.string().nullable(),
  supersedeReason: z.string().nullable(),
});

export const openReferral = read({
  name: 'referral.open',
  path: '/api/charts/:chart/referral',
  says: 'One referral as registered, its tasks, decisions, assignments and likely duplicates.',
  permission: 'referral.read',
  audit: { event: 'referral.opened' },
  params: chartParams,
  answer: z.object({
    chart: z.string(),
    number: z.number(),
    stage: z.string(),
    /** `own`: the reader's agency holds it, and so may still change it. */
    holder: z.object({ id: z.number(), name: z.string(), own: z.boolean() }),
    referral: z
      .object({
        id,
        source: z.string(),
        externalId: z.string().nullable(),
        receivedAt: z.string(),
        recordedFor: z.string().nullable(),
        document: z.string().nullable(),
        situation: z.string().nullable(),
        asRegistered: z.record(z.string(), z.unknown()),
      })
      .nullable(),
    tasks: z.array(Task),
    decisions: z.array(Decision),
    /** Letters to the family that were recorded as sent. */
    letters: z.array(
      z.object({
        decision: z.string(),
        on: z.string(),
        means: z.string(),
        language: z.string(),
        by: z.string().nullable(),
      }),
    ),
    assignments: z.array(
      z.object({
        id,
        toAgency: z.number(),
        agencyName: z.string(),
        onDay: z.string(),
        reason: z.string().nullable(),
        state: z.string(),
        answeredAt: z.string().nullable(),
        returnReason: z.string().nullable(),
      }),
    ),
    proposed: z.object({ agency: z.number(), name: z.string(), county: z.string() }).nullable(),
    /** What the record comes to so far: the decision the rules would make, for a person to take or leave. */
    suggested: z.object({ outcome: z.enum(OUTCOMES), reasons: z.array(z.string()) }).nullable(),
    duplicates: z.array(
      z.object({
        chart: z.string(),
        number: z.number(),
        score: z.number(),
        reasons: z.array(z.string()),
        name: z.string(),
        born: z.string().nullable(),
        county: z.string().nullable(),
        holderName: z.string(),
        linked: z.string().nullable(),
      }),
    ),
  }),
});

export const linkCharts = command({
  name: 'referral.link',
  path: '/api/charts/:chart/links',
  says: 'Says that another chart is the same youth, not the same youth, or a sibling; a merge is this link and can be undone.',
  permission: 'referral.settle',
  audit: { event: 'chart.linked' },
  params: chartParams,
  body: z.strictObject({
    id,
    other: id,
    kind: z.enum(['sibling', 'same-person', 'not-same-person']),
    reason: z.string().trim().max(2000).nullish(),
  }),
  answer: z.object({}),
});

export const unlinkCharts = command({
  name: 'referral.unlink',
  path: '/api/charts/:chart/links/undo',
  says: 'Undoes a link, with a reason; both charts are as before.',
  permission: 'referral.settle',
  audit: { event: 'chart.unlinked' },
  params: chartParams,
  body: z.strictObject({
    id,
    other: id,
    kind: z.enum(['sibling', 'same-person', 'not-same-person']),
    reason: z.string().trim().min(3).max(2000),
  }),
  answer: z.object({}),
});
