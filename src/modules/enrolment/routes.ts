import type { FastifyInstance } from 'fastify';
import { mountCommand, mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { assignCareManager } from './commands/assign-care-manager.ts';
import { endEnrolment } from './commands/end-enrolment.ts';
import { startEnrolment } from './commands/start-enrolment.ts';
import { transferChart } from './commands/transfer-chart.ts';
import * as contract from './contract.ts';
import { loads, unassigned } from './queries.ts';

/** The ratios of the policy pack, as the agency has them today. */
export type RatioOf = (programme: string, agency: number) => { families: number; careManagers: number; source: string };

export function enrolmentRoutes(app: FastifyInstance, deps: RouteDeps & { readonly ratioOf: RatioOf }): void {
  mountCommand(app, deps, contract.startEnrolment, (command, { body }) => startEnrolment(command, body));
  mountCommand(app, deps, contract.endEnrolment, (command, { body }) => endEnrolment(command, body));
  mountCommand(app, deps, contract.transferChart, (command, { body }) => transferChart(command, body));
  mountCommand(app, deps, contract.assignCareManager, (command, { body }) => assignCareManager(command, body));
  mountRead(app, deps, contract.readCaseloads, async ({ db, actor }) => {
    const { today, agency, programme } = await actor();
    const [careManagers, nobody] = await Promise.all([loads(db, today, agency), unassigned(db, agency)]);
    return {
      answer: { today, ratio: deps.ratioOf(programme, agency), careManagers, unassigned: nobody },
      charts: nobody.map(({ chart }) => chart),
    };
  });
}
