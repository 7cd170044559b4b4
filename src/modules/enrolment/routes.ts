import type { FastifyInstance } from 'fastify';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { standingCounts } from '#modules/duties/standing-counts.ts';
import { mountCommand, mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { assignCareManager } from './commands/assign-care-manager.ts';
import { endEnrolment } from './commands/end-enrolment.ts';
import { startEnrolment } from './commands/start-enrolment.ts';
import { transferChart } from './commands/transfer-chart.ts';
import * as contract from './contract.ts';
import { loads, unassigned } from './queries.ts';

/** The ratios of the policy pack, as the agency has them today. */
export type RatioOf = (programme: string, agency: number) => { families: number; careManagers: number; source: string };

export function enrolmentRoutes(
  app: FastifyInstance,
  deps: RouteDeps & { readonly ratioOf: RatioOf; readonly shelf: PolicyShelf },
): void {
  mountCommand(app, deps, contract.startEnrolment, (command, { body }) => startEnrolment(command, deps.shelf, body));
  mountCommand(app, deps, contract.endEnrolment, (command, { body }) => endEnrolment(command, deps.shelf, body));
  mountCommand(app, deps, contract.transferChart, (command, { body }) => transferChart(command, body));
  mountCommand(app, deps, contract.assignCareManager, (command, { body }) => assignCareManager(command, body));
  mountRead(app, deps, contract.readCaseloads, async ({ db, actor, nowMs }) => {
    const { today, agency, programme } = await actor();
    const [carriers, nobody] = await Promise.all([loads(db, today, agency), unassigned(db, agency)]);
    const at = { programme, today, now: new Date(nowMs).toISOString() };
    const counts = await standingCounts(
      db,
      deps.shelf,
      carriers.flatMap(({ held }) => held),
      at,
    );
    const careManagers = carriers.map(({ held, ...carrier }) => ({
      ...carrier,
      late: held.reduce((sum, chart) => sum + (counts.get(chart)?.late ?? 0), 0),
      soon: held.reduce((sum, chart) => sum + (counts.get(chart)?.soon ?? 0), 0),
    }));
    return {
      answer: { today, ratio: deps.ratioOf(programme, agency), careManagers, unassigned: nobody },
      charts: nobody.map(({ chart }) => chart),
    };
  });
}
