import type { FastifyInstance } from 'fastify';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { standingCounts } from '#modules/duties/standing-counts.ts';
import { mountCommand, mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { askWhy } from './commands/ask-why.ts';
import { assignCareManager } from './commands/assign-care-manager.ts';
import { endEnrolment } from './commands/end-enrolment.ts';
import { startEnrolment } from './commands/start-enrolment.ts';
import { transferChart } from './commands/transfer-chart.ts';
import * as contract from './contract.ts';
import { loads, unassigned } from './queries.ts';

/** The caseload limits of the policy pack on a day, as the agency has them. */
export type RatioOf = (
  programme: string,
  agency: number,
  today: string,
) => {
  readonly families: number;
  readonly careManagers: number;
  readonly source: string;
  readonly clause: { readonly pack: string; readonly id: string; readonly cite: string } | null;
  readonly over: (count: { readonly families: number } | { readonly careManagers: number }) => boolean;
};

export function enrolmentRoutes(
  app: FastifyInstance,
  deps: RouteDeps & { readonly ratioOf: RatioOf; readonly shelf: PolicyShelf },
): void {
  mountCommand(app, deps, contract.startEnrolment, (command, { body }) => startEnrolment(command, deps.shelf, body));
  mountCommand(app, deps, contract.endEnrolment, (command, { body }) => endEnrolment(command, deps.shelf, body));
  mountCommand(app, deps, contract.transferChart, (command, { body }) => transferChart(command, body));
  mountCommand(app, deps, contract.assignCareManager, async (command, { body }) => {
    await askWhy(command, deps.ratioOf, [{ chart: command.existing().id, seat: body.seat }], body.reason);
    return assignCareManager(command, body);
  });
  mountRead(app, deps, contract.readCaseloads, async ({ db, actor, nowMs }) => {
    const { today, agency, programme } = await actor();
    const [carriers, nobody] = await Promise.all([loads(db, today, agency), unassigned(db)]);
    const at = { today, now: new Date(nowMs).toISOString() };
    const counts = await standingCounts(
      db,
      carriers.flatMap(({ held }) => held),
      at,
    );
    const { over, ...ratio } = deps.ratioOf(programme, agency, today);
    const supervisedBy = (name: string) => carriers.filter(({ supervisor }) => supervisor === name).length;
    const careManagers = carriers.map(({ held, quiet14, quiet30, ...carrier }) => ({
      ...carrier,
      // Of some of somebody's charts nothing is counted: it would read as all there is.
      ...(held.length < carrier.charts
        ? { late: null, soon: null, quiet14: null, quiet30: null }
        : {
            late: held.reduce((sum, chart) => sum + (counts.get(chart)?.late ?? 0), 0),
            soon: held.reduce((sum, chart) => sum + (counts.get(chart)?.soon ?? 0), 0),
            ...{ quiet14, quiet30 },
          }),
      overRatio: over({ families: carrier.charts }),
      supervisorOver: carrier.supervisor !== null && over({ careManagers: supervisedBy(carrier.supervisor) }),
    }));
    return {
      answer: { today, ratio, careManagers, unassigned: nobody },
      charts: nobody.map(({ chart }) => chart),
    };
  });
}
