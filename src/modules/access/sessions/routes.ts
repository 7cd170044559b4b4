import type { FastifyInstance } from 'fastify';
import * as contract from '../contract/session.ts';
import type { AccessDeps } from '../deps.ts';
import { mountOwn } from '../mount.ts';
import { setSessionCookie, takeSessionBack } from './cookie.ts';
import { endOwnSession, revokeOtherSession } from './end.ts';
import { listOwnSessions } from './list.ts';
import { lockOwnSession } from './lock.ts';
import { readOwnSession } from './read.ts';
import { stepUp } from './step-up.ts';
import { unlockWithPasskey, unlockWithPassword } from './unlock.ts';

const DONE = { done: true } as const;

/** One's own sessions: read, lock, unlock, end, list. */
export function mountSessions(app: FastifyInstance, deps: AccessDeps): void {
  mountOwn(app, deps, contract.readSession, (tokenHash) => readOwnSession(deps.engine, tokenHash));

  mountOwn(app, deps, contract.lockSession, async (tokenHash) => {
    await lockOwnSession(deps.owner, tokenHash);
    return DONE;
  });

  mountOwn(app, deps, contract.unlockSession, async (tokenHash, { body, address, former, reply }) => {
    const renew = former !== null;
    const token =
      'password' in body
        ? await unlockWithPassword(deps, tokenHash, body.password, { address, renew })
        : await unlockWithPasskey(deps, tokenHash, body.passkey, { renew });
    if (token) setSessionCookie(reply, token);
    return DONE;
  });

  mountOwn(app, deps, contract.stepUp, async (tokenHash, { body, address, former, reply }) => {
    const token = await stepUp(deps, tokenHash, body, { address, renew: former !== null });
    if (token) setSessionCookie(reply, token);
    return DONE;
  });

  mountOwn(app, deps, contract.signOut, async (tokenHash, { reply }) => {
    await endOwnSession(deps.owner, tokenHash);
    takeSessionBack(reply);
    return DONE;
  });

  mountOwn(app, deps, contract.listSessions, async (tokenHash) => ({
    sessions: await listOwnSessions(deps.owner, tokenHash),
  }));

  mountOwn(app, deps, contract.revokeSession, async (tokenHash, { params, reply }) => {
    const { wasOwn } = await revokeOtherSession(deps.owner, tokenHash, params.id);
    if (wasOwn) takeSessionBack(reply);
    return DONE;
  });
}
