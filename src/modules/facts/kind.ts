import { z } from 'zod';
import type { FactKind } from './model.ts';

/** Declares a kind of fact about a chart; give the data's shape as zod fields (codes, days, references only). */
export function factKind<const K extends string, S extends z.ZodRawShape>(kind: K, says: string, shape: S) {
  return { kind, says, subject: 'chart', data: z.strictObject(shape) } as const satisfies FactKind;
}
