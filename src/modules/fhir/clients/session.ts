import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { appendAccessEvent } from '#modules/access/audit-row.ts';
import { hashOf, newToken } from '#modules/access/tokens.ts';
import { type Db, onPool, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';

/** How long an access token is good for, in seconds: shorter than the quarter of an hour after which such a session locks. */
export const TOKEN_SECONDS = 600;

export interface FhirClient {
  readonly id: string;
  readonly name: string;
  readonly seat: string;
}

const CLIENT = statement(
  'fhir.client',
  `select c.id, s.person, c.secret_hash as hash, c.disabled_at is null and p.disabled_at is null
     and s.from_day <= (now() at time zone g.zone)::date
     and (s.to_day is null or s.to_day >= (now() at time zone g.zone)::date) as "inForce"
   from kinfold.fhir_client c join kinfold.seat s on s.id = c.seat
   join kinfold.agency g on g.id = s.agency join kinfold.person p on p.id = s.person where c.id = $1`,
);
const START = statement(
  'fhir.start-session',
  `insert into kinfold.session (id, token_hash, person, ends_at, device) values ($1, $2, $3, now() + make_interval(secs => $4), $5)`,
);
const BIND = statement('fhir.bind-session', 'insert into kinfold.fhir_session (session, client) values ($1, $2)');
const OF_SESSION = statement(
  'fhir.client-of-session',
  `select c.id, c.name, c.seat from kinfold.session s join kinfold.fhir_session f on f.session = s.id
   join kinfold.fhir_client c on c.id = f.client and c.disabled_at is null
   where s.token_hash = $1 and s.ended_at is null and s.ends_at > now()`,
);

/**
 * What the session of an access token is found by. Not the plain hash, which is how people's sessions are found: a
 * program's token opens FHIR and nothing else.
 */
export function sessionHashOf(token: string): Buffer {
  return createHash('sha256').update('fhir session: ').update(token).digest();
}

interface KnownClient {
  readonly id: string;
  readonly person: string;
  readonly hash: Buffer;
  /** Neither it nor its seat nor the seat's person was ended. */
  readonly inForce: boolean;
}

/**
 * A fresh access token for a client that proved its secret, or null; `clientId` is null where none was named. Audited as a
 * sign-in, and as a refused one: whose seat it would have been, and which client, never what was sent.
 */
export async function startClientSession(
  owner: pg.Pool,
  clientId: string | null,
  secret: string,
): Promise<string | null> {
  return transaction(owner, async (db) => {
    const client = (await db.query<KnownClient>(CLIENT, [clientId])).rows[0] ?? null;
    // Compared even when there is no such client, so that the time taken tells nothing.
    const right = timingSafeEqual(hashOf(secret), client?.hash ?? hashOf(newToken()));
    if (!client || !right || !client.inForce) return refused(db, client, right);
    const token = newToken();
    const session = randomUUID();
    await db.query(START, [session, sessionHashOf(token), client.person, TOKEN_SECONDS, 'FHIR']);
    await db.query(BIND, [session, client.id]);
    const details = { how: 'client-credentials', client: client.id };
    await appendAccessEvent(db, {
      operation: 'session.signed-in',
      outcome: 'done',
      person: client.person,
      session,
      details,
    });
    return token;
  });
}

async function refused(db: Db, client: KnownClient | null, right: boolean): Promise<null> {
  const code = right ? 'client-not-in-force' : 'wrong-client-secret';
  await appendAccessEvent(db, {
    operation: 'session.sign-in-refused',
    outcome: 'refused',
    person: client?.person ?? null,
    details: { how: 'client-credentials', ...(client ? { code, client: client.id } : { code: 'unknown-client' }) },
  });
  return null;
}

/** The client a token's session belongs to, while it lasts. */
export async function clientOf(owner: pg.Pool, sessionHash: Buffer): Promise<FhirClient | null> {
  return (await onPool(owner).query<FhirClient>(OF_SESSION, [sessionHash])).rows[0] ?? null;
}
