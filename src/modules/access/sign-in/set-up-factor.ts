import type { z } from 'zod';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { onPool } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { newPasskey } from '../contract/means.ts';
import type { AccessDeps } from '../deps.ts';
import { beginTotp } from '../factors/begin-totp.ts';
import { firstPasskeyChallenge, keepFirstPasskey, readFirstPasskey } from '../factors/first-passkey.ts';
import { confirmTotp, takeTotp } from '../factors/totp.ts';
import { countAttempt, forgetAttempts, secondFactorAttempt } from '../limits/attempts.ts';
import { startSession } from '../sessions/start.ts';
import { tellChanged } from '../tell-changed.ts';
import { stillWithout, whoSetsUp } from './owed-factor.ts';
import { peekStep, takeStep } from './steps.ts';

interface From {
  readonly device: string | null;
  readonly former: Buffer | null;
}

/** Whose ticket it is. Nothing is open to them yet but setting up what their agency demands. */
async function holder(deps: AccessDeps, ticket: string) {
  const db = onPool(deps.owner);
  const { person } = await peekStep(db, 'set-up-factor', ticket);
  if (!person) throw new Refusal(401, 'ticket-expired');
  return whoSetsUp(db, person);
}

/** Begins to set up an authenticator app. */
export async function setUpTotp(deps: AccessDeps, ticket: string) {
  const who = await holder(deps, ticket);
  return transaction(deps.owner, async (db) => {
    await stillWithout(db, who.person);
    const begun = await beginTotp(db, deps, who);
    await appendAccessEvent(db, { operation: 'sign-in.totp-started', outcome: 'done', person: who.person });
    return begun;
  });
}

/** Confirms it and lets the person in; returns the session's token. Throws what is wrong with the code on the field, and 429. */
export async function confirmSetUpTotp(
  deps: AccessDeps,
  asked: From & { readonly ticket: string; readonly code: string; readonly address: string },
): Promise<string> {
  const { person } = await holder(deps, asked.ticket);
  const attempt = secondFactorAttempt(deps.secret, person, asked.address);
  await countAttempt(deps.owner, attempt);
  const done = await transaction(deps.owner, async (db) => {
    await stillWithout(db, person);
    const verdict = await takeTotp(db, deps.secret, person, asked.code, deps.clock.now(), false);
    if (verdict !== 'right') return { verdict };
    await forgetAttempts(db, attempt);
    await confirmTotp(db, person);
    await appendAccessEvent(db, { operation: 'sign-in.totp-added', outcome: 'done', person });
    return { verdict, token: await letIn(db, person, 'totp', asked) };
  });
  if (done.verdict !== 'right') throw wrongField('code', done.verdict);
  await tellChanged(deps, person);
  return done.token;
}

export async function setUpPasskeyChallenge(deps: AccessDeps, ticket: string) {
  return firstPasskeyChallenge(onPool(deps.owner), deps, await holder(deps, ticket));
}

/** Keeps the passkey and lets the person in; returns the session's token. */
export async function setUpPasskey(
  deps: AccessDeps,
  asked: From & { readonly ticket: string; readonly passkey: z.output<typeof newPasskey> },
): Promise<string> {
  const { person } = await holder(deps, asked.ticket);
  const passkey = await readFirstPasskey(onPool(deps.owner), deps, person, asked.passkey);
  const token = await transaction(deps.owner, async (db) => {
    await stillWithout(db, person);
    const details = { passkey: await keepFirstPasskey(db, person, passkey) };
    await appendAccessEvent(db, { operation: 'sign-in.passkey-added', outcome: 'done', person, details });
    return letIn(db, person, 'passkey', asked);
  });
  await tellChanged(deps, person);
  return token;
}

async function letIn(
  db: Transaction,
  person: string,
  how: 'totp' | 'passkey',
  { ticket, device, former }: From & { readonly ticket: string },
): Promise<string> {
  await takeStep(db, 'set-up-factor', ticket);
  return startSession(db, { person, device, former, how, steppedUp: true });
}
