import { z } from 'zod';
import file from '../data/county-shapes.json' with { type: 'json' };

const shapeSchema = z.object({
  name: z.string(),
  fips: z.string(),
  path: z.string(),
  label: z.tuple([z.number(), z.number()]),
  /** The name stands beside the county, which is too small to hold it. */
  beside: z.boolean(),
  neighbors: z.array(z.string()),
});
export type CountyShape = z.infer<typeof shapeSchema>;

/** New Jersey as drawn by scripts/county-shapes.mjs. */
export const MAP = z.object({ width: z.number(), height: z.number(), counties: z.array(shapeSchema) }).parse(file);
