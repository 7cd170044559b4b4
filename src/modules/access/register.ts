import type { FastifyInstance } from 'fastify';
import { mountAddress } from './address/routes.ts';
import type { AccessDeps } from './deps.ts';
import { mountMeans } from './factors/routes.ts';
import { mountInvitations } from './invitation/routes.ts';
import { mountOnCall } from './on-call/routes.ts';
import { warmUp } from './password/hash.ts';
import { mountPeople } from './people/routes.ts';
import { mountSessions } from './sessions/routes.ts';
import { mountSignIn } from './sign-in/routes.ts';
import { mountSingleSignOn } from './single-sign-on/routes.ts';

/** Mounts everything about signing in, sessions, and people and seats. */
export async function registerAccess(app: FastifyInstance, deps: AccessDeps): Promise<void> {
  await warmUp();
  mountSignIn(app, deps);
  mountSessions(app, deps);
  mountMeans(app, deps);
  mountAddress(app, deps);
  mountSingleSignOn(app, deps);
  mountInvitations(app, deps);
  mountPeople(app, deps);
  mountOnCall(app, deps);
}
