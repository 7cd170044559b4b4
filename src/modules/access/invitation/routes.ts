import type { FastifyInstance } from 'fastify';
import { onPool } from '#platform/database/db.ts';
import * as contract from '../contract/invitation.ts';
import type { AccessDeps } from '../deps.ts';
import { mountPublic } from '../mount.ts';
import { LENGTH_ALONE, LENGTH_BESIDE_SECOND_FACTOR } from '../password/policy.ts';
import { setSessionCookie } from '../sessions/cookie.ts';
import { accept, invitationPasskey } from './accept.ts';
import { openInvitation } from './open-invitation.ts';

/** What somebody with an invitation's link can do with it. */
export function mountInvitations(app: FastifyInstance, deps: AccessDeps): void {
  mountPublic(app, deps, contract.readInvitation, async ({ body }) => {
    const { name, agencyName, locale, secondFactorStays } = await openInvitation(onPool(deps.owner), body.token);
    return { name, agencyName, locale, leastLength: secondFactorStays ? LENGTH_BESIDE_SECOND_FACTOR : LENGTH_ALONE };
  });

  mountPublic(app, deps, contract.invitationPasskeyOptions, ({ body }) => invitationPasskey(deps, body));

  mountPublic(app, deps, contract.acceptInvitation, async ({ body, device, former, address, reply }) => {
    const accepted = await accept(deps, body, { device, former, address });
    if (accepted.state !== 'signed-in') return accepted;
    setSessionCookie(reply, accepted.token);
    return { state: 'signed-in' as const };
  });
}
