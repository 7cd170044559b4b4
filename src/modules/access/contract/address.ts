import { z } from 'zod';
import { done, publicOperation, sessionOperation } from './declare.ts';

export const sendAddressProof = sessionOperation({
  name: 'sign-in.send-address-proof',
  method: 'POST',
  path: '/api/address/proof',
  says: 'Send a link to one’s own mail address, to show that one receives mail there. Reports and alerts wait for that. Three in an hour.',
  audit: { event: 'sign-in.address-proof-sent' },
  answer: done,
});

export const proveAddress = publicOperation({
  name: 'sign-in.prove-address',
  method: 'POST',
  path: '/api/address/prove',
  says: 'Show that the mail arrived, with the token of its link. It opens nothing else.',
  audit: { event: 'sign-in.address-proven' },
  // In the link’s fragment and in bodies, never in an address that could be logged.
  body: z.object({ token: z.string().min(20).max(100) }),
  answer: done,
});
