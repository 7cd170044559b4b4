import type { FastifyInstance } from 'fastify';
import * as contract from '../contract/on-call.ts';
import type { AccessDeps } from '../deps.ts';
import { lookAtPeople } from '../people/change-people.ts';
import { mountAsked, mountChange } from '../people/routes.ts';
import { arrangeShift, endShift, roster, seatsToArrange } from './roster.ts';

const DONE = { done: true } as const;

/** The on-call roster of one's own agency. */
export function mountOnCall(app: FastifyInstance, deps: AccessDeps): void {
  mountAsked(app, deps, contract.readRoster, (caller) =>
    lookAtPeople(deps, { caller, permission: 'on-call.read', event: 'on-call.read' }, async (db, actor) => {
      const [shifts, seats] = await Promise.all([roster(db, actor.agency), seatsToArrange(db, actor)]);
      return { zone: actor.zone, shifts, seats };
    }),
  );
  mountChange(app, deps, contract.addShift, async (db, actor, { shift, seat, from, to }) => {
    await arrangeShift(db, actor, { shift, seat, from, to });
    return { answer: DONE, details: { shift, seat, from, to } };
  });
  mountChange(app, deps, contract.endShift, async (db, actor, { shift }) => {
    await endShift(db, actor, shift);
    return { answer: DONE, details: { shift } };
  });
}
