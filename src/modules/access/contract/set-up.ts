import { z } from 'zod';
import { publicOperation } from './declare.ts';
import { newPasskey, newTotp } from './means.ts';
import { creationOptions } from './passkey-shapes.ts';
import { signedIn } from './session.ts';

/** Names a sign-in whose password was right, for ten minutes; opens nothing but what is below. */
const ticket = z.string().max(100);

export const setUpTotp = publicOperation({
  name: 'sign-in.set-up-totp',
  method: 'POST',
  path: '/api/sign-in/set-up/totp',
  says: 'Before one is let in: begin to set up the authenticator app one’s agency demands.',
  audit: { event: 'sign-in.totp-started' },
  body: z.object({ ticket }),
  answer: newTotp,
});

export const confirmSetUpTotp = publicOperation({
  name: 'sign-in.confirm-set-up-totp',
  method: 'POST',
  path: '/api/sign-in/set-up/totp/confirm',
  says: 'Confirm it with a code from it, and be signed in.',
  audit: { event: 'sign-in.totp-added' },
  body: z.object({ ticket, code: z.string().max(20) }),
  answer: signedIn,
});

export const setUpPasskeyOptions = publicOperation({
  name: 'sign-in.set-up-passkey-options',
  method: 'POST',
  path: '/api/sign-in/set-up/passkey-options',
  says: 'The same with a passkey: its challenge.',
  audit: { none: 'nothing happened yet' },
  body: z.object({ ticket }),
  answer: z.object({ ticket: z.string(), options: creationOptions }),
});

export const setUpPasskey = publicOperation({
  name: 'sign-in.set-up-passkey',
  method: 'POST',
  path: '/api/sign-in/set-up/passkey',
  says: 'Keep the passkey the browser made, and be signed in.',
  audit: { event: 'sign-in.passkey-added' },
  body: z.object({ ticket, passkey: newPasskey }),
  answer: signedIn,
});
