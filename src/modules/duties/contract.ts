import { z } from 'zod';
import { CATEGORIES } from '#modules/facts/model.ts';
import { chartParams, command, id, isoDay, read } from '#modules/record/operation.ts';

const key = z.string().min(3).max(300);

export const exemptDuty = command({
  name: 'duties.exempt',
  path: '/api/charts/:chart/duties/exempt',
  says: 'Decides that a duty need not be done, with the reason; it stays readable.',
  permission: 'duty.exempt',
  audit: { event: 'duty.exempted' },
  params: chartParams,
  body: z.strictObject({ id, key, reason: z.string().trim().min(3).max(2000) }),
  answer: z.object({}),
});

export const delegateDuty = command({
  name: 'duties.delegate',
  path: '/api/charts/:chart/duties/delegate',
  says: 'Hands a duty to another seat of the agency that sees the chart.',
  permission: 'duty.decide',
  audit: { event: 'duty.delegated' },
  params: chartParams,
  body: z.strictObject({ id, key, to: id, reason: z.string().trim().max(2000).nullish() }),
  answer: z.object({}),
});

export const readColleagues = read({
  name: 'duties.colleagues',
  path: '/api/charts/:chart/duties/colleagues',
  says: 'Who can be handed a duty of this chart: colleagues who see the chart by their work, and what the duty is about.',
  permission: 'duty.decide',
  audit: { event: 'duty.colleagues-read' },
  params: chartParams,
  query: z.object({ key }),
  answer: z.object({
    colleagues: z.array(z.object({ seat: id, name: z.string(), capacity: z.string(), title: z.string().nullable() })),
  }),
});

export const reopenDuty = command({
  name: 'duties.reopen',
  path: '/api/charts/:chart/duties/reopen',
  says: 'Takes an earlier decision about a duty, or about one period of it, back, with the reason.',
  permission: 'duty.decide',
  audit: { event: 'duty.reopened' },
  params: chartParams,
  body: z.strictObject({
    id,
    key,
    /** Which period of a duty of each period, as `exempted` of its explanation names it. */
    period: z.string().max(40).nullish(),
    reason: z.string().trim().min(3).max(2000),
  }),
  answer: z.object({}),
});

export const doneOn = command({
  name: 'duties.done-on',
  path: '/api/charts/:chart/duties/done-on',
  says: 'Records that what a duty asks was done on a day, with the evidence; later clocks run from that day.',
  permission: 'duty.decide',
  audit: { event: 'duty.done-on' },
  params: chartParams,
  body: z.strictObject({
    id,
    key,
    on: isoDay,
    at: z.iso.datetime({ offset: true }).nullish(),
    evidence: z.string().trim().min(3).max(500),
    data: z.record(z.string(), z.unknown()).default({}),
  }),
  answer: z.object({}),
});

export const recordFact = command({
  name: 'facts.record',
  path: '/api/charts/:chart/facts',
  says: 'Records that something happened in the world whose own screen does not exist: never refused for being late or unwelcome.',
  permission: 'fact.record',
  audit: { event: 'fact.recorded' },
  params: chartParams,
  body: z.strictObject({
    id,
    kind: z.string().max(80),
    on: isoDay,
    at: z.iso.datetime({ offset: true }).nullish(),
    data: z.record(z.string(), z.unknown()).default({}),
    category: z.enum(CATEGORIES).default('general'),
  }),
  answer: z.object({ seq: z.number() }),
});

export const explainDuty = read({
  name: 'duties.explain',
  path: '/api/charts/:chart/duties/why',
  says: 'Why something is due, in words, with its clause, what meets it and what came near.',
  permission: 'duty.explain',
  audit: { event: 'duty.explained' },
  params: chartParams,
  query: z.object({ key, language: z.enum(['en', 'es']).default('en') }),
  answer: z.object({
    key: z.string(),
    title: z.string(),
    words: z.array(z.string()),
    clause: z.object({
      id: z.string(),
      cite: z.string(),
      source: z.string(),
      force: z.string(),
      confidence: z.string(),
      says: z.string(),
    }),
    meets: z.array(z.string()),
    nearMisses: z.array(z.string()),
    asks: z.array(z.string()),
    state: z.string(),
    decidable: z.boolean(),
    /** What people decided about it, in the order they did, also what was taken back. */
    decided: z.array(
      z.object({
        kind: z.enum(['exempted', 'delegated', 'reopened', 'done-on']),
        /** The day it was decided on; of `done-on` the day it was done. */
        on: isoDay.nullable(),
        at: z.string(),
        /** The reason, or the evidence, as it was written. */
        words: z.string().nullable(),
        /** Null for a name out of the reader's reach. */
        by: z.string().nullable(),
        to: z.string().nullable(),
        period: z.string().nullable(),
        /** Its fact was moved or taken out of the history afterwards. */
        setRight: z.boolean(),
      }),
    ),
    /** What is owed again when the decision that it need not be done is taken back: the duty itself (no period), or periods of it. */
    exempted: z.array(z.object({ period: z.string().nullable(), says: z.string(), due: isoDay })),
  }),
});
