import cookie from '@fastify/cookie';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Log } from '#platform/log/log.ts';
import { type ProblemDetails, problemDetails } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerOptions {
  readonly log: Log;
  /** Turns errors of the layers above into problem details; null means the error is a defect. */
  readonly problemOf: (error: unknown) => ProblemDetails | null;
  readonly bodyLimit?: number;
  /** Balancers whose word about where a request came from is believed; see `trustedProxies`. None by default. */
  readonly trustProxy?: readonly string[];
  /** Whether browsers reach this over https, and may be told never to come any other way. */
  readonly https?: boolean;
}

/** Longest a request may take to arrive, in milliseconds: a file of referrals over a slow line does, a trickle for its own sake does not. */
const ARRIVES_WITHIN_MS = 120_000;

/** A Fastify instance with our headers and errors. Requests are logged by route pattern, never by address. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: options.bodyLimit ?? 2_000_000,
    trustProxy: options.trustProxy && options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    requestTimeout: ARRIVES_WITHIN_MS,
    forceCloseConnections: true,
  });
  await app.register(cookie);
  app.decorate('byHttps', options.https === true);
  const headers = securityHeaders(options.https === true);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
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
