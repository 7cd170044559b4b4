import { z } from 'zod';
import type { Operation } from './operation.ts';

/** An OpenAPI 3.1 description made from the very contracts the server checks requests with. */
export function describeApi(operations: readonly Operation[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kinfold',
      version: '0.1.0',
      description: 'Every operation names the permission it needs and the audit event it leaves.',
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'kinfold_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function described(operation: Operation): Record<string, unknown> {
  const withBody = operation.method !== 'GET' && operation.method !== 'DELETE';
  return {
    operationId: operation.name,
    summary: operation.says,
    'x-permission': operation.permission,
    'x-audit': operation.audit,
    ...(operation.kind === 'public' ? { security: [] } : { security: [{ session: [] }, { bearer: [] }] }),
    parameters: [...parameters(operation.params, 'path'), ...parameters(operation.query, 'query')],
    ...(withBody
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(operation.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: schemaOf(operation.answer, 'output') } } },
      default: {
        description: 'Refused: RFC 9457 problem details with a code and the fields concerned.',
        content: { 'application/problem+json': {} },
      },
    },
  };
}

function parameters(shape: z.ZodObject, where: 'path' | 'query'): unknown[] {
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
}
