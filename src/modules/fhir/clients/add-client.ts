import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { hashOf, newToken } from '#modules/access/tokens.ts';
import { notFound } from '#modules/record/refusal.ts';
import { onPool, statement } from '#platform/database/db.ts';

const ADD = statement(
  'fhir.add-client',
  `insert into kinfold.fhir_client (id, name, seat, secret_hash)
   select $1, $2, s.id, $4 from kinfold.seat s where s.id = $3 returning id`,
);

/**
 * Lets a partner's program send referrals as a seat. The secret is 256 random bits, given once and kept only as its
 * hash. Throws `not-found` when there is no such seat.
 */
export async function addFhirClient(
  owner: pg.Pool,
  { name, seat }: { readonly name: string; readonly seat: string },
): Promise<{ clientId: string; clientSecret: string }> {
  const clientId = randomUUID();
  const clientSecret = newToken();
  const { rowCount } = await onPool(owner).query(ADD, [clientId, name, seat, hashOf(clientSecret)]);
  if (rowCount === 0) throw notFound();
  return { clientId, clientSecret };
}
