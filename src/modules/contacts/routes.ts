import type { FastifyInstance } from 'fastify';
import { mountCommand, mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { amendContact } from './commands/amend-contact.ts';
import { recordContact } from './commands/record-contact.ts';
import { withdrawContact } from './commands/withdraw-contact.ts';
import * as contract from './contract.ts';
import { contactsOf, withdrawnContactsOf } from './queries.ts';

export function contactRoutes(app: FastifyInstance, deps: RouteDeps): void {
  mountCommand(app, deps, contract.recordContact, (command, { body }) => recordContact(command, body));
  mountCommand(app, deps, contract.amendContact, (command, { params, body }) =>
    amendContact(command, params.contact, body),
  );
  mountCommand(app, deps, contract.withdrawContact, (command, { params, body }) =>
    withdrawContact(command, params.contact, body.reason),
  );
  mountRead(app, deps, contract.listContacts, async ({ db }, { params, query }) => ({
    answer: { contacts: await contactsOf(db, params.chart, query.before ?? null, query.limit) },
    chart: params.chart,
  }));
  mountRead(app, deps, contract.listWithdrawnContacts, async ({ db }, { params }) => ({
    answer: { contacts: await withdrawnContactsOf(db, params.chart) },
    chart: params.chart,
  }));
}
