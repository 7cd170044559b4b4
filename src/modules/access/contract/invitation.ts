import { z } from 'zod';
import { publicOperation } from './declare.ts';
import { newPasskey } from './means.ts';
import { creationOptions } from './passkey-shapes.ts';
import { setUpNeeded, signedIn } from './session.ts';

/** Travels in the link's fragment and in bodies, never in an address that could be logged. */
const token = z.string().min(20).max(100);

export const readInvitation = publicOperation({
  name: 'invitation.read',
  method: 'POST',
  path: '/api/invitation/read',
  says: 'What an invitation is for, to whoever holds its link.',
  audit: { none: 'nothing happened yet' },
  body: z.object({ token }),
  answer: z.object({
    name: z.string(),
    agencyName: z.string(),
    locale: z.enum(['en', 'es']),
    /** How long a password must at least be. */
    leastLength: z.number(),
  }),
});

export const invitationPasskeyOptions = publicOperation({
  name: 'invitation.passkey-options',
  method: 'POST',
  path: '/api/invitation/passkey-options',
  says: 'The challenge for a first passkey instead of a password.',
  audit: { none: 'nothing happened yet' },
  body: z.object({ token }),
  answer: z.object({ ticket: z.string(), options: creationOptions }),
});

export const acceptInvitation = publicOperation({
  name: 'invitation.accept',
  method: 'POST',
  path: '/api/invitation/accept',
  says: 'Accept with a password or a passkey; works once. Somebody with a second factor then signs in with it; somebody whose agency demands one sets it up first.',
  audit: { event: 'sign-in.invitation-accepted' },
  body: z.union([
    z.strictObject({ token, password: z.string().min(1).max(1000) }),
    z.strictObject({ token, passkey: newPasskey }),
  ]),
  answer: z.discriminatedUnion('state', [signedIn, z.object({ state: z.literal('sign-in-now') }), setUpNeeded]),
});
