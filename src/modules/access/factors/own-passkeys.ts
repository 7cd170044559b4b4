import { Refusal } from '#modules/record/refusal.ts';
import type { Db } from '#platform/database/db.ts';
import { onPool } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { Attestation } from '../contract/passkey-shapes.ts';
import type { AccessDeps } from '../deps.ts';
import { unlocked } from '../sessions/own.ts';
import { needStepUp } from '../sessions/step-up.ts';
import { addStep, takeStep } from '../sign-in/steps.ts';
import { tellChanged } from '../tell-changed.ts';
import { passkeyPlace, readMadePasskey, registrationOptions } from './passkey.ts';
import { keepPasskey, passkeysOf } from './passkeys.ts';

/** The challenge for a new passkey of whoever asks, with a ticket for the answer. */
export async function passkeyRegistration(db: Db, deps: AccessDeps, tokenHash: Buffer) {
  const session = await unlocked(db, tokenHash);
  needStepUp(session);
  const { id, person, name, email } = session;
  const known = await passkeysOf(db, person);
  const options = await registrationOptions(
    passkeyPlace(deps.publicUrl),
    { id: person, name, label: email ?? name },
    known,
  );
  const ticket = await addStep(db, {
    kind: 'passkey-register',
    person,
    session: id,
    data: { challenge: options.challenge },
  });
  return { ticket, options };
}

/** Keeps the passkey the browser made. Throws `wrong-passkey` (422) or `already-there` (409). */
export async function addOwnPasskey(
  deps: AccessDeps,
  tokenHash: Buffer,
  asked: { readonly ticket: string; readonly label: string; readonly response: Attestation },
): Promise<{ id: string }> {
  const db = onPool(deps.owner);
  const { id: session, person } = await unlocked(db, tokenHash);
  const step = await takeStep(db, 'passkey-register', asked.ticket);
  const challenge = String(step.data.challenge);
  const made =
    step.session === session ? await readMadePasskey(passkeyPlace(deps.publicUrl), challenge, asked.response) : null;
  if (!made) throw new Refusal(422, 'wrong-passkey');
  const id = await transaction(deps.owner, async (tx) => {
    const kept = await keepPasskey(tx, person, asked.label, made, asked.response.response.transports);
    if (!kept) throw new Refusal(409, 'already-there');
    const details = { passkey: kept };
    await appendAccessEvent(tx, { operation: 'sign-in.passkey-added', outcome: 'done', person, session, details });
    return kept;
  });
  await tellChanged(deps, person);
  return { id };
}
