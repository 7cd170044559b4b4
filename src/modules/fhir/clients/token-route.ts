import type { FastifyInstance, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { startClientSession, TOKEN_SECONDS } from './session.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * `POST /oauth/token`: OAuth 2.0 client credentials (RFC 6749, 4.4), the client named in the body or by HTTP Basic. No
 * waiting after wrong tries: a secret of 256 random bits is not guessed, and waiting would let anybody shut a partner out.
 */
export function tokenRoute(app: FastifyInstance, owner: pg.Pool): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.post('/oauth/token', { bodyLimit: 10_000 }, async (request, reply) => {
    reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });
    const form = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Record<
      string,
      unknown
    >;
    const grant = form['grant_type'];
    if (grant === undefined) return reply.status(400).send({ error: 'invalid_request' });
    if (grant !== 'client_credentials') return reply.status(400).send({ error: 'unsupported_grant_type' });
    const { id, secret } = basic(request) ?? { id: form['client_id'], secret: form['client_secret'] };
    const named = typeof id === 'string' && UUID.test(id) ? id : null;
    const token = await startClientSession(owner, named, typeof secret === 'string' ? secret : '');
    if (token === null) {
      return reply.status(401).header('www-authenticate', 'Basic realm="Kinfold"').send({ error: 'invalid_client' });
    }
    return {
      access_token: token,
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      scope: 'system/Bundle.c system/*.r',
    };
  });
}

function basic({ headers }: FastifyRequest): { id: string; secret: string } | null {
  const coded = /^Basic ([\w+/=]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (!coded) return null;
  const [id = '', ...secret] = Buffer.from(coded, 'base64').toString('utf8').split(':');
  return { id, secret: secret.join(':') };
}
