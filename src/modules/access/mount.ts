import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#modules/record/refusal.ts';
import { parseInput, SESSION_COOKIE, tokenHashOf } from '#modules/record/routes.ts';
import type { AnswerOf, BodyOf, Operation, ParamsOf, QueryOf } from '#platform/http/operation.ts';
import { ownCookie } from '#platform/http/own-cookie.ts';
import { readSession } from './contract/session.ts';
import type { AccessDeps } from './deps.ts';
import { deviceLabel } from './sessions/device-label.ts';
import { hashOf } from './tokens.ts';

/** One request about signing in: what was sent, from where, and the reply for its cookie. */
export interface Asked<O extends Operation> {
  readonly params: ParamsOf<O>;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly device: string | null;
  readonly address: string;
  /** The session cookie that came along, if any; nothing is known of it yet. */
  readonly former: Buffer | null;
}

/**
 * Also asked without a cookie: a foreign page must not be able to sign a browser in as somebody of its choosing. Neither
 * header can be sent from a foreign page without asking first; a program sends its token in the second.
 */
function isFromOurPages({ headers }: FastifyRequest): boolean {
  return headers['x-kinfold'] !== undefined || headers.authorization !== undefined;
}

/** Mounts an operation that anybody may call. */
export function mountPublic<O extends Operation>(
  app: FastifyInstance,
  deps: AccessDeps,
  operation: O,
  work: (asked: Asked<O>) => Promise<AnswerOf<O>>,
): void {
  deps.operations.push(operation);
  app.route({
    method: operation.method,
    url: operation.path,
    handler: async (request, reply) => {
      if (operation.method !== 'GET' && !isFromOurPages(request)) throw new Refusal(403, 'not-from-our-pages');
      const cookie = ownCookie(request, SESSION_COOKIE);
      const asked = {
        ...parseInput(operation, request),
        request,
        reply,
        device: deviceLabel(request.headers['user-agent']),
        address: request.ip,
        former: cookie ? hashOf(cookie) : null,
      };
      return work(asked).catch((error: unknown) => {
        if (error instanceof Refusal && typeof error.extra.retryAfter === 'number') {
          reply.header('retry-after', error.extra.retryAfter);
        }
        throw error;
      });
    },
  });
}

/** Reading the session is how a page watches its countdown; it must not hold the countdown up. */
const WATCHING = readSession.name;

/** Mounts an operation on one's own session. Whether a locked session will do is for `work` to say. */
export function mountOwn<O extends Operation>(
  app: FastifyInstance,
  deps: AccessDeps,
  operation: O,
  work: (tokenHash: Buffer, asked: Asked<O>) => Promise<AnswerOf<O>>,
): void {
  mountPublic(app, deps, operation, async (asked) => {
    const tokenHash = tokenHashOf(asked.request);
    if (operation.name !== WATCHING) deps.seen(tokenHash);
    return work(tokenHash, asked);
  });
}
