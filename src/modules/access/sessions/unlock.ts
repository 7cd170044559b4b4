import { onPool } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { AccessDeps } from '../deps.ts';
import { attemptOf, countAttempt, forgetAttempts } from '../limits/attempts.ts';
import { passwordMatches } from '../password/hash.ts';
import { openAgain } from './lock.ts';
import { type OwnSession, ownSession } from './own.ts';

/** Unlocks by password; guesses here count together with those at sign-in. Throws `wrong-password` (401) or 429. */
export async function unlockWithPassword(
  deps: AccessDeps,
  tokenHash: Buffer,
  password: string,
  address: string,
): Promise<void> {
  const session = await ownSession(onPool(deps.owner), tokenHash);
  const attempt = await provePassword(deps, session, password, address, 'session.unlock-refused');
  await transaction(deps.owner, async (db) => {
    await forgetAttempts(db, attempt);
    await openAgain(db, session.id, session.person, 'password');
  });
}

/** Checks the password of whoever's session this is; a wrong one is counted and audited under `refusal`. */
export async function provePassword(
  deps: AccessDeps,
  session: OwnSession,
  password: string,
  address: string,
  refusal: 'session.unlock-refused' | 'session.step-up-refused' | 'sign-in.password-change-refused',
): Promise<ReturnType<typeof attemptOf>> {
  const attempt = attemptOf(deps.secret, session.email ?? session.person, address);
  await countAttempt(deps.owner, attempt);
  if (await passwordMatches(session.passwordHash, password)) return attempt;
  await appendAccessEvent(onPool(deps.owner), {
    operation: refusal,
    outcome: 'refused',
    person: session.person,
    session: session.id,
    details: { code: 'wrong-password' },
  });
  throw new Refusal(401, 'wrong-password');
}
