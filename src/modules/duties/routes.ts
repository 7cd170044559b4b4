import type { FastifyInstance } from 'fastify';
import type { FactRegistry } from '#modules/facts/registry.ts';
import { mountCommand, mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { categoryOfDuty, colleaguesToHand } from './colleagues.ts';
import { decideDuty } from './commands/decide-duty.ts';
import { doneOn } from './commands/done-on.ts';
import { recordFact } from './commands/record-fact.ts';
import * as contract from './contract.ts';
import { explain } from './explain.ts';
import type { PolicyShelf } from './policy-shelf.ts';

export interface DutyDeps extends RouteDeps {
  readonly shelf: PolicyShelf;
  readonly kinds: FactRegistry;
}

export function dutyRoutes(app: FastifyInstance, deps: DutyDeps): void {
  mountCommand(app, deps, contract.exemptDuty, (command, { body }) =>
    decideDuty(command, { ...body, kind: 'exempted' }),
  );
  mountCommand(app, deps, contract.delegateDuty, (command, { body }) =>
    decideDuty(command, { ...body, kind: 'delegated' }),
  );
  mountRead(app, deps, contract.readColleagues, async ({ db }, { params: { chart }, query: { key } }) => ({
    answer: { colleagues: await colleaguesToHand(db, chart, await categoryOfDuty(db, chart, key)) },
    chart,
  }));
  mountCommand(app, deps, contract.reopenDuty, (command, { body }) =>
    decideDuty(command, { ...body, kind: 'reopened' }),
  );
  mountCommand(app, deps, contract.doneOn, (command, { body }) => doneOn(command, deps, body));
  mountCommand(app, deps, contract.recordFact, (command, { body }) => recordFact(command, deps.kinds, body));
  mountRead(app, deps, contract.explainDuty, async ({ db, actor }, { params, query }) => ({
    answer: await explain(db, deps.shelf, await actor(), params.chart, query),
    chart: params.chart,
  }));
}
