import type { z } from 'zod';
import type { FactKind } from '#modules/facts/model.ts';
import type { Scalar } from '../rules/fact-set.ts';

/** What a field of a kind of fact may hold, as far as a pattern needs to know it. */
export interface FieldShape {
  readonly holds: 'codes' | 'text' | 'number' | 'boolean' | 'items';
  /** Allowed values, when the field is a closed list of codes. */
  readonly codes: readonly string[] | null;
  readonly many: boolean;
  readonly required: boolean;
}

interface ZodDef {
  readonly type: string;
  readonly innerType?: { readonly def: ZodDef };
  readonly element?: { readonly def: ZodDef };
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
}

/** The shape of one field; null when the kind has no such field. */
export function fieldOf(kind: FactKind, field: string): FieldShape | null {
  const type = (kind.data.shape as Readonly<Record<string, z.ZodType>>)[field];
  return type === undefined ? null : shapeOf(type.def as unknown as ZodDef, true, false);
}

export function fieldsOf(kind: FactKind): string[] {
  return Object.keys(kind.data.shape);
}

function shapeOf(def: ZodDef, required: boolean, many: boolean): FieldShape {
  if (def.innerType) return shapeOf(def.innerType.def, false, many);
  if (def.type === 'array' && def.element) return shapeOf(def.element.def, required, true);
  if (def.type === 'enum')
    return { holds: 'codes', codes: Object.values(def.entries ?? {}).map(String), many, required };
  if (def.type === 'literal') return { holds: 'codes', codes: (def.values ?? []).map(String), many, required };
  if (def.type === 'number' || def.type === 'int') return { holds: 'number', codes: null, many, required };
  if (def.type === 'boolean') return { holds: 'boolean', codes: null, many, required };
  if (def.type === 'object') return { holds: 'items', codes: null, many, required };
  return { holds: 'text', codes: null, many, required };
}

/** Yes and no are true and false only in a field that holds one of the two; elsewhere they are codes like any other. */
export function inField(shape: FieldShape, value: Scalar): Scalar {
  if (shape.holds === 'boolean' || typeof value !== 'boolean') return value;
  return value ? 'yes' : 'no';
}
