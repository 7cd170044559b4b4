import { z } from 'zod';
import type { Operation } from './operation.ts';

/** What every refusal looks like: RFC 9457 with our codes. */
const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  problems: z.array(z.object({ field: z.string(), code: z.string() })),
});

const SEAT = {
  name: 'x-kinfold-seat',
  in: 'header',
  required: true,
  description: 'The seat one acts in.',
  schema: { type: 'string', format: 'uuid' },
};
const OWN_PAGE = {
  name: 'x-kinfold',
  in: 'header',
  required: true,
  description: 'Any value: what a foreign page cannot send.',
  schema: { type: 'string' },
};

/** An OpenAPI 3.1 description made from the very contracts the server checks requests with. */
export function describeApi(operations: readonly Operation[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described(operation) };
  }
  const slices = [...new Set(operations.map(sliceOf))].sort();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kinfold',
      version,
      description: 'Every operation names the permission it needs and the audit event it leaves.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: slices.map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(PROBLEM, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-kinfold_session',
          description: 'By plain http, on loopback, without the prefix.',
        },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

/** Why an operation may be refused, by HTTP status. */
function refusals({ kind, permission, params, query, body, method }: Operation): Readonly<Record<number, string>> {
  const takes = [params, query].some(({ shape }) => Object.keys(shape).length > 0) || hasBody({ method, body });
  const named = Object.keys(params.shape).length > 0;
  return {
    ...(takes ? { 422: 'A field is missing or wrong; `problems` names each.' } : {}),
    ...(kind === 'public' ? {} : { 401: 'Nobody is signed in, or a fresh proof is needed: `step-up-needed`.' }),
    ...(kind === 'public' ? {} : { 423: 'The session is locked after idling.' }),
    ...(kind === 'read' || kind === 'command' ? { 400: 'No seat was named.' } : {}),
    ...(kind === 'read' || kind === 'command' ? { 403: `The seat may not: \`${permission}\` is needed.` } : {}),
    ...(named ? { 404: 'There is none, or none within reach of this seat; the two are not told apart.' } : {}),
    ...(kind === 'command' || method === 'PUT'
      ? { 409: 'It changed meanwhile, is there already, or the id was used.' }
      : {}),
    ...(kind === 'public' ? { 429: 'Too many tries; `retry-after` says when.' } : {}),
    500: 'Our fault. Nothing was changed.',
  };
}

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function described(operation: Operation): Record<string, unknown> {
  const seated = operation.kind === 'read' || operation.kind === 'command';
  return {
    operationId: operation.name,
    summary: operation.says,
    tags: [sliceOf(operation)],
    'x-permission': operation.permission,
    'x-audit': operation.audit,
    security: operation.kind === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    parameters: [
      ...parameters(operation.params, 'path'),
      ...parameters(operation.query, 'query'),
      ...(seated ? [SEAT] : []),
      ...(operation.method === 'GET' ? [] : [OWN_PAGE]),
    ],
    ...(hasBody(operation)
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(operation.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: schemaOf(operation.answer, 'output') } } },
      ...Object.fromEntries(Object.entries(refusals(operation)).map(([status, why]) => [status, problemAnswer(why)])),
      default: problemAnswer('Refused.'),
    },
  };
}

const sliceOf = ({ name }: Pick<Operation, 'name'>): string => name.split('.')[0] ?? name;
const hasBody = ({ method, body }: Pick<Operation, 'method' | 'body'>): boolean =>
  method !== 'GET' && !(body instanceof z.ZodObject && Object.keys(body.shape).length === 0);

function parameters(shape: z.ZodObject, where: 'path' | 'query'): unknown[] {
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

/** Without `$schema`: in OpenAPI 3.1 the dialect is the document's. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
}
