import type { FastifyInstance } from 'fastify';
import type { Actor } from '#modules/access/model.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { mountCommand, mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { day } from '#shared/calendar-day.ts';
import { amendContact } from './commands/amend-contact.ts';
import { recordContact } from './commands/record-contact.ts';
import { withdrawContact } from './commands/withdraw-contact.ts';
import * as contract from './contract.ts';
import type { SignedNote } from './model.ts';
import { contactsOf, withdrawnContactsOf } from './queries.ts';

export function contactRoutes(app: FastifyInstance, deps: RouteDeps & { readonly shelf: PolicyShelf }): void {
  const titleOf = ({ programme, agency, locale }: Actor, { aboutDuty, on }: SignedNote): string | null => {
    const [rule] = aboutDuty?.split('#') ?? [];
    return rule ? (deps.shelf.ruleOn(programme, agency, rule, day(on))?.title[locale] ?? null) : null;
  };
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
    const titled = <N extends SignedNote>(note: N): N => ({ ...note, aboutTitle: titleOf(reader, note) });
    return { answer: { contacts: (await found).map(titled) }, chart: params.chart };
  });
  mountRead(app, deps, contract.listWithdrawnContacts, async ({ db }, { params }) => ({
    answer: { contacts: await withdrawnContactsOf(db, params.chart) },
    chart: params.chart,
  }));
}
