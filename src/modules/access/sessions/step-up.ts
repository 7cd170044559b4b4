import { Refusal } from '#modules/record/refusal.ts';
import { type Db, onPool, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { AnyProof } from '../contract/proofs.ts';
import type { AccessDeps } from '../deps.ts';
import { meansOf, withSecondFactor } from '../factors/prove.ts';
import { forgetAttempts } from '../limits/attempts.ts';
import { type OwnSession, unlocked } from './own.ts';
import { type Renewing, renewedToken } from './renew.ts';
import { provePassword } from './unlock.ts';

const STEP_UP = statement(
  'access.step-up',
  'update kinfold.session set stepped_up_at = kinfold.this_instant() where id = $1',
);

/**
 * Notes a second proof of identity, by the database's clock, which also measures how long it counts, and returns the
 * session's new token.
 */
export async function noteStepUp(
  db: Db,
  session: { readonly id: string; readonly person: string },
  { how, renew }: Renewing & { readonly how: string },
): Promise<string | null> {
  await db.query(STEP_UP, [session.id]);
  const { id, person } = session;
  await appendAccessEvent(db, {
    operation: 'session.stepped-up',
    outcome: 'done',
    person,
    session: id,
    details: { how },
  });
  return renewedToken(db, id, { renew });
}

/**
 * Steps up by whatever proof the person has. The password will do only where there is nothing stronger; otherwise
 * `second-factor-needed` (401).
 */
export async function stepUp(
  deps: AccessDeps,
  tokenHash: Buffer,
  proof: AnyProof,
  { address, renew }: Renewing & { readonly address: string },
): Promise<string | null> {
  const session = await unlocked(onPool(deps.owner), tokenHash);
  if (!('password' in proof)) {
    const about = {
      person: session.person,
      session: session.id,
      proof,
      address,
      refusal: 'session.step-up-refused',
    } as const;
    return withSecondFactor(deps, about, (db) => noteStepUp(db, session, { how: meansOf(proof), renew }));
  }
  if (session.hasTotp || session.hasPasskey) throw new Refusal(401, 'second-factor-needed');
  const attempt = await provePassword(deps, session, proof.password, address, 'session.step-up-refused');
  return transaction(deps.owner, async (db) => {
    await forgetAttempts(db, attempt);
    return noteStepUp(db, session, { how: 'password', renew });
  });
}

/** Throws `step-up-needed` (401) unless this session proved itself again within ten minutes. */
export function needStepUp(session: OwnSession): void {
  if (!session.steppedUp) throw new Refusal(401, 'step-up-needed', [], { reasons: ['step-up'] });
}
