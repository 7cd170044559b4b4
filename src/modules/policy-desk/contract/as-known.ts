import { z } from 'zod';
import { chartParams, isoDay, read } from '#modules/record/operation.ts';

const words = z.object({ en: z.string(), es: z.string() });

const DutyThen = z.object({
  key: z.string(),
  rule: z.string(),
  clause: z.string(),
  cite: z.string(),
  title: words,
  state: z.string(),
  because: z.string().nullable(),
  /** Of a duty of each period the period the day lies in. */
  period: z.string().nullable(),
  due: z.string(),
  /** The hour of that day, of a duty counted in hours. */
  dueAt: z.string().nullable(),
  lateAfter: z.string(),
  /** Periods that were over by the day and nobody met. */
  missed: z.number(),
  /** From this day on nobody owes it although nobody did it. */
  until: z.string().nullable(),
  metOn: z.string().nullable(),
  standing: z.string(),
  force: z.string(),
  /** The facts that met it, by their number in the list of facts. */
  metBy: z.array(z.number()),
});

const Coverage = z.object({
  rule: z.string(),
  clause: z.string(),
  cite: z.string(),
  /** Who pays from which day on, until the first day on which they no longer do; null where nothing begins or ends it. */
  intervals: z.array(
    z.object({
      payer: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      startedBy: z.number().nullable(),
    }),
  ),
});

export const readAsKnown = read({
  name: 'policy.as-known',
  path: '/api/charts/:chart/policy',
  says: 'What followed from the facts of a chart as they were known at an instant, by the rules of then, standing as on a day. 409 `rules-not-readable` when this program cannot read those rules any more.',
  permission: 'duty.explain',
  audit: { event: 'chart.policy-read' },
  params: chartParams,
  query: z.object({ on: isoDay.optional(), knownAt: z.iso.datetime({ offset: true }).optional() }),
  answer: z.object({
    on: z.string(),
    knownAt: z.string(),
    pack: z.string(),
    version: z.string(),
    /** The edition of the rules it follows from. */
    edition: z.object({
      /** Since when it was in force here. */
      recordedAt: z.string(),
      /** No rules had been recorded by the instant asked about: these are the first there are. */
      early: z.boolean(),
      /** Nothing else has been in force since. */
      newest: z.boolean(),
    }),
    hashes: z.object({ pack: z.string(), parameters: z.string(), calendars: z.string() }),
    facts: z.array(
      z.object({
        /** Its place among the facts this reader may see. */
        no: z.number(),
        kind: z.string(),
        on: z.string(),
        at: z.string().nullable(),
        recordedAt: z.string(),
        supersedes: z.number().nullable(),
        withdraws: z.boolean(),
      }),
    ),
    factsSince: z.number(),
    duties: z.array(DutyThen),
    changePoints: z.array(
      z.object({ term: z.string(), cite: z.string(), title: words, from: z.string(), to: z.string().nullable() }),
    ),
    coverages: z.array(Coverage),
  }),
});
