import { wrongField } from '#modules/record/refusal.ts';
import { onPool } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { AccessDeps } from '../deps.ts';
import { countAttempt, forgetAttempts, secondFactorAttempt } from '../limits/attempts.ts';
import { unlocked } from '../sessions/own.ts';
import { tellChanged } from '../tell-changed.ts';
import { confirmTotp, takeTotp } from './totp.ts';

/** From now on the app is asked for. Throws what is wrong with the code on the field, and 429 like any other guessing. */
export async function confirmOwnTotp(
  deps: AccessDeps,
  tokenHash: Buffer,
  code: string,
  address: string,
): Promise<void> {
  const { id, person } = await unlocked(onPool(deps.owner), tokenHash);
  const attempt = secondFactorAttempt(deps.secret, person, address);
  await countAttempt(deps.owner, attempt);
  const verdict = await transaction(deps.owner, async (db) => {
    const found = await takeTotp(db, deps.secret, person, code, deps.clock.now(), false);
    if (found !== 'right') return found;
    await forgetAttempts(db, attempt);
    await confirmTotp(db, person);
    await appendAccessEvent(db, { operation: 'sign-in.totp-added', outcome: 'done', person, session: id });
    return found;
  });
  if (verdict !== 'right') throw wrongField('code', verdict);
  await tellChanged(deps, person);
}
