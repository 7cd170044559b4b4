import type { FastifyInstance } from 'fastify';
import * as contract from '../contract/session.ts';
import * as setUp from '../contract/set-up.ts';
import type { AccessDeps } from '../deps.ts';
import { passkeyChallenge } from '../factors/challenge.ts';
import { mountPublic } from '../mount.ts';
import { setSessionCookie } from '../sessions/cookie.ts';
import { confirmSetUpTotp, setUpPasskey, setUpPasskeyChallenge, setUpTotp } from './set-up-factor.ts';
import { signInWithPasskey } from './with-passkey.ts';
import { signInWithPassword } from './with-password.ts';
import { signInWithSecondFactor } from './with-second-factor.ts';

/** The ways in. */
export function mountSignIn(app: FastifyInstance, deps: AccessDeps): void {
  mountPublic(app, deps, contract.signIn, async ({ body, address, device, former, reply }) => {
    const outcome = await signInWithPassword(deps, { ...body, address, device, former });
    if (outcome.state !== 'signed-in') return outcome;
    setSessionCookie(reply, outcome.token);
    return { state: 'signed-in' as const };
  });

  mountPublic(app, deps, contract.signInWithSecondFactor, async ({ body, address, device, former, reply }) => {
    const token = await signInWithSecondFactor(deps, { ...body, address, device, former });
    setSessionCookie(reply, token);
    return { state: 'signed-in' as const };
  });

  mountPublic(app, deps, contract.passkeyOptions, ({ body, former }) => passkeyChallenge(deps, body, former));

  mountPublic(app, deps, contract.signInWithPasskey, async ({ body, device, former, reply }) => {
    setSessionCookie(reply, await signInWithPasskey(deps, body, { device, former }));
    return { state: 'signed-in' as const };
  });

  mountSetUp(app, deps);
}

/** What is open to somebody whose agency demands a second factor they do not have yet: setting one up, and nothing else. */
function mountSetUp(app: FastifyInstance, deps: AccessDeps): void {
  mountPublic(app, deps, setUp.setUpTotp, ({ body }) => setUpTotp(deps, body.ticket));

  mountPublic(app, deps, setUp.confirmSetUpTotp, async ({ body, address, device, former, reply }) => {
    setSessionCookie(reply, await confirmSetUpTotp(deps, { ...body, address, device, former }));
    return { state: 'signed-in' as const };
  });

  mountPublic(app, deps, setUp.setUpPasskeyOptions, ({ body }) => setUpPasskeyChallenge(deps, body.ticket));

  mountPublic(app, deps, setUp.setUpPasskey, async ({ body, device, former, reply }) => {
    setSessionCookie(reply, await setUpPasskey(deps, { ...body, device, former }));
    return { state: 'signed-in' as const };
  });
}
