import { z } from 'zod';
import { done, sessionOperation } from './declare.ts';
import { attestation, creationOptions } from './passkey-shapes.ts';

export const readMeans = sessionOperation({
  name: 'sign-in.read',
  method: 'GET',
  path: '/api/sign-in-means',
  says: 'How one can sign in: password, authenticator app, passkeys, recovery codes left.',
  audit: { none: 'the reader’s own account' },
  answer: z.object({
    password: z.object({ setAt: z.string().nullable(), sufficesAlone: z.boolean() }).nullable(),
    /** Null without an address. Without `sends`, the installation has no mail server. */
    mail: z.object({ address: z.string(), proven: z.boolean(), sends: z.boolean() }).nullable(),
    totp: z.boolean(),
    recoveryCodesLeft: z.number(),
    passkeys: z.array(
      z.object({ id: z.string(), label: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable() }),
    ),
  }),
});

export const changePassword = sessionOperation({
  name: 'sign-in.change-password',
  method: 'POST',
  path: '/api/password',
  says: 'Set a new password: 15 characters, or 8 beside a second factor. All other sessions end.',
  audit: { event: 'sign-in.password-changed' },
  body: z.object({ current: z.string().max(1000).nullable(), next: z.string().min(1).max(1000) }),
  answer: done,
});

/** What an authenticator app is set up with. */
export const newTotp = z.object({
  secret: z.string(),
  uri: z.string(),
  /** The same as a picture: `data:image/svg+xml;…`. */
  picture: z.string(),
});

/** A passkey the browser just made, with the ticket of the challenge it answers. */
export const newPasskey = z.object({
  ticket: z.string().max(100),
  label: z.string().trim().min(1).max(60),
  response: attestation,
});

export const startTotp = sessionOperation({
  name: 'sign-in.start-totp',
  method: 'POST',
  path: '/api/totp',
  says: 'Begin to set up an authenticator app; it counts once a code from it is confirmed. Needs step-up.',
  audit: { event: 'sign-in.totp-started' },
  answer: newTotp,
});

export const confirmTotp = sessionOperation({
  name: 'sign-in.confirm-totp',
  method: 'POST',
  path: '/api/totp/confirm',
  says: 'Confirm the authenticator app with a code from it.',
  audit: { event: 'sign-in.totp-added' },
  body: z.object({ code: z.string().max(20) }),
  answer: done,
});

export const removeTotp = sessionOperation({
  name: 'sign-in.remove-totp',
  method: 'DELETE',
  path: '/api/totp',
  says: 'Remove the authenticator app. Refused while a short password would be left alone. Needs step-up.',
  audit: { event: 'sign-in.totp-removed' },
  answer: done,
});

export const makeRecoveryCodes = sessionOperation({
  name: 'sign-in.make-recovery-codes',
  method: 'POST',
  path: '/api/recovery-codes',
  says: 'Ten new recovery codes, shown this once; former ones stop working. Needs step-up and a second factor.',
  audit: { event: 'sign-in.recovery-codes-made' },
  answer: z.object({ codes: z.array(z.string()) }),
});

export const passkeyRegistrationOptions = sessionOperation({
  name: 'sign-in.passkey-registration-options',
  method: 'POST',
  path: '/api/passkeys/options',
  says: 'The challenge for a new passkey. Needs step-up.',
  audit: { none: 'nothing happened yet' },
  answer: z.object({ ticket: z.string(), options: creationOptions }),
});

export const addPasskey = sessionOperation({
  name: 'sign-in.add-passkey',
  method: 'POST',
  path: '/api/passkeys',
  says: 'Add the passkey the browser made.',
  audit: { event: 'sign-in.passkey-added' },
  body: newPasskey,
  answer: z.object({ id: z.string() }),
});

export const removePasskey = sessionOperation({
  name: 'sign-in.remove-passkey',
  method: 'DELETE',
  path: '/api/passkeys/:id',
  says: 'Remove a passkey. Refused while a short password would be left alone. Needs step-up.',
  audit: { event: 'sign-in.passkey-removed' },
  params: z.object({ id: z.uuid() }),
  answer: done,
});
