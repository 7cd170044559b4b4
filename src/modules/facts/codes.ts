import { z } from 'zod';
import type { Programme } from './model.ts';

/** Which codes of a field belong to one programme alone. */
const belongs = z.registry<Readonly<Partial<Record<string, Programme>>>>();

/** The codes a field may hold. Those under `only` belong to one programme: they are never offered or taken in the other. */
export function codes<const C extends readonly [string, ...string[]]>(
  all: C,
  only: Readonly<Partial<Record<C[number], Programme>>>,
) {
  const schema = z.enum(all);
  belongs.add(schema, only);
  return schema;
}

/** The codes of a field that a programme knows, in the order they were declared. */
export function codesIn(schema: z.ZodEnum, programme: Programme): readonly string[] {
  return schema.options.map(String).filter((code) => knows(schema, programme, code));
}

/** Whether data of a fact hold a code that is the other programme's. */
export function speaksOfAnother(shape: z.ZodRawShape, data: Readonly<Record<string, unknown>>, programme: Programme) {
  return Object.entries(shape).some(([name, schema]) => {
    const field = enumIn(schema as z.ZodType);
    return field !== null && [data[name]].flat().some((code) => !knows(field, programme, String(code)));
  });
}

/** The codes behind an optional field or a list; null for a field without codes. */
function enumIn(schema: z.ZodType): z.ZodEnum | null {
  if (schema instanceof z.ZodOptional) return enumIn(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return enumIn(schema.element as z.ZodType);
  return schema instanceof z.ZodEnum ? schema : null;
}

const knows = (schema: z.ZodEnum, programme: Programme, code: string): boolean =>
  (belongs.get(schema)?.[code] ?? programme) === programme;
