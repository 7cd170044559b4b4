import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { onPool, plain } from '#platform/database/db.ts';
import { describeApi } from '#platform/http/openapi.ts';
import type { Operation } from '#platform/http/operation.ts';
import { problemDetails } from '#platform/http/problem.ts';
import type { Metrics } from './metrics.ts';
import { version } from './version.ts';

export interface SystemDeps {
  readonly owner: pg.Pool;
  readonly operations: readonly Operation[];
  readonly metrics: Metrics;
  /** Without a token there are no metrics: numbers about use are not for everybody. */
  readonly metricsToken?: string | undefined;
}

/** What keeps a service running: alive, ready, measured, described. None of it says anything about a person. */
export function systemRoutes(app: FastifyInstance, { owner, operations, metrics, metricsToken }: SystemDeps): void {
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
  // Described when first asked for: every route is mounted by then.
  let described: Record<string, unknown> | undefined;
  app.get('/api/openapi.json', async () => {
    described ??= describeApi(operations, version);
    return described;
  });
  metrics.watch(app);
  app.get('/metrics', async (request, reply) => {
    if (!metricsToken || !sameText(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) {
      return reply.status(404).type('application/problem+json').send(problemDetails(404, 'not-found'));
    }
    const { type, body } = await metrics.text();
    return reply.type(type).send(body);
  });
}

function sameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
