import type pg from 'pg';
import { notFound } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import { ownSession, unlocked } from './own.ts';
import { needStepUp } from './step-up.ts';

const END = statement(
  'access.end-session',
  'update kinfold.session set ended_at = now() where id = $1 and person = $2 and ended_at is null and ends_at > now()',
);

/** Ends the session that asks; works while it is locked. */
export function endOwnSession(owner: pg.Pool, tokenHash: Buffer): Promise<void> {
  return transaction(owner, async (db) => {
    const { id, person } = await ownSession(db, tokenHash);
    await db.query(END, [id, person]);
    await appendAccessEvent(db, { operation: 'session.signed-out', outcome: 'done', person, session: id });
  });
}

/**
 * Ends another session of the same person, for which a fresh proof is needed: whoever finds a screen open must not be able
 * to shut its owner out elsewhere. Somebody else's answers like one that does not exist.
 */
export function revokeOtherSession(owner: pg.Pool, tokenHash: Buffer, other: string): Promise<{ wasOwn: boolean }> {
  return transaction(owner, async (db) => {
    const session = await unlocked(db, tokenHash);
    const { id, person } = session;
    if (other !== id) needStepUp(session);
    const { rowCount } = await db.query(END, [other, person]);
    if (rowCount === 0) throw notFound();
    await appendAccessEvent(db, {
      operation: 'session.revoked',
      outcome: 'done',
      person,
      session: id,
      details: { revoked: other },
    });
    return { wasOwn: other === id };
  });
}
