import { z } from 'zod';
import { chartParams, id } from '#modules/record/operation.ts';

export const permission = 'youth.change';

/** Paths carry the id of one row beside the chart's. */
export const rowParams = chartParams.extend({ row: id });

export const revised = z.object({ revision: z.number() });

export const added = z.object({ row: id });

export const nothing = z.object({});
