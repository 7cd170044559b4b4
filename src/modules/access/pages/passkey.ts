import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { call } from '#web/staff/api.ts';
import { passkeyOptions } from '../contract.ts';

/** What the passkey is asked for: to sign in, as a second factor, or to prove oneself again. */
export type PasskeyPurpose =
  | { readonly for: 'sign-in' }
  | { readonly for: 'second-factor'; readonly ticket: string }
  | { readonly for: 'own-session' };

/** Opens the browser's passkey dialog and answers what the server wants to see. Rejects when the dialog is closed. */
export async function usedPasskey(purpose: PasskeyPurpose) {
  const { ticket, options } = await call(passkeyOptions, { body: purpose });
  const { id, rawId, response } = await startAuthentication({ optionsJSON: options });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    ticket,
    response: {
      id,
      rawId,
      type: 'public-key' as const,
      response: { clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) },
    },
  };
}

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Lets the browser make a passkey for options the server gave. */
export async function madePasskey(options: Creation) {
  const { id, rawId, response } = await startRegistration({ optionsJSON: options });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { id, rawId, type: 'public-key' as const, response: { clientDataJSON, attestationObject, transports } };
}
