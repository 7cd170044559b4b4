import type { Assertion, Attestation } from '../contract/passkey-shapes.ts';

/** Loaded by the first passkey: with its certificates it is a fifth of what a start would read. */
const library = () => import('@simplewebauthn/server');

/** Where passkeys belong: the host browsers reach us at. A passkey of another host never fits. */
export interface PasskeyPlace {
  readonly host: string;
  readonly origin: string;
}

export function passkeyPlace(publicUrl: string): PasskeyPlace {
  const { hostname, origin } = new URL(publicUrl);
  return { host: hostname, origin };
}

export interface KnownPasskey {
  readonly id: string;
  readonly credential: string;
  readonly person: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

/** The challenge for a new passkey: kept on the device, and opened only by PIN, finger or face. */
export async function registrationOptions(
  { host }: PasskeyPlace,
  person: { readonly id: string; readonly name: string; readonly label: string },
  known: readonly Pick<KnownPasskey, 'credential' | 'transports'>[],
) {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: 'Kinfold',
    rpID: host,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.label,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** The challenge for using one: any of this host's when it is not yet known who comes. */
export async function assertionOptions(
  { host }: PasskeyPlace,
  known: readonly Pick<KnownPasskey, 'credential' | 'transports'>[],
) {
  const allowCredentials = known.map(({ credential, transports }) => ({ id: credential, transports }));
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: host,
    userVerification: 'required',
    ...(known.length > 0 ? { allowCredentials } : {}),
  });
}

export interface MadePasskey {
  readonly credential: string;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** The passkey a browser made for this challenge; null when anything about it is not as asked. */
export async function readMadePasskey(
  place: PasskeyPlace,
  challenge: string,
  response: Attestation,
): Promise<MadePasskey | null> {
  const { verifyRegistrationResponse } = await library();
  const checked = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {}, response: { ...response.response } },
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    requireUserVerification: true,
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  return { credential: id, publicKey: Buffer.from(publicKey), counter };
}

/** The counter after this use; null when the passkey did not sign this challenge here, or went back in its count. */
export async function readUsedPasskey(
  place: PasskeyPlace,
  challenge: string,
  response: Assertion,
  known: KnownPasskey,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await library();
  const checked = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    credential: {
      id: known.credential,
      publicKey: new Uint8Array(known.publicKey),
      counter: known.counter,
      transports: known.transports,
    },
    requireUserVerification: true,
  }).catch(() => null);
  return checked?.verified ? checked.authenticationInfo.newCounter : null;
}
