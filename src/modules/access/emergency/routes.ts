import type { FastifyInstance } from 'fastify';
import { mountAgencyCommand } from '#modules/record/agency-command.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import * as contract from './contract.ts';
import { emergencies, ownEmergencies } from './queries.ts';
import { reviewEmergency } from './review-emergency.ts';
import { type TakingDeps, takeEmergency } from './take-emergency.ts';

/**
 * Emergency access widens the reach of somebody who otherwise reaches only the charts assigned to them. Whoever reaches
 * the whole agency has nothing to take and is told so. It never widens categories, agency or programme.
 */
export function emergencyRoutes(app: FastifyInstance, deps: RouteDeps & TakingDeps): void {
  mountAgencyCommand(app, deps, contract.takeEmergencyAccess, (command, { body }) =>
    takeEmergency(command, deps, body),
  );
  mountAgencyCommand(app, deps, contract.reviewEmergencyAccess, (command, { params, body }) =>
    reviewEmergency(command, params.emergency, body.words),
  );
  mountRead(app, deps, contract.listOwnEmergencies, async ({ db, caller }) => {
    const own = await ownEmergencies(db, caller.seat);
    return { answer: { emergencies: own }, charts: own.map(({ chart }) => chart) };
  });
  mountRead(app, deps, contract.listEmergencies, async ({ db }, { query }) => {
    const answer = await emergencies(db, query.state, query.limit);
    return { answer, charts: answer.emergencies.map(({ chart }) => chart) };
  });
}
