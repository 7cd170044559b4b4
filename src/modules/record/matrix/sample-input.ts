import { randomUUID } from 'node:crypto';
import { z } from 'zod';

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly default?: unknown;
}

/** An input that a schema accepts in form: what is required and nothing else. Rules beyond the form are not known here. */
export function sampleInput(schema: z.ZodType, today: string): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, today);
}

function sample(shape: Shape, today: string): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const first = shape.anyOf?.[0] ?? shape.oneOf?.[0];
  if (first) return sample(first, today);
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((key) => [key, sample(shape.properties?.[key] ?? {}, today)]),
      );
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => sample(shape.items ?? {}, today));
    case 'string':
      return text(shape, today);
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return shape.exclusiveMinimum === undefined ? Math.max(shape.minimum ?? 1, 1) : shape.exclusiveMinimum + 1;
    default:
      return shape.allOf ? Object.assign({}, ...shape.allOf.map((one) => sample(one, today))) : 'x';
  }
}

function text({ format, minLength = 1 }: Shape, today: string): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return today;
  if (format === 'date-time') return `${today}T12:00:00Z`;
  if (format === 'email') return 'somebody@example.org';
  return 'x'.repeat(Math.max(minLength, 3));
}
