import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { appendAccessEvent } from '#modules/access/audit-row.ts';
import { hashOf, newToken } from '#modules/access/tokens.ts';
import { notFound } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';

const ADD = statement(
  'fhir.add-client',
  `with added as (insert into kinfold.fhir_client (id, name, seat, secret_hash)
     select $1, $2, s.id, $4 from kinfold.seat s where s.id = $3 returning seat)
   select s.person from added join kinfold.seat s on s.id = added.seat`,
);

/**
 * Lets a partner's program send referrals as a seat. The secret is 256 random bits, given once and kept only as its
 * hash. In the trail it stands under the seat's person. Throws `not-found` when there is no such seat.
 */
export async function addFhirClient(
  owner: pg.Pool,
  { name, seat }: { readonly name: string; readonly seat: string },
): Promise<{ clientId: string; clientSecret: string }> {
  const clientId = randomUUID();
  const clientSecret = newToken();
  await transaction(owner, async (db) => {
    const { rows } = await db.query<{ person: string }>(ADD, [clientId, name, seat, hashOf(clientSecret)]);
    const person = rows[0]?.person;
    if (!person) throw notFound();
    const details = { client: clientId, seat };
    await appendAccessEvent(db, { operation: 'people.client-added', outcome: 'done', person, details });
  });
  return { clientId, clientSecret };
}
