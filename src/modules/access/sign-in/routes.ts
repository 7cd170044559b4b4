import type { FastifyInstance } from 'fastify';
import * as contract from '../contract/session.ts';
import type { AccessDeps } from '../deps.ts';
import { passkeyChallenge } from '../factors/challenge.ts';
import { mountPublic } from '../mount.ts';
import { setSessionCookie } from '../sessions/cookie.ts';
import { signInWithPasskey } from './with-passkey.ts';
import { signInWithPassword } from './with-password.ts';
import { signInWithSecondFactor } from './with-second-factor.ts';

/** The ways in. */
export function mountSignIn(app: FastifyInstance, deps: AccessDeps): void {
  mountPublic(app, deps, contract.signIn, async ({ body, address, device, former, reply }) => {
    const outcome = await signInWithPassword(deps, { ...body, address, device, former });
    if (outcome.state === 'second-factor') return outcome;
    setSessionCookie(reply, deps.publicUrl, outcome.token);
    return { state: 'signed-in' as const };
  });

  mountPublic(app, deps, contract.signInWithSecondFactor, async ({ body, address, device, former, reply }) => {
    const token = await signInWithSecondFactor(deps, { ...body, address, device, former });
    setSessionCookie(reply, deps.publicUrl, token);
    return { state: 'signed-in' as const };
  });

  mountPublic(app, deps, contract.passkeyOptions, ({ body, former }) => passkeyChallenge(deps, body, former));

  mountPublic(app, deps, contract.signInWithPasskey, async ({ body, device, former, reply }) => {
    setSessionCookie(reply, deps.publicUrl, await signInWithPasskey(deps, body, { device, former }));
    return { state: 'signed-in' as const };
  });
}
