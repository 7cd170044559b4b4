import type { FastifyInstance } from 'fastify';
import type { Actor } from '#modules/access/model.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { nameStored } from '#modules/duties/stored-duty.ts';
import { mountCommand, mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { amendContact } from './commands/amend-contact.ts';
import { recordContact } from './commands/record-contact.ts';
import { withdrawContact } from './commands/withdraw-contact.ts';
import * as contract from './contract.ts';
import { contactsOf, type NoteAbout, withdrawnContactsOf } from './queries.ts';

export function contactRoutes(app: FastifyInstance, deps: RouteDeps & { readonly shelf: PolicyShelf }): void {
  const titleOf = ({ programme, locale }: Actor, { about }: NoteAbout): string | null =>
    about && nameStored(deps.shelf, { programme, holder: about.holder }, about).title[locale];
  mountCommand(app, deps, contract.recordContact, (command, { body }) => recordContact(command, body));
  mountCommand(app, deps, contract.amendContact, (command, { params, body }) =>
    amendContact(command, params.contact, body),
  );
  mountCommand(app, deps, contract.withdrawContact, (command, { params, body }) =>
    withdrawContact(command, params.contact, body.reason),
  );
  mountRead(app, deps, contract.listContacts, async ({ db, actor }, { params, query }) => {
    const found = contactsOf(db, params.chart, query.before ?? null, query.limit);
    found.catch(() => {});
    const reader = await actor();
    const contacts = (await found).map((one) => ({ ...one.note, aboutTitle: titleOf(reader, one) }));
    return { answer: { contacts }, chart: params.chart };
  });
  mountRead(app, deps, contract.listWithdrawnContacts, async ({ db }, { params }) => ({
    answer: { contacts: await withdrawnContactsOf(db, params.chart) },
    chart: params.chart,
  }));
}
