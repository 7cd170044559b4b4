import type pg from 'pg';
import { type Db, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import { ownSession } from './own.ts';
import { type Renewing, renewedToken } from './renew.ts';

const LOCK = statement(
  'access.lock-session',
  'update kinfold.session set locked_at = now() where id = $1 and locked_at is null',
);
const UNLOCK = statement(
  'access.unlock-session',
  `update kinfold.session set locked_at = null, last_seen_at = now() where id = $1 and ended_at is null and ends_at > now()`,
);

/** Locks the session that asks, as idling would. Locking a locked session changes nothing. */
export function lockOwnSession(owner: pg.Pool, tokenHash: Buffer): Promise<void> {
  return transaction(owner, async (db) => {
    const { id, person } = await ownSession(db, tokenHash);
    const { rowCount } = await db.query(LOCK, [id]);
    if (rowCount > 0)
      await appendAccessEvent(db, { operation: 'session.locked', outcome: 'done', person, session: id });
  });
}

/**
 * Opens a session again after its person proved themselves, and returns its new token. Its end stays where it was: twelve
 * hours after it began.
 */
export async function openAgain(
  db: Db,
  { id, person }: { readonly id: string; readonly person: string },
  proof: Renewing & { readonly how: string },
): Promise<string | null> {
  await db.query(UNLOCK, [id]);
  const details = { how: proof.how };
  await appendAccessEvent(db, { operation: 'session.unlocked', outcome: 'done', person, session: id, details });
  return renewedToken(db, id, proof);
}
