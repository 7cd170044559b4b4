import { z } from 'zod';
import { chartParams, command, id, isoDay, read } from '#modules/record/operation.ts';

/** What is handed over and explained when a family joins; each is named, so that a missing one shows. */
export const RIGHTS_ITEMS = ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'] as const;
export const AUTHORITY = ['parent', 'legal-guardian', 'self', 'court-order', 'child-protection'] as const;
/** Grounds on which care management ends: N.J.A.C. 10:73-3.15 and 3.16, and reaching 21. */
export const END_GROUNDS = [
  'goals-met',
  'not-yet-reached',
  'moved-away',
  'missing',
  'written-request',
  'aged-out',
  'transferred',
  'died',
  'other',
] as const;

export const startEnrolment = command({
  name: 'enrolment.start',
  path: '/api/charts/:chart/enrolment',
  says: 'Starts enrolment: rights and notices given, voluntary consent, in which language.',
  permission: 'enrolment.change',
  audit: { event: 'enrolment.started' },
  params: chartParams,
  body: z.strictObject({
    id,
    on: isoDay,
    consent: z.strictObject({
      givenBy: z.string().trim().min(1).max(200),
      authority: z.enum(AUTHORITY),
      method: z.enum(['signed', 'electronic', 'spoken']),
    }),
    language: z.string().trim().min(2).max(60),
    items: z.array(z.enum(RIGHTS_ITEMS)).min(1),
    /** Why to go on although a condition of the rule is not shown to be met. */
    reason: z.string().trim().min(3).max(2000).nullish(),
  }),
  answer: z.object({ enrolment: id }),
});

export const endEnrolment = command({
  name: 'enrolment.end',
  path: '/api/charts/:chart/enrolment/end',
  says: 'Ends enrolment on a ground of the rule; team, plan and notes stay readable.',
  permission: 'enrolment.change',
  audit: { event: 'enrolment.ended' },
  params: chartParams,
  body: z.strictObject({ id, on: isoDay, ground: z.enum(END_GROUNDS), reason: z.string().trim().min(3).max(2000) }),
  answer: z.object({}),
});

export const transferChart = command({
  name: 'enrolment.transfer',
  path: '/api/charts/:chart/transfer',
  says: 'Offers the chart to the care management organization of another county; history goes with it, and the other accepts or returns.',
  permission: 'enrolment.transfer',
  audit: { event: 'enrolment.transferred' },
  params: chartParams,
  body: z.strictObject({ id, toAgency: z.number().int(), on: isoDay, reason: z.string().trim().min(3).max(2000) }),
  answer: z.object({}),
});

export const assignCareManager = command({
  name: 'caseload.assign',
  path: '/api/charts/:chart/care-manager',
  says: 'Makes one seat accountable for the chart from today on; the one before ends.',
  permission: 'caseload.assign',
  audit: { event: 'caseload.assigned' },
  params: chartParams,
  /** Why: needed where somebody else is accountable, or the caseload goes over the ratio. */
  body: z.strictObject({ id, seat: id, reason: z.string().trim().min(3).max(2000).nullish() }),
  answer: z.object({}),
});

/** The caseload limits in force, and the clause they stand in. */
export const Ratio = z.object({
  families: z.number(),
  careManagers: z.number(),
  source: z.string(),
  clause: z.object({ pack: z.string(), id: z.string(), cite: z.string() }).nullable(),
});

export const readCaseloads = read({
  name: 'caseload.read',
  path: '/api/caseloads',
  says: 'Each care manager’s load against the ratio, what is late and soon, and charts nobody is accountable for.',
  permission: 'caseload.read',
  audit: { event: 'caseload.read' },
  answer: z.object({
    today: z.string(),
    ratio: Ratio,
    careManagers: z.array(
      z.object({
        seat: z.string(),
        name: z.string(),
        capacity: z.string(),
        supervisor: z.string().nullable(),
        /** The reader supervises them, or covers who does: their work stands on the reader's team list. */
        mine: z.boolean(),
        charts: z.number(),
        /** Null, as the next three: the reader does not reach all of their charts. */
        late: z.number().nullable(),
        soon: z.number().nullable(),
        quiet14: z.number().nullable(),
        quiet30: z.number().nullable(),
        coveredBy: z.string().nullable(),
        /** More families than the clause allows one care manager. */
        overRatio: z.boolean(),
        /** Their supervisor has more care managers than the clause allows. */
        supervisorOver: z.boolean(),
      }),
    ),
    unassigned: z.array(
      z.object({
        chart: z.string(),
        number: z.number(),
        name: z.string(),
        stage: z.string(),
        since: z.string().nullable(),
        county: z.string().nullable(),
      }),
    ),
  }),
});
