import type { z } from 'zod';
import { Refusal } from '#modules/record/refusal.ts';
import { type Db, onPool, statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { acceptInvitation, invitationPasskeyOptions } from '../contract/invitation.ts';
import type { AccessDeps } from '../deps.ts';
import { type MadePasskey, passkeyPlace, readMadePasskey, registrationOptions } from '../factors/passkey.ts';
import { keepPasskey } from '../factors/passkeys.ts';
import { attemptOf, forgetAttempts } from '../limits/attempts.ts';
import { type ReadyPassword, readyPassword, setPassword } from '../password/set-password.ts';
import { startSession } from '../sessions/start.ts';
import { addStep, takeStep } from '../sign-in/steps.ts';
import { type OpenInvitation, openInvitation, takeInvitation } from './open-invitation.ts';

const END_SESSIONS = statement(
  'access.end-sessions-on-accept',
  'update kinfold.session set ended_at = now() where person = $1 and ended_at is null',
);
const PROVEN = statement('access.email-proven', 'update kinfold.person set email_proven = true where id = $1');
const CLEAR = ['totp', 'passkey', 'recovery_code'].map((table) =>
  statement(`access.clear-${table}`, `delete from kinfold.${table} where person = $1`),
);

type Accepted = z.output<typeof acceptInvitation.body>;
type Proof =
  | { readonly password: ReadyPassword }
  | { readonly passkey: MadePasskey; readonly label: string; readonly transports: string[] };

/** The challenge for a first passkey. */
export async function invitationPasskey(deps: AccessDeps, { token }: z.output<typeof invitationPasskeyOptions.body>) {
  const db = onPool(deps.owner);
  const { person, name, email } = await openInvitation(db, token);
  const options = await registrationOptions(
    passkeyPlace(deps.publicUrl),
    { id: person, name, label: email ?? name },
    [],
  );
  const ticket = await addStep(db, { kind: 'passkey-register', person, data: { challenge: options.challenge } });
  return { ticket, options };
}

/**
 * Accepts an invitation or a new link: once, with a password or a passkey. All sessions there were end. Returns the
 * session's token, or null when a second factor stays, which must then be used to sign in: a link alone never opens
 * an account that has one. Throws 410 `invitation-over`, 422 for a bad password or passkey.
 */
export async function accept(
  deps: AccessDeps,
  body: Accepted,
  from: { readonly device: string | null; readonly former: Buffer | null; readonly address: string },
): Promise<string | null> {
  const db = onPool(deps.owner);
  const invitation = await openInvitation(db, body.token);
  const proof = await readProof(db, deps, invitation, body);
  return transaction(deps.owner, async (tx) => {
    await takeInvitation(tx, invitation.id);
    const { person, clearsFactors, mailed, secondFactorStays } = invitation;
    if (clearsFactors) for (const clear of CLEAR) await tx.query(clear, [person]);
    await keepProof(tx, person, proof);
    if (mailed) await tx.query(PROVEN, [person]);
    await tx.query(END_SESSIONS, [person]);
    await forgetAttempts(tx, attemptOf(deps.secret, invitation.email ?? person, from.address));
    const details = { by: 'password' in proof ? 'password' : 'passkey', clearsFactors };
    await appendAccessEvent(tx, { operation: 'sign-in.invitation-accepted', outcome: 'done', person, details });
    if (secondFactorStays) return null;
    return startSession(tx, { person, device: from.device, former: from.former, how: 'invitation', steppedUp: true });
  });
}

async function readProof(db: Db, deps: AccessDeps, invitation: OpenInvitation, body: Accepted): Promise<Proof> {
  const { person, secondFactorStays } = invitation;
  if ('password' in body)
    return { password: await readyPassword(db, person, body.password, secondFactorStays, 'password') };
  const { ticket, label, response } = body.passkey;
  const step = await takeStep(db, 'passkey-register', ticket);
  const challenge = String(step.data.challenge);
  const made = step.person === person ? await readMadePasskey(passkeyPlace(deps.publicUrl), challenge, response) : null;
  if (!made) throw new Refusal(422, 'wrong-passkey');
  return { passkey: made, label, transports: response.response.transports };
}

async function keepProof(tx: Transaction, person: string, proof: Proof): Promise<void> {
  if ('password' in proof) return setPassword(tx, person, proof.password);
  if (!(await keepPasskey(tx, person, proof.label, proof.passkey, proof.transports)))
    throw new Refusal(409, 'already-there');
}
