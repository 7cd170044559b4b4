import { Refusal } from '#modules/record/refusal.ts';
import { type Db, onPool } from '#platform/database/db.ts';
import type { AccessDeps } from '../deps.ts';
import { ownSession } from '../sessions/own.ts';
import { addStep, peekStep, type Step } from '../sign-in/steps.ts';
import { assertionOptions, passkeyPlace } from './passkey.ts';
import { passkeysOf } from './passkeys.ts';

type For =
  | { readonly for: 'sign-in' }
  | { readonly for: 'second-factor'; readonly ticket: string }
  | { readonly for: 'own-session' };

/** A challenge for a passkey, good for one answer within ten minutes. */
export async function passkeyChallenge(deps: AccessDeps, asked: For, tokenHash: Buffer | null) {
  const db = onPool(deps.owner);
  const whose = await whoseStep(db, asked, tokenHash);
  const known = whose.person ? await passkeysOf(db, whose.person) : [];
  if (whose.person && known.length === 0) throw new Refusal(409, 'no-passkey');
  const options = await assertionOptions(passkeyPlace(deps.publicUrl), known);
  return { ticket: await addStep(db, { ...whose, data: { challenge: options.challenge } }), options };
}

async function whoseStep(
  db: Db,
  asked: For,
  tokenHash: Buffer | null,
): Promise<Pick<Step, 'kind' | 'person' | 'session'>> {
  if (asked.for === 'sign-in') return { kind: 'passkey-sign-in', person: null, session: null };
  if (asked.for === 'second-factor') {
    const { person } = await peekStep(db, 'second-factor', asked.ticket);
    return { kind: 'passkey-prove', person, session: null };
  }
  if (!tokenHash) throw new Refusal(401, 'signed-out');
  const { id, person } = await ownSession(db, tokenHash);
  return { kind: 'passkey-prove', person, session: id };
}
