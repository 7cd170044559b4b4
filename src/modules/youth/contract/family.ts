import { z } from 'zod';
import { chartParams, read } from '#modules/record/operation.ts';
import { FamilyRecord } from '../family-record.ts';

export const readFamily = read({
  name: 'youth.family',
  path: '/api/charts/:chart/family',
  says: 'The youth, relatives with their authority and orders, ways to reach them with their use rules, identifiers, coverage, school, alerts, siblings.',
  permission: 'family.read',
  audit: { event: 'youth.family-read' },
  params: chartParams,
  answer: FamilyRecord,
});

export const readHistory = read({
  name: 'youth.history',
  path: '/api/charts/:chart/family/history',
  says: 'What was said of the youth and family before each change, and what was recorded wrongly: when, by whom, why.',
  permission: 'family.read',
  audit: { event: 'youth.history-read' },
  params: chartParams,
  answer: z.object({
    changes: z.array(
      z.object({
        table: z.string(),
        row: z.string(),
        about: z.string(),
        at: z.string(),
        by: z.string().nullable(),
        fields: z.array(z.object({ field: z.string(), was: z.unknown(), became: z.unknown() })),
      }),
    ),
    /** What was recorded wrongly; `table` is `fact` for what happened rather than what is known. */
    wrong: z.array(
      z.object({
        table: z.string(),
        about: z.string(),
        on: z.string().nullable(),
        /** The day it really happened; null: it never was so. */
        instead: z.string().nullable(),
        at: z.string(),
        by: z.string().nullable(),
        reason: z.string(),
      }),
    ),
  }),
});
