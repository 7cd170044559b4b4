import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether browsers come by https; see `createServer`. */
    readonly byHttps: boolean;
  }
}

/**
 * What a cookie is called. By https it carries `__Host-`: a browser then takes it only from this very host, encrypted, for
 * all its paths, so that no neighbour under the same domain can plant one. Plainly, on loopback, browsers refuse the prefix.
 */
export const ownCookieName = ({ byHttps }: Pick<FastifyInstance, 'byHttps'>, plain: string): string =>
  byHttps ? `__Host-${plain}` : plain;

/** The cookie that came along under the one name it can have here; under another it was not set by us. */
export const ownCookie = (request: FastifyRequest, plain: string): string | undefined =>
  request.cookies[ownCookieName(request.server, plain)];

interface Given {
  readonly sameSite: 'strict' | 'lax';
  /** Seconds; without it the cookie goes with the browser. */
  readonly maxAge?: number;
}

export function setOwnCookie(reply: FastifyReply, plain: string, value: string, given: Given): void {
  reply.setCookie(ownCookieName(reply.server, plain), value, { ...attributes(reply), ...given });
}

export function clearOwnCookie(reply: FastifyReply, plain: string): void {
  reply.clearCookie(ownCookieName(reply.server, plain), attributes(reply));
}

const attributes = ({ server }: FastifyReply) => ({ path: '/', httpOnly: true, secure: server.byHttps });
