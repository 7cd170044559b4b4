import type { FastifyInstance } from 'fastify';
import { onPool } from '#platform/database/db.ts';
import * as contract from '../contract/single-sign-on.ts';
import type { AccessDeps } from '../deps.ts';
import { mountPublic } from '../mount.ts';
import { isHttps, setSessionCookie } from '../sessions/cookie.ts';
import { agenciesWithSingleSignOn } from './provider.ts';
import { finishRoundTrip, startRoundTrip } from './sign-in.ts';

const COOKIE = 'kinfold_sign_on';

/** Signing in through an agency's own identity provider. */
export function mountSingleSignOn(app: FastifyInstance, deps: AccessDeps): void {
  // Lax, since the way back comes from another site, where a strict cookie stays behind; it holds only a ticket that
  // binds the way back to this browser and lasts ten minutes.
  const cookie = {
    path: '/api/oidc',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: isHttps(deps.publicUrl),
    maxAge: 600,
  };

  mountPublic(app, deps, contract.listSingleSignOn, async () => ({
    agencies: await agenciesWithSingleSignOn(onPool(deps.owner)),
  }));

  mountPublic(app, deps, contract.startSingleSignOn, async ({ params, query, former, reply }) => {
    const { url, ticket } = await startRoundTrip(deps, params.agency, query.for, former);
    await reply.setCookie(COOKIE, ticket, cookie).redirect(url.href, 303);
    return undefined;
  });

  mountPublic(app, deps, contract.finishSingleSignOn, async ({ params, request, device, former, reply }) => {
    const ticket = request.cookies[COOKIE] ?? '';
    const search = new URL(request.url, deps.publicUrl).search;
    const end = await finishRoundTrip(deps, params.agency, { ticket, search, device, former });
    reply.clearCookie(COOKIE, cookie);
    if (end.went === 'well' && end.token) setSessionCookie(reply, deps.publicUrl, end.token);
    await reply.redirect(end.went === 'well' ? '/app' : `/app/sign-in?problem=${end.why}`, 303);
    return undefined;
  });
}
