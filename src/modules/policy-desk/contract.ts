import { z } from 'zod';
import { command, id, isoDay, read } from '#modules/record/operation.ts';

const words = z.object({ en: z.string(), es: z.string() });
const value = z.union([z.number().int().nonnegative(), z.boolean()]);
/** The most an agency may set: ten years in days, and no rule's number is more. */
export const MOST_SET = 3650;
const setValue = z.union([z.number().int().nonnegative().max(MOST_SET), z.boolean()]);
const packParams = z.object({ pack: z.string().max(60) });

const OverrideShown = z.object({
  id,
  parameter: z.string(),
  value,
  reason: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  by: z.string().nullable(),
  recordedAt: z.string(),
  endedAt: z.string().nullable(),
  inForce: z.boolean(),
});

export const readPacks = read({
  name: 'policy.packs',
  path: '/api/policies',
  says: 'The packs of the reader’s programme: version, dates, hash, editions, what is not loaded, and calendars.',
  permission: 'policy.read',
  audit: { none: 'Rules, about nobody' },
  answer: z.object({
    packs: z.array(
      z.object({
        id: z.string(),
        programme: z.string(),
        title: words,
        version: z.string(),
        from: z.string(),
        reviewBy: z.string().nullable(),
        reviewOverdue: z.boolean(),
        hash: z.string(),
        /** What this installation judged by since when, the newest first. */
        editions: z.array(
          z.object({ version: z.string(), hash: z.string(), calendarHash: z.string(), recordedAt: z.string() }),
        ),
        calendar: z.string(),
        zone: z.string(),
        clauses: z.number(),
        rules: z.number(),
        sources: z.array(z.string()),
        notLoaded: z.array(z.object({ name: z.string(), why: z.string() })),
      }),
    ),
    calendars: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        source: z.string(),
        confidence: z.string(),
        ahead: z.array(z.object({ day: z.string(), name: z.string(), unsure: z.boolean() })),
        knowsToday: z.boolean(),
      }),
    ),
  }),
});

export const readClauses = read({
  name: 'policy.clauses',
  path: '/api/policies/:pack/clauses',
  says: 'The clauses of a pack with their rules in words, and each number with who set it.',
  permission: 'policy.read',
  audit: { none: 'Rules, about nobody' },
  params: packParams,
  query: z.object({ on: isoDay.optional() }),
  answer: z.object({
    clauses: z.array(
      z.object({
        id: z.string(),
        /** The part of the pack it stands in: `contacts`, `plan`. */
        group: z.string(),
        cite: z.string(),
        source: z.string(),
        authority: z.string(),
        force: z.string(),
        confidence: z.string(),
        from: z.string(),
        to: z.string().nullable(),
        title: words,
        says: words,
        readings: z.array(z.object({ question: z.string(), default: z.string(), otherwise: z.string() })),
        rules: z.array(z.object({ id: z.string(), kind: z.string(), title: words, words })),
        parameters: z.array(
          z.object({
            key: z.string(),
            name: z.string(),
            default: value,
            value,
            source: z.string(),
            confidence: z.string(),
            override: OverrideShown.nullable(),
          }),
        ),
      }),
    ),
  }),
});

export const readPlanDefinition = read({
  name: 'policy.plan-definition',
  path: '/api/policies/:pack/plan-definition',
  says: 'The duties of a pack as a FHIR R4 PlanDefinition, and what of each rule such a resource cannot carry.',
  permission: 'policy.read',
  audit: { none: 'Rules, about nobody' },
  params: packParams,
  answer: z.object({
    resource: z.looseObject({ resourceType: z.literal('PlanDefinition'), id: z.string(), version: z.string() }),
    notCarried: z.array(z.object({ rule: z.string(), why: z.string() })),
  }),
});

export const readOverrides = read({
  name: 'policy.overrides',
  path: '/api/policies/:pack/overrides',
  says: 'Every number this agency ever set itself: by whom, since when, and why.',
  permission: 'policy.read',
  audit: { none: 'Rules, about nobody' },
  params: packParams,
  answer: z.object({
    overrides: z.array(
      OverrideShown.extend({
        /** The clause it stands in and what it is called there; null when the rules no longer have it. */
        title: words.nullable(),
        name: z.string(),
        /** The number as the rule has it; null when the rule no longer has it. */
        default: value.nullable(),
        /** The last day it counted, or will count; null while nothing ends it. Before `from`: it never counted. */
        lastDay: z.string().nullable(),
        /** By whom and why it was taken back before it began. */
        withdrawn: z.object({ by: z.string().nullable(), reason: z.string() }).nullable(),
      }),
    ),
  }),
});

export const setOverride = command({
  name: 'policy.set-override',
  path: '/api/policies/:pack/overrides',
  says: 'Sets a number of the policy for the agency from a day on, with a reason; what was set before ends.',
  permission: 'policy.override',
  audit: { event: 'policy.override-set' },
  params: packParams,
  body: z.strictObject({
    id,
    parameter: z.string().max(200),
    value: setValue,
    reason: z.string().trim().min(3).max(2000),
    from: isoDay,
  }),
  answer: z.object({ override: id, inForce: z.boolean() }),
});

export const endOverride = command({
  name: 'policy.end-override',
  path: '/api/policies/:pack/overrides/:override/end',
  says: 'Ends a number the agency set itself; the default is in force again.',
  permission: 'policy.override',
  audit: { event: 'policy.override-ended' },
  params: packParams.extend({ override: z.uuid() }),
  body: z.strictObject({ id }),
  answer: z.object({}),
});

export const withdrawOverride = command({
  name: 'policy.withdraw-override',
  path: '/api/policies/:pack/overrides/:override/withdrawal',
  says: 'Takes back a number that has not begun to count, with a reason; what counts until then goes on. 409 `has-begun`.',
  permission: 'policy.override',
  audit: { event: 'policy.override-withdrawn' },
  params: packParams.extend({ override: z.uuid() }),
  body: z.strictObject({ id, reason: z.string().trim().min(3).max(2000) }),
  answer: z.object({}),
});

export const askWhatIf = command({
  name: 'policy.what-if',
  path: '/api/policies/:pack/what-if',
  says: 'Counts what other numbers would change over the agency’s charts. Changes nothing; the answer is read as a job.',
  permission: 'policy.override',
  audit: { event: 'policy.what-if-asked' },
  params: packParams,
  body: z.strictObject({
    id,
    overrides: z
      .array(z.strictObject({ parameter: z.string().max(200), value: setValue.nullable() }))
      .min(1)
      .max(50),
  }),
  answer: z.object({ job: id, charts: z.number() }),
});
