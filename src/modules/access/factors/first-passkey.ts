import type { z } from 'zod';
import { Refusal } from '#modules/record/refusal.ts';
import type { Db } from '#platform/database/db.ts';
import type { newPasskey } from '../contract/means.ts';
import type { AccessDeps } from '../deps.ts';
import { addStep, takeStep } from '../sign-in/steps.ts';
import { type MadePasskey, passkeyPlace, readMadePasskey, registrationOptions } from './passkey.ts';
import { keepPasskey } from './passkeys.ts';

type Sent = z.output<typeof newPasskey>;

/** A passkey of somebody who has no session yet, found good. */
export interface FirstPasskey {
  readonly made: MadePasskey;
  readonly label: string;
  readonly transports: string[];
}

/** The challenge for it, good for one answer within ten minutes. */
export async function firstPasskeyChallenge(
  db: Db,
  deps: AccessDeps,
  { person, name, email }: { readonly person: string; readonly name: string; readonly email: string | null },
) {
  const who = { id: person, name, label: email ?? name };
  const options = await registrationOptions(passkeyPlace(deps.publicUrl), who, []);
  const ticket = await addStep(db, { kind: 'passkey-register', person, data: { challenge: options.challenge } });
  return { ticket, options };
}

/** Uses the challenge up. Throws `wrong-passkey` (422) when the answer does not fit it, or it was another's. */
export async function readFirstPasskey(db: Db, deps: AccessDeps, person: string, sent: Sent): Promise<FirstPasskey> {
  const { ticket, label, response } = sent;
  const step = await takeStep(db, 'passkey-register', ticket);
  const challenge = String(step.data.challenge);
  const place = passkeyPlace(deps.publicUrl);
  const theirs = step.person === person && step.session === null;
  const made = theirs ? await readMadePasskey(place, challenge, response) : null;
  if (!made) throw new Refusal(422, 'wrong-passkey');
  return { made, label, transports: response.response.transports };
}

/** Keeps it and returns its id. Throws `already-there` (409) when this very passkey is known. */
export async function keepFirstPasskey(db: Db, person: string, passkey: FirstPasskey): Promise<string> {
  const id = await keepPasskey(db, person, passkey.label, passkey.made, passkey.transports);
  if (!id) throw new Refusal(409, 'already-there');
  return id;
}
