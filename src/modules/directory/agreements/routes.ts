import type { FastifyInstance } from 'fastify';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { mountAgencyCommand } from '#modules/record/agency-command.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { amendAgreement, endAgreement, recordAgreement, renewAgreement } from './commands.ts';
import * as contract from './contract.ts';
import { presentAgreements } from './present.ts';

/** Agreements of an agency with others; which ones anybody reads is decided again by the database. */
export function agreementRoutes(app: FastifyInstance, deps: RouteDeps & { readonly shelf: PolicyShelf }): void {
  mountRead(app, deps, contract.readAgreements, async ({ db, actor, nowMs }) => ({
    answer: await presentAgreements(db, deps.shelf, await actor(), nowMs),
  }));
  mountAgencyCommand(app, deps, contract.recordAgreement, (command, { body }) => recordAgreement(command, body));
  mountAgencyCommand(app, deps, contract.renewAgreement, (command, { params, body }) =>
    renewAgreement(command, params.agreement, body),
  );
  mountAgencyCommand(app, deps, contract.endAgreement, (command, { params, body }) =>
    endAgreement(command, params.agreement, body),
  );
  mountAgencyCommand(app, deps, contract.amendAgreement, (command, { params, body }) =>
    amendAgreement(command, params.agreement, body),
  );
}
