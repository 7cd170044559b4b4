import type { FastifyInstance } from 'fastify';
import { notFound } from '#modules/record/refusal.ts';
import { mountCommand, mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { raiseAlert } from './commands/alerts.ts';
import { changeYouth } from './commands/change-youth.ts';
import { giveConsent, takeConsentBack } from './commands/consents.ts';
import { addContactPoint, changeContactPoint, endContactPoint } from './commands/contact-points.ts';
import { addOrder, endOrder } from './commands/court-orders.ts';
import { addCoverage, changeCoverage, recordPresumptiveStep } from './commands/coverage.ts';
import { addIdentifier, endIdentifier } from './commands/identifiers.ts';
import { addRelative, changeRelative, endRelative } from './commands/relatives.ts';
import { endRow } from './commands/revise.ts';
import { addSchool, changeSchool } from './commands/schools.ts';
import { linkSibling, unlinkSibling } from './commands/siblings.ts';
import * as contract from './contract.ts';
import { historyOf } from './history.ts';
import { familyOf } from './queries.ts';

export function youthRoutes(app: FastifyInstance, deps: RouteDeps): void {
  mountRead(app, deps, contract.readFamily, async ({ db, actor }, { params }) => {
    const { today } = await actor();
    const family = await familyOf(db, params.chart, today);
    if (!family) throw notFound();
    return { answer: family, chart: params.chart };
  });
  mountRead(app, deps, contract.readHistory, async ({ db }, { params }) => {
    const history = await historyOf(db, params.chart);
    if (!history) throw notFound();
    return { answer: history, chart: params.chart };
  });
  mountCommand(app, deps, contract.changeYouth, (command, { body }) => changeYouth(command, body));
  people(app, deps);
  reach(app, deps);
  circumstances(app, deps);
}

function people(app: FastifyInstance, deps: RouteDeps): void {
  mountCommand(app, deps, contract.addRelative, (command, { body }) => addRelative(command, body));
  mountCommand(app, deps, contract.changeRelative, (command, { params, body }) =>
    changeRelative(command, params.row, body),
  );
  mountCommand(app, deps, contract.endRelative, (command, { params, body }) => endRelative(command, params.row, body));
  mountCommand(app, deps, contract.addOrder, (command, { body }) => addOrder(command, body));
  mountCommand(app, deps, contract.endOrder, (command, { params, body }) => endOrder(command, params.row, body));
  mountCommand(app, deps, contract.linkSibling, (command, { body }) => linkSibling(command, body.other));
  mountCommand(app, deps, contract.giveConsent, (command, { body }) => giveConsent(command, body));
  mountCommand(app, deps, contract.takeConsentBack, (command, { body }) => takeConsentBack(command, body));
  mountCommand(app, deps, contract.unlinkSibling, (command, { body }) =>
    unlinkSibling(command, body.other, body.reason),
  );
}

function reach(app: FastifyInstance, deps: RouteDeps): void {
  mountCommand(app, deps, contract.addContactPoint, (command, { body }) => addContactPoint(command, body));
  mountCommand(app, deps, contract.changeContactPoint, (command, { params, body }) =>
    changeContactPoint(command, params.row, body),
  );
  mountCommand(app, deps, contract.endContactPoint, (command, { params, body }) =>
    endContactPoint(command, params.row, body),
  );
  mountCommand(app, deps, contract.addIdentifier, (command, { body }) => addIdentifier(command, body));
  mountCommand(app, deps, contract.endIdentifier, (command, { body }) => endIdentifier(command, body));
}

function circumstances(app: FastifyInstance, deps: RouteDeps): void {
  mountCommand(app, deps, contract.addCoverage, (command, { body }) => addCoverage(command, body));
  mountCommand(app, deps, contract.changeCoverage, (command, { params, body }) =>
    changeCoverage(command, params.row, body),
  );
  mountCommand(app, deps, contract.endCoverage, async (command, { params, body }) => {
    await endRow(command, 'coverage', params.row, body);
    return {};
  });
  mountCommand(app, deps, contract.recordPresumptiveStep, (command, { body }) => recordPresumptiveStep(command, body));
  mountCommand(app, deps, contract.addSchool, (command, { body }) => addSchool(command, body));
  mountCommand(app, deps, contract.changeSchool, (command, { params, body }) =>
    changeSchool(command, params.row, body),
  );
  mountCommand(app, deps, contract.raiseAlert, (command, { body }) => raiseAlert(command, body));
  mountCommand(app, deps, contract.endAlert, async (command, { params, body }) => {
    await endRow(command, 'alert', params.row, body);
    return {};
  });
}
