import { z } from 'zod';
import { PROGRAMMES } from '#modules/facts/model.ts';
import { CAPACITIES } from '../model.ts';
import { PERMISSIONS, type Permission } from '../permissions.ts';
import { done, publicOperation, sessionOperation } from './declare.ts';
import { passkeyAnswer, requestOptions } from './passkey-shapes.ts';
import { anyProof, secondProof } from './proofs.ts';

const permission = z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]);

export const signedIn = z.object({ state: z.literal('signed-in') });
const secondFactorNeeded = z.object({
  state: z.literal('second-factor'),
  methods: z.array(z.enum(['totp', 'passkey', 'recovery-code'])),
  /** Names this half-done sign-in for ten minutes; worth nothing without the second factor. */
  ticket: z.string(),
});
/** The password was right, and an agency of theirs demands a second factor they do not have: see `setUp…`. */
export const setUpNeeded = z.object({ state: z.literal('set-up-second-factor'), ticket: z.string() });

export const signIn = publicOperation({
  name: 'session.sign-in',
  method: 'POST',
  path: '/api/session',
  says: 'Sign in with e-mail and password. A person with a second factor gets a ticket for it instead of a session; one whose agency demands what they lack gets a ticket to set it up, and can do nothing else.',
  audit: { event: 'session.signed-in' },
  body: z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(1000) }),
  answer: z.discriminatedUnion('state', [signedIn, secondFactorNeeded, setUpNeeded]),
});

export const signInWithSecondFactor = publicOperation({
  name: 'session.second-factor',
  method: 'POST',
  path: '/api/session/second-factor',
  says: 'Finish a sign-in with a code, a recovery code or a passkey.',
  audit: { event: 'session.signed-in' },
  body: z.object({ ticket: z.string().max(100), proof: secondProof }),
  answer: signedIn,
});

export const passkeyOptions = publicOperation({
  name: 'session.passkey-options',
  method: 'POST',
  path: '/api/session/passkey-options',
  says: 'The challenge for a passkey: to sign in, as the second factor of a ticket, or to prove oneself again in one’s own session, locked or not.',
  audit: { none: 'nothing happened yet' },
  body: z.discriminatedUnion('for', [
    z.object({ for: z.literal('sign-in') }),
    z.object({ for: z.literal('second-factor'), ticket: z.string().max(100) }),
    z.object({ for: z.literal('own-session') }),
  ]),
  answer: z.object({ ticket: z.string(), options: requestOptions }),
});

export const signInWithPasskey = publicOperation({
  name: 'session.passkey',
  method: 'POST',
  path: '/api/session/passkey',
  says: 'Sign in with a passkey alone; it proves possession and the person at once.',
  audit: { event: 'session.signed-in' },
  body: passkeyAnswer,
  answer: signedIn,
});

export const readSession = sessionOperation({
  name: 'session.read',
  method: 'GET',
  path: '/api/session',
  says: 'Who is signed in, their seats, and when the session locks and ends. Asking does not keep a session from idling.',
  audit: { none: 'the reader’s own session' },
  answer: z.object({
    id: z.string(),
    person: z.object({ id: z.string(), name: z.string(), locale: z.enum(['en', 'es']) }),
    locked: z.boolean(),
    locksAt: z.string(),
    /** After how many minutes without use it locks: the fewest that an agency of its person asks for. */
    idleMinutes: z.number(),
    endsAt: z.string(),
    steppedUpAt: z.string().nullable(),
    means: z.object({ password: z.boolean(), totp: z.boolean(), passkey: z.boolean() }),
    seats: z.array(
      z.object({
        id: z.string(),
        capacity: z.enum(CAPACITIES),
        label: z.string(),
        title: z.string().nullable(),
        agency: z.number(),
        agencyName: z.string(),
        agencyShort: z.string(),
        programme: z.enum(PROGRAMMES),
        permissions: z.array(permission),
      }),
    ),
  }),
});

export const lockSession = sessionOperation({
  name: 'session.lock',
  method: 'POST',
  path: '/api/session/lock',
  says: 'Lock the session now, as leaving it idle would.',
  audit: { event: 'session.locked' },
  answer: done,
});

export const unlockSession = sessionOperation({
  name: 'session.unlock',
  method: 'POST',
  path: '/api/session/unlock',
  says: 'Open the same session again after it locked; nothing of it is lost.',
  audit: { event: 'session.unlocked' },
  body: z.union([
    z.strictObject({ password: z.string().min(1).max(1000) }),
    z.strictObject({ passkey: passkeyAnswer }),
  ]),
  answer: done,
});

export const stepUp = sessionOperation({
  name: 'session.step-up',
  method: 'POST',
  path: '/api/session/step-up',
  says: 'Prove again who one is, for what needs it within ten minutes. A person with a second factor uses that.',
  audit: { event: 'session.stepped-up' },
  body: anyProof,
  answer: done,
});

export const signOut = sessionOperation({
  name: 'session.sign-out',
  method: 'DELETE',
  path: '/api/session',
  says: 'End this session. Works while it is locked.',
  audit: { event: 'session.signed-out' },
  answer: done,
});

export const listSessions = sessionOperation({
  name: 'session.list',
  method: 'GET',
  path: '/api/sessions',
  says: 'One’s own open sessions on all devices.',
  audit: { none: 'the reader’s own sessions' },
  answer: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        device: z.string().nullable(),
        startedAt: z.string(),
        lastSeenAt: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
});

export const revokeSession = sessionOperation({
  name: 'session.revoke',
  method: 'DELETE',
  path: '/api/sessions/:id',
  says: 'End one of one’s own sessions, on this or another device; another’s needs step-up.',
  audit: { event: 'session.revoked' },
  params: z.object({ id: z.uuid() }),
  answer: done,
});
