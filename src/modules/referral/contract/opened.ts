import { z } from 'zod';
import { chartParams, id, read } from '#modules/record/operation.ts';
import { RETURNED_BECAUSE } from '../model.ts';
import { OUTCOMES } from './decide.ts';

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

export const Decision = z.object({
  id,
  decidedOn: z.string(),
  outcome: z.string(),
  reasons: z.array(z.string()),
  grounds: z.array(z.string()),
  intensity: z.string().nullable(),
  recorded: z.boolean(),
  /** Decided, or recorded, by the reader's agency: its letter is the reader's to record wherever the chart is. */
  own: z.boolean(),
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
    /** As the record has it by now: it may have been set right since the referral. */
    born: z.string().nullable(),
    /** Names and the language of letters as the record has them by now; null to whoever sees of it no more than that it is there. */
    youth: z
      .object({
        first: z.string(),
        last: z.string(),
        preferred: z.string().nullable(),
        bornEstimated: z.boolean(),
        letters: z.string().nullable(),
      })
      .nullable(),
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
    /**
     * Of the home, telephone and e-mail told: what is kept confidential since, or has rules for its use. Withheld from whoever may
     * not read the youth's ways to be reached: `asRegistered` says nothing of it then.
     */
    restricted: z.array(
      z.object({
        what: z.enum(['address', 'telephone', 'mail']),
        confidential: z.boolean(),
        withheld: z.boolean(),
        /** There is more to know of it than the reader may: the holder of the chart is asked. */
        ask: z.boolean(),
        rules: z
          .object({
            voicemail: z.boolean().nullable(),
            textOk: z.boolean().nullable(),
            seenBy: z.string().nullable(),
            shareWith: z.array(z.string()),
          })
          .nullable(),
      }),
    ),
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
        /** Why it was given back, where one of these is the reason. */
        returnedBecause: z.enum(RETURNED_BECAUSE).nullable(),
      }),
    ),
    /** Who is accountable; the name is null out of the reader's reach. */
    careManager: z.object({ name: z.string().nullable() }).nullable(),
    proposed: z.object({ agency: z.number(), name: z.string(), county: z.string() }).nullable(),
    /** What the record comes to so far: the decision the rules would make, for a person to take or leave. */
    suggested: z.object({ outcome: z.enum(OUTCOMES), reasons: z.array(z.string()) }).nullable(),
    /** The reader sees some charts of their agency: with the others the referral is compared by whoever sees all. */
    comparedBeyond: z.boolean(),
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
