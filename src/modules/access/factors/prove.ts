import { Refusal } from '#modules/record/refusal.ts';
import { onPool } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import { type AccessEvent, appendAccessEvent } from '../audit-row.ts';
import type { SecondProof } from '../contract/proofs.ts';
import type { AccessDeps } from '../deps.ts';
import { countAttempt, forgetAttempts, secondFactorAttempt } from '../limits/attempts.ts';
import { takePasskey } from './passkeys.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { type TotpVerdict, takeTotp } from './totp.ts';

interface Asked {
  readonly person: string;
  readonly session: string | null;
  readonly proof: SecondProof;
  readonly address: string;
  /** What the trail says when it is wrong. */
  readonly refusal: AccessEvent['operation'];
}

/** How a proof is called in the audit trail. */
export function meansOf(proof: SecondProof): 'totp' | 'recovery-code' | 'passkey' {
  if ('totp' in proof) return 'totp';
  return 'recoveryCode' in proof ? 'recovery-code' : 'passkey';
}

/** Each way of proving is answered in its own words: a used recovery code is no reason to wait for the next one. */
const WRONG = { totp: 'wrong-code', 'recovery-code': 'wrong-recovery-code', passkey: 'wrong-passkey' } as const;

/** For whoever runs the installation: nobody's code can be right until the former secret is back. */
const ANOTHER_SECRET =
  'an authenticator app was set up under another installation secret; "kinfold doctor" counts them, docs/reference/settings.md says what to do';

/**
 * Checks a second factor and, in the same transaction, does what it was for. Guesses are counted apart from those of
 * the password, so that knowing the password does not wash them away. Throws 401, `WRONG` by its kind or
 * `app-of-another-secret`, or 429.
 */
export async function withSecondFactor<T>(
  deps: AccessDeps,
  asked: Asked,
  then: (db: Transaction) => Promise<T>,
): Promise<T> {
  const attempt = secondFactorAttempt(deps.secret, asked.person, asked.address);
  await countAttempt(deps.owner, attempt);
  const outcome = await transaction(deps.owner, async (db) => {
    const verdict = await check(db, deps, asked);
    if (verdict !== 'right') return { verdict };
    await forgetAttempts(db, attempt);
    return { verdict, result: await then(db) };
  });
  if (outcome.verdict === 'right') return outcome.result;
  const { person, session, refusal: operation, proof } = asked;
  const code = outcome.verdict;
  if (code === 'app-of-another-secret') deps.log.error(ANOTHER_SECRET);
  const details = { code, how: meansOf(proof) };
  await appendAccessEvent(onPool(deps.owner), { operation, outcome: 'refused', person, session, details });
  throw new Refusal(401, code);
}

type Verdict = TotpVerdict | (typeof WRONG)[keyof typeof WRONG];

async function check(db: Transaction, deps: AccessDeps, { person, session, proof }: Asked): Promise<Verdict> {
  if ('totp' in proof) return takeTotp(db, deps.secret, person, proof.totp, deps.clock.now(), true);
  if ('recoveryCode' in proof) {
    const taken = await takeRecoveryCode(db, deps.secret, person, proof.recoveryCode);
    return taken ? 'right' : WRONG['recovery-code'];
  }
  const used = await takePasskey(db, deps.publicUrl, 'passkey-prove', proof.passkey);
  return used?.person === person && used.session === session ? 'right' : WRONG.passkey;
}
