import type { FastifyInstance } from 'fastify';
import { onPool } from '#platform/database/db.ts';
import { clearOwnCookie, ownCookie, setOwnCookie } from '#platform/http/own-cookie.ts';
import * as contract from '../contract/single-sign-on.ts';
import type { AccessDeps } from '../deps.ts';
import { mountPublic } from '../mount.ts';
import { setSessionCookie } from '../sessions/cookie.ts';
import { agenciesWithSingleSignOn } from './provider.ts';
import { finishRoundTrip, startRoundTrip } from './sign-in.ts';

const COOKIE = 'kinfold_sign_on';
/**
 * Lax, since the way back comes from another site, where a strict cookie stays behind; it holds only a ticket that binds
 * the way back to this browser and lasts ten minutes.
 */
const TEN_MINUTES = { sameSite: 'lax', maxAge: 600 } as const;

const problemPage = (why: string) => `/app/sign-in?problem=${why}`;

/** Signing in through an agency's own identity provider. */
export function mountSingleSignOn(app: FastifyInstance, deps: AccessDeps): void {
  mountPublic(app, deps, contract.listSingleSignOn, async () => ({
    agencies: await agenciesWithSingleSignOn(onPool(deps.owner)),
  }));

  mountPublic(app, deps, contract.startSingleSignOn, async ({ params, query, former, reply }) => {
    const left = await startRoundTrip(deps, params.agency, query.for, former);
    if (left) setOwnCookie(reply, COOKIE, left.ticket, TEN_MINUTES);
    await reply.redirect(left ? left.url.href : problemPage('provider'), 303);
    return undefined;
  });

  mountPublic(app, deps, contract.finishSingleSignOn, async ({ params, request, device, former, reply }) => {
    const ticket = ownCookie(request, COOKIE) ?? '';
    const search = new URL(request.url, deps.publicUrl).search;
    const end = await finishRoundTrip(deps, params.agency, { ticket, search, device, former });
    clearOwnCookie(reply, COOKIE);
    if (end.went === 'well' && end.token) setSessionCookie(reply, end.token);
    await reply.redirect(end.went === 'well' ? '/app' : problemPage(end.why), 303);
    return undefined;
  });
}
