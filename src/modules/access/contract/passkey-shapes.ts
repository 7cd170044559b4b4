import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';

const text = z.string().max(20_000);
const credential = { id: z.string().max(2000), rawId: z.string().max(2000), type: z.literal('public-key') };

/** What the browser's passkey dialog gives when a passkey is used. Extensions are not asked for and not read. */
const assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: z.exactOptional(text),
  }),
});
export type Assertion = z.output<typeof assertion>;

/** What the dialog gives when a passkey is made. */
export const attestation = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(30)).max(10).default([]),
  }),
});
export type Attestation = z.output<typeof attestation>;

/** A passkey used, with the ticket of the challenge it answers. */
export const passkeyAnswer = z.object({ ticket: z.string().max(100), response: assertion });
export type PasskeyAnswer = z.output<typeof passkeyAnswer>;

// The library makes these and the browser's dialog reads them; we pass them on as they are.
const passedOn = z.looseObject({ challenge: z.string() });
export const requestOptions = passedOn as unknown as z.ZodType<PublicKeyCredentialRequestOptionsJSON>;
export const creationOptions = passedOn as unknown as z.ZodType<PublicKeyCredentialCreationOptionsJSON>;
