import { z } from 'zod';
import { CATEGORIES } from '#modules/facts/model.ts';

/** One fact as a file writes it. What is left out is filled in: `seq` from its place, the category `general`. */
export const fileFact = z.strictObject({
  seq: z.number().int().positive().optional(),
  recordedAt: z.iso.datetime({ offset: true }).optional(),
  kind: z.string(),
  on: z.iso.date(),
  at: z.iso.datetime({ offset: true }).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  category: z.enum(CATEGORIES).optional(),
  supersedes: z.number().int().positive().optional(),
  withdraws: z.boolean().optional(),
});

/** The facts of one subject, with the numbers an agency set for itself if any. */
export const factsFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('kinfold-facts/1'),
  about: z.string().optional(),
  parameters: z.record(z.string(), z.union([z.number(), z.boolean()])).optional(),
  facts: z.array(fileFact),
});

export type FactsFile = z.infer<typeof factsFile>;
export type FileFact = z.infer<typeof fileFact>;
