import type { FastifyInstance } from 'fastify';
import * as contract from '../contract/session.ts';
import type { AccessDeps } from '../deps.ts';
import { mountPublic } from '../mount.ts';
import { setSessionCookie } from '../sessions/cookie.ts';
import { signInWithPassword } from './with-password.ts';

/** The ways in. */
export function mountSignIn(app: FastifyInstance, deps: AccessDeps): void {
  mountPublic(app, deps, contract.signIn, async ({ body, address, device, former, reply }) => {
    const outcome = await signInWithPassword(deps, { ...body, address, device, former });
    if (outcome.state === 'second-factor') return outcome;
    setSessionCookie(reply, deps.publicUrl, outcome.token);
    return { state: 'signed-in' as const };
  });
}
