import type { z } from 'zod';
import { type Db, onPool, statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { acceptInvitation, invitationPasskeyOptions } from '../contract/invitation.ts';
import type { AccessDeps } from '../deps.ts';
import {
  type FirstPasskey,
  firstPasskeyChallenge,
  keepFirstPasskey,
  readFirstPasskey,
} from '../factors/first-passkey.ts';
import { attemptOf, forgetAttempts, secondFactorAttempt } from '../limits/attempts.ts';
import { type ReadyPassword, readyPassword, setPassword } from '../password/set-password.ts';
import { startSession } from '../sessions/start.ts';
import { owesSecondFactor } from '../sign-in/owed-factor.ts';
import { addStep } from '../sign-in/steps.ts';
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
type Proof = { readonly password: ReadyPassword } | { readonly passkey: FirstPasskey };

/** What comes of accepting: a session, or a step still to take before there is one. */
export type Acceptance =
  | { readonly state: 'signed-in'; readonly token: string }
  | { readonly state: 'sign-in-now' }
  | { readonly state: 'set-up-second-factor'; readonly ticket: string };

/** The challenge for a first passkey. */
export async function invitationPasskey(deps: AccessDeps, { token }: z.output<typeof invitationPasskeyOptions.body>) {
  const db = onPool(deps.owner);
  return firstPasskeyChallenge(db, deps, await openInvitation(db, token));
}

/**
 * Accepts an invitation or a new link: once, with a password or a passkey. All sessions there were end. When a second
 * factor stays it must then be used to sign in: a link alone never opens an account that has one. A password where the
 * agency demands a second factor leads to setting one up. Throws 410 `invitation-over`, 422 for a bad password or passkey.
 */
export async function accept(
  deps: AccessDeps,
  body: Accepted,
  from: { readonly device: string | null; readonly former: Buffer | null; readonly address: string },
): Promise<Acceptance> {
  const db = onPool(deps.owner);
  const invitation = await openInvitation(db, body.token);
  const proof = await readProof(db, deps, invitation, body);
  return transaction(deps.owner, async (tx) => {
    await takeInvitation(tx, invitation.id);
    const { person, clearsFactors, mailed, secondFactorStays } = invitation;
    if (clearsFactors) {
      for (const clear of CLEAR) await tx.query(clear, [person]);
      // With the factors go the guesses at them: of a hundred, no other would ever be let try.
      await forgetAttempts(tx, secondFactorAttempt(deps.secret, person, from.address));
    }
    await keepProof(tx, person, proof);
    if (mailed) await tx.query(PROVEN, [person]);
    await tx.query(END_SESSIONS, [person]);
    await forgetAttempts(tx, attemptOf(deps.secret, invitation.email ?? person, from.address));
    const details = { by: 'password' in proof ? 'password' : 'passkey', clearsFactors };
    await appendAccessEvent(tx, { operation: 'sign-in.invitation-accepted', outcome: 'done', person, details });
    if (secondFactorStays) return { state: 'sign-in-now' };
    if ('password' in proof && (await owesSecondFactor(tx, person)))
      return { state: 'set-up-second-factor', ticket: await addStep(tx, { kind: 'set-up-factor', person }) };
    const { device, former } = from;
    return {
      state: 'signed-in',
      token: await startSession(tx, { person, device, former, how: 'invitation', steppedUp: true }),
    };
  });
}

async function readProof(db: Db, deps: AccessDeps, invitation: OpenInvitation, body: Accepted): Promise<Proof> {
  const { person, secondFactorStays } = invitation;
  if ('password' in body)
    return { password: await readyPassword(db, person, body.password, secondFactorStays, 'password') };
  return { passkey: await readFirstPasskey(db, deps, person, body.passkey) };
}

async function keepProof(tx: Transaction, person: string, proof: Proof): Promise<void> {
  if ('password' in proof) return setPassword(tx, person, proof.password);
  await keepFirstPasskey(tx, person, proof.passkey);
}
