import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { sqlState, wrongField } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import { invite } from '../contract/people.ts';
import { createPerson } from '../create-person.ts';
import type { Capacity } from '../model.ts';
import { type AgencyKind, capacitiesOf } from './capacities-of-agency.ts';

const AGENCY = statement(
  'access.agency-to-join',
  'select kind, (kinfold.present() at time zone zone)::date as today from kinfold.agency where id = $1',
);

const ADDRESS_TAKEN = '23505';

export interface AddedPerson {
  readonly name: string;
  readonly email: string;
  readonly capacity: Capacity;
  /** The agency's number. */
  readonly agency: number;
  readonly passwordHash: string;
}

/**
 * Adds a person with a seat from today on, for whoever holds the owner's connection: how an installation gets its first
 * administrator. Both or neither, and noted in the trail of the agency, under the new person since nobody in Kinfold did it.
 * Throws 422 on `name`, `email` (`invalid`, `already-in-use`), `agency` or `capacity` (`not-in-this-agency`).
 */
export async function addAtCommandLine(
  owner: pg.Pool,
  { name, email, capacity, agency, passwordHash }: AddedPerson,
): Promise<{ person: string; seat: string }> {
  const said = invite.body.pick({ name: true, email: true }).safeParse({ name, email });
  if (!said.success) throw wrongField(String(said.error.issues[0]?.path[0] ?? 'email'), 'invalid');
  const [person, seat] = [randomUUID(), randomUUID()];
  await transaction(owner, async (db) => {
    const [there] = (await db.query<{ kind: AgencyKind; today: string }>(AGENCY, [agency])).rows;
    if (!there) throw wrongField('agency', 'unknown');
    if (!capacitiesOf(there.kind).includes(capacity)) throw wrongField('capacity', 'not-in-this-agency');
    const seats = [{ id: seat, capacity, agency, from: there.today }];
    const added = { id: person, ...said.data, email: said.data.email.toLowerCase(), passwordHash, seats };
    await createPerson(db, added).catch((error: unknown) => {
      throw sqlState(error) === ADDRESS_TAKEN ? wrongField('email', 'already-in-use') : error;
    });
    const details = { seat, capacity };
    await appendAccessEvent(db, { operation: 'people.added-at-command-line', outcome: 'done', person, details });
  });
  return { person, seat };
}
