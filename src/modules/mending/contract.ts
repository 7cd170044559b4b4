import { z } from 'zod';
import { chartParams, command, id, isoDay } from '#modules/record/operation.ts';
import { MENDED_ROW_CODES } from './model.ts';

/** A fact as its reader sees it on the timeline. Its number is nobody's to know: gaps would tell of what is hidden. */
const SeenFact = z.strictObject({
  kind: z.string().max(80),
  on: isoDay,
  /** Its codes, where the reader was shown them: tells two of one day apart. */
  data: z.record(z.string(), z.unknown()).optional(),
});

export const recordedWrongly = command({
  name: 'record.mend',
  path: '/api/charts/:chart/recorded-wrongly',
  says: 'Says that something was recorded wrongly: it happened on another day, or it never was so. What was said stays in the history, with the reason.',
  permission: 'record.mend',
  audit: { event: 'record.mended' },
  params: chartParams,
  body: z.strictObject({
    id,
    what: z.union([z.strictObject({ of: z.enum(MENDED_ROW_CODES), row: id }), z.strictObject({ fact: SeenFact })]),
    /** The day it happened, of a fact; null: it never was so. */
    instead: isoDay.nullable().default(null),
    reason: z.string().trim().min(3).max(2000),
  }),
  answer: z.object({}),
});
