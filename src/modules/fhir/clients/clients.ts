import type pg from 'pg';
import { appendAccessEvent } from '#modules/access/audit-row.ts';
import { onPool, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';

export interface ListedClient {
  readonly id: string;
  readonly name: string;
  readonly seat: string;
  readonly agency: string;
  readonly since: string;
  readonly revokedAt: string | null;
}

const LIST = statement(
  'fhir.list-clients',
  `select c.id, c.name, c.seat, g.short_name as agency, c.created_at as since, c.disabled_at as "revokedAt"
   from kinfold.fhir_client c join kinfold.seat s on s.id = c.seat join kinfold.agency g on g.id = s.agency
   order by c.disabled_at is not null, c.name, c.id`,
);
const REVOKE = statement(
  'fhir.revoke-client',
  `update kinfold.fhir_client c set disabled_at = now() from kinfold.seat s
   where c.id = $1 and c.disabled_at is null and s.id = c.seat returning s.person, s.id as seat`,
);
const END_SESSIONS = statement(
  'fhir.end-client-sessions',
  `update kinfold.session s set ended_at = now() from kinfold.fhir_session f
   where f.session = s.id and f.client = $1 and s.ended_at is null`,
);

/** Every program that was given credentials, those still good first. Secrets are not kept and cannot be shown. */
export async function listFhirClients(owner: pg.Pool): Promise<readonly ListedClient[]> {
  return (await onPool(owner).query<ListedClient>(LIST)).rows;
}

/** Takes credentials back and ends what they opened, noted in the trail. False when there are none of that id that are still good. */
export async function revokeFhirClient(owner: pg.Pool, id: string): Promise<boolean> {
  return transaction(owner, async (tx) => {
    const [revoked] = (await tx.query<{ person: string; seat: string }>(REVOKE, [id])).rows;
    if (!revoked) return false;
    await tx.query(END_SESSIONS, [id]);
    const { person, seat } = revoked;
    const details = { client: id, seat };
    await appendAccessEvent(tx, { operation: 'people.client-revoked', outcome: 'done', person, details });
    return true;
  });
}
