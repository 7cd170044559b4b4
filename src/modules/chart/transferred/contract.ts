import { z } from 'zod';
import { SignedNote } from '#modules/contacts/model.ts';
import { ask, chartParams, read } from '#modules/record/operation.ts';
import { OwedItem } from '#modules/worklists/contract.ts';
import { Mark } from '../contract.ts';

/** A chart that went to another agency, called as it was on the day it left. */
const Transferred = z.object({
  chart: z.string(),
  number: z.number(),
  name: z.string(),
  born: z.string().nullable(),
  leftOn: z.string(),
  toAgency: z.string(),
});
export type Transferred = z.output<typeof Transferred>;

export const listTransferred = ask({
  name: 'transferred.list',
  path: '/api/transferred-charts',
  says: 'Charts one’s agency handed over, the latest first, perhaps by beginnings of names or the chart’s number.',
  permission: 'chart.transferred',
  audit: { event: 'chart.transferred-listed' },
  body: z.strictObject({
    text: z.string().trim().max(100).default(''),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ charts: z.array(Transferred) }),
});

export const openTransferred = read({
  name: 'transferred.open',
  path: '/api/charts/:chart/transferred',
  says: 'What one’s own agency recorded in a chart it handed over, and what it owed on that day. To read, not to change.',
  permission: 'chart.transferred',
  audit: { event: 'chart.transferred-opened' },
  params: chartParams,
  answer: z.object({
    header: Transferred,
    notes: z.array(SignedNote),
    marks: z.array(Mark),
    /** As it stood on the day the chart left. */
    owed: z.array(OwedItem),
  }),
});
