import cookie from '@fastify/cookie';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Log } from '#platform/log/log.ts';
import { type ProblemDetails, problemDetails } from './problem.ts';

export interface ServerOptions {
  readonly log: Log;
  /** Turns errors of the layers above into problem details; null means the error is a defect. */
  readonly problemOf: (error: unknown) => ProblemDetails | null;
  readonly bodyLimit?: number;
}

/** A Fastify instance with our headers and errors. Requests are logged by route pattern, never by address. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: options.bodyLimit ?? 2_000_000,
    trustProxy: false,
    forceCloseConnections: true,
  });
  await app.register(cookie);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    });
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/fhir/')) reply.header('cache-control', 'no-store');
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = options.problemOf(error) ?? badRequest(error);
    if (!known)
      options.log.error('request failed', {
        route: request.routeOptions.url ?? 'unknown',
        method: request.method,
        error,
      });
    const problem = known ?? problemDetails(500, 'our-fault');
    return reply.status(problem.status).type('application/problem+json').send(problem);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).type('application/problem+json').send(problemDetails(404, 'not-found')),
  );
  return app;
}

function badRequest(error: FastifyError): ProblemDetails | null {
  const status = error.statusCode;
  return status && status >= 400 && status < 500
    ? problemDetails(status, error.code.toLowerCase().replaceAll('_', '-'))
    : null;
}
