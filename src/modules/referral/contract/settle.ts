import { z } from 'zod';
import { chartParams, command, id } from '#modules/record/operation.ts';

export const settleTask = command({
  name: 'referral.settle-task',
  path: '/api/charts/:chart/tasks/:task',
  says: 'Settles what a person had to look at, with the answer.',
  permission: 'referral.settle',
  audit: { event: 'referral.task-settled' },
  params: chartParams.extend({ task: id }),
  body: z.strictObject({
    id,
    answer: z.string().trim().min(1).max(80),
    note: z.string().trim().max(2000).nullish(),
    /** Where the answer says that the county was found: one of New Jersey's 21, by name. */
    county: z.string().trim().max(60).nullish(),
  }),
  answer: z.object({}),
});

export const linkCharts = command({
  name: 'referral.link',
  path: '/api/charts/:chart/links',
  says: 'Says that another chart is the same youth, not the same youth, or a sibling, and by that settles the question whether they are one; a merge is this link and can be undone.',
  permission: 'referral.compare',
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
  says: 'Undoes a link, with a reason, from either of its charts; both are as before, and whether they are one youth is asked again.',
  permission: 'referral.compare',
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
