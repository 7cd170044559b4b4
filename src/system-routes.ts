import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { onPool, plain } from '#platform/database/db.ts';
import { describeApi } from '#platform/http/openapi.ts';
import type { Operation } from '#platform/http/operation.ts';
import { problemDetails } from '#platform/http/problem.ts';

export interface SystemDeps {
  readonly owner: pg.Pool;
  readonly operations: readonly Operation[];
  /** Without a token there are no metrics: numbers about use are not for everybody. */
  readonly metricsToken: string | undefined;
}

/** What keeps a service running: alive, ready, measured, described. None of it says anything about a person. */
export function systemRoutes(app: FastifyInstance, { owner, operations, metricsToken }: SystemDeps): void {
  app.get('/healthz', async () => ({ alive: true }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await onPool(owner)
      .query<{ at: number }>(plain('select max(number)::int as at from public.kinfold_migration'))
      .then(
        ({ rows }) => rows[0]?.at ?? 0,
        () => 0,
      );
    return reply.status(ready > 0 ? 200 : 503).send({ ready: ready > 0, migration: ready });
  });
  app.get('/api/openapi.json', async () => describeApi(operations));
  measure(app, metricsToken);
}

function measure(app: FastifyInstance, token: string | undefined): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const times = new Histogram({
    name: 'kinfold_request_seconds',
    help: 'Time to answer, by route pattern and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    times.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (request, reply) => {
    if (!token || !sameText(request.headers.authorization ?? '', `Bearer ${token}`)) {
      return reply.status(404).type('application/problem+json').send(problemDetails(404, 'not-found'));
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function sameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
