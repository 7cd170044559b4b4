import { z } from 'zod';
import { RELATIONS } from '#modules/access/model.ts';
import { ask, chartParams, command, id, isoDay, read } from '#modules/record/operation.ts';
import { GIVEN_KINDS } from './model.ts';

const reason = z.string().trim().min(3).max(2000);

/** One relation of a seat to a chart. */
const Related = z.object({
  /** Null for one that is not ended here: cover, supervision, a shift, emergency access, having recorded the referral. */
  relation: z.string().nullable(),
  /** `recorder`: whoever works by charts and wrote the referral down, until somebody answers for the chart. */
  kind: z.enum([...RELATIONS, 'recorder']),
  name: z.string(),
  capacity: z.string(),
  agency: z.string(),
  from: z.string(),
  /** The last day. */
  to: z.string().nullable(),
  standing: z.enum(['now', 'to-come', 'over']),
  givenBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** The relative on whose authority a guardian sees the chart. */
  authority: z.string().nullable(),
  /** Why a guardian's relation is to be looked at again; null when there is no cause. */
  lookAgain: z.enum(['rights-passed', 'authority-not-confirmed']).nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type Related = z.output<typeof Related>;

export const readWhoMaySee = read({
  name: 'relationships.who-may-see',
  path: '/api/charts/:chart/relations',
  says: 'Who may see this chart by a relation to it, from when to when, given by whom and why; what is over too.',
  permission: 'relation.read',
  audit: { event: 'chart.relations-read' },
  params: chartParams,
  answer: z.object({
    today: z.string(),
    related: z.array(Related),
    /** Whether this reader may let others see it: of care managers, whoever answers for the chart or covers. */
    mayGive: z.boolean(),
    /** Relatives whose authority is confirmed today: what a guardian's relation can rest on. */
    authorities: z.array(z.object({ relative: z.string(), name: z.string() })),
  }),
});

const FoundSeat = z.object({
  seat: z.string(),
  name: z.string(),
  capacity: z.string(),
  title: z.string().nullable(),
  agency: z.string(),
  kinds: z.array(z.enum(GIVEN_KINDS)),
});
export type FoundSeat = z.output<typeof FoundSeat>;

export const findSeats = ask({
  name: 'relationships.find-seats',
  path: '/api/charts/:chart/relations/find',
  says: 'Seats by part of a name that may be related to this chart: of its organization, and of others who work with families.',
  permission: 'relation.read',
  audit: { event: 'chart.seats-searched' },
  params: chartParams,
  body: z.strictObject({ text: z.string().trim().min(2).max(100) }),
  answer: z.object({ found: z.array(FoundSeat) }),
});

export const relate = command({
  name: 'relationships.relate',
  path: '/api/charts/:chart/relations',
  says: 'Lets a seat see this chart from a day on, as a team member, guardian, the youth, court liaison or reviewer.',
  permission: 'relation.give',
  audit: { event: 'chart.relation-given' },
  params: chartParams,
  body: z.strictObject({
    id,
    seat: id,
    kind: z.enum(GIVEN_KINDS),
    from: isoDay,
    /** The last day; empty while no end is known. */
    to: isoDay.nullish(),
    /** The relative in the chart whose authority a guardian's relation rests on. */
    authority: id.nullish(),
    reason,
  }),
  answer: z.object({ relation: id }),
});

export const endRelation = command({
  name: 'relationships.end',
  path: '/api/charts/:chart/relations/end',
  says: 'Ends a relation after a day, with a reason; today ends it at once. What was is kept.',
  permission: 'relation.give',
  audit: { event: 'chart.relation-ended' },
  params: chartParams,
  body: z.strictObject({ id, relation: id, to: isoDay, reason }),
  answer: z.object({}),
});
