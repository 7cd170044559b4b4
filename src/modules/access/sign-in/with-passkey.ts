import { Refusal } from '#modules/record/refusal.ts';
import { onPool } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { PasskeyAnswer } from '../contract/passkey-shapes.ts';
import type { AccessDeps } from '../deps.ts';
import { takePasskey } from '../factors/passkeys.ts';
import { startSession } from '../sessions/start.ts';

/** Signs in by passkey alone. Throws `wrong-passkey` (401), whatever was wrong about it. */
export async function signInWithPasskey(
  deps: AccessDeps,
  answer: PasskeyAnswer,
  from: { readonly device: string | null; readonly former: Buffer | null },
): Promise<string> {
  const token = await transaction(deps.owner, async (db) => {
    const used = await takePasskey(db, deps.publicUrl, 'passkey-sign-in', answer);
    return used && startSession(db, { ...from, person: used.person, how: 'passkey', steppedUp: true });
  });
  if (token) return token;
  await appendAccessEvent(onPool(deps.owner), {
    operation: 'session.sign-in-refused',
    outcome: 'refused',
    person: null,
    details: { code: 'wrong-passkey' },
  });
  throw new Refusal(401, 'wrong-passkey');
}
