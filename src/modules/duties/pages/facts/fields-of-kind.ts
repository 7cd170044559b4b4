import { z } from 'zod';
import { codesIn } from '#modules/facts/codes.ts';
import type { Programme } from '#modules/facts/model.ts';
import { factKinds } from '../../../../fact-kinds.ts';

/** One thing a kind of fact is asked for, as a form needs to know it. */
export interface FactField {
  readonly name: string;
  readonly required: boolean;
  readonly asks: 'one' | 'many' | 'yes-no' | 'number' | 'day' | 'reference';
  /** The codes to choose from, for `one` and `many`. */
  readonly codes: readonly string[];
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema;
}

function fieldOf(name: string, schema: z.ZodType, programme: Programme): FactField | null {
  const required = !(schema instanceof z.ZodOptional);
  const inner = bare(schema);
  const field = (asks: FactField['asks'], codes: readonly string[] = []) => ({ name, required, asks, codes });
  if (inner instanceof z.ZodEnum) return field('one', codesIn(inner, programme));
  if (inner instanceof z.ZodBoolean) return field('yes-no');
  if (inner instanceof z.ZodNumber) return field('number');
  if (inner instanceof z.ZodISODate) return field('day');
  if (inner instanceof z.ZodString) return field('reference');
  if (inner instanceof z.ZodArray && inner.element instanceof z.ZodEnum)
    return field('many', codesIn(inner.element, programme));
  // Lists of rows and of references have screens of their own.
  return null;
}

/** What a kind of fact is asked for in a programme, read from the slice that declares it. */
export function fieldsOfKind(kind: string, programme: Programme): readonly FactField[] {
  const shape = factKinds.kind(kind)?.data.shape ?? {};
  return Object.entries(shape).flatMap(([name, schema]) => fieldOf(name, schema as z.ZodType, programme) ?? []);
}
