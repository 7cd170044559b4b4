import { z } from 'zod';
import { publicOperation } from './declare.ts';

export const listSingleSignOn = publicOperation({
  name: 'single-sign-on.list',
  method: 'GET',
  path: '/api/oidc',
  says: 'The agencies whose people can sign in through their own identity provider.',
  audit: { none: 'public' },
  answer: z.object({ agencies: z.array(z.object({ agency: z.number(), agencyShort: z.string() })) }),
});

const params = z.object({ agency: z.coerce.number().int() });

/** Both answer with a redirect and no body. */
const redirect = z.unknown();

export const startSingleSignOn = publicOperation({
  name: 'single-sign-on.start',
  method: 'GET',
  path: '/api/oidc/:agency/start',
  says: 'Go to the agency’s identity provider: to sign in, or in one’s own session to unlock it or to step up.',
  audit: { none: 'nothing happened yet' },
  params,
  query: z.object({ for: z.enum(['sign-in', 'unlock', 'step-up']).default('sign-in') }),
  answer: redirect,
});

export const finishSingleSignOn = publicOperation({
  name: 'single-sign-on.callback',
  method: 'GET',
  path: '/api/oidc/:agency/callback',
  says: 'Come back from the identity provider. Ends on our own pages, with `?problem=` when it did not work.',
  audit: { event: 'session.signed-in' },
  params,
  // What a provider sends is its affair; the library checks it.
  query: z.looseObject({}),
  answer: redirect,
});
