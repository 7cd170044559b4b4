import { Refusal } from '#modules/record/refusal.ts';
import { onPool } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { PasskeyAnswer } from '../contract/passkey-shapes.ts';
import type { AccessDeps } from '../deps.ts';
import { takePasskey } from '../factors/passkeys.ts';
import { attemptOf, countAttempt, forgetAttempts } from '../limits/attempts.ts';
import { passwordMatches } from '../password/hash.ts';
import { openAgain } from './lock.ts';
import { type OwnSession, ownSession } from './own.ts';
import type { Renewing } from './renew.ts';

type ProofRefusal = 'session.unlock-refused' | 'session.step-up-refused' | 'sign-in.password-change-refused';

/** Unlocks by password; guesses here count together with those at sign-in. Throws `wrong-password` (401) or 429. */
export async function unlockWithPassword(
  deps: AccessDeps,
  tokenHash: Buffer,
  password: string,
  from: Renewing & { readonly address: string },
): Promise<string | null> {
  const session = await ownSession(onPool(deps.owner), tokenHash);
  const attempt = await provePassword(deps, session, password, from.address, 'session.unlock-refused');
  return transaction(deps.owner, async (db) => {
    await forgetAttempts(db, attempt);
    return openAgain(db, session, { how: 'password', renew: from.renew });
  });
}

/** Unlocks by passkey. Throws `wrong-passkey` (401); a challenge of another session does not fit. */
export async function unlockWithPasskey(
  deps: AccessDeps,
  tokenHash: Buffer,
  answer: PasskeyAnswer,
  { renew }: Renewing,
): Promise<string | null> {
  const session = await ownSession(onPool(deps.owner), tokenHash);
  const opened = await transaction(deps.owner, async (db) => {
    const used = await takePasskey(db, deps.publicUrl, 'passkey-prove', answer);
    if (used?.person !== session.person || used.session !== session.id) return null;
    return { token: await openAgain(db, session, { how: 'passkey', renew }) };
  });
  if (opened) return opened.token;
  return refuseProof(deps, session, 'session.unlock-refused', 'wrong-passkey');
}

/** Checks the password of whoever's session this is; a wrong one is counted and audited under `refusal`. */
export async function provePassword(
  deps: AccessDeps,
  session: OwnSession,
  password: string,
  address: string,
  refusal: ProofRefusal,
): Promise<ReturnType<typeof attemptOf>> {
  const attempt = attemptOf(deps.secret, session.email ?? session.person, address);
  await countAttempt(deps.owner, attempt);
  if (await passwordMatches(session.passwordHash, password)) return attempt;
  return refuseProof(deps, session, refusal, 'wrong-password');
}

async function refuseProof(
  deps: AccessDeps,
  session: OwnSession,
  operation: ProofRefusal,
  code: string,
): Promise<never> {
  const { id, person } = session;
  await appendAccessEvent(onPool(deps.owner), {
    operation,
    outcome: 'refused',
    person,
    session: id,
    details: { code },
  });
  throw new Refusal(401, code);
}
