import { z } from 'zod';
import { read } from '#modules/record/operation.ts';

const own = {
  permission: 'worklist.read',
  audit: { none: 'One’s own choice, about nobody' },
  path: '/api/worklist/digest',
} as const;

export const readDigestChoice = read({
  ...own,
  name: 'worklists.digest',
  says: 'Whether the weekly digest comes to this seat.',
  answer: z.object({
    on: z.boolean(),
    /** Whether it comes to seats of this capacity that chose nothing. */
    usual: z.boolean(),
  }),
});

export const chooseDigest = {
  ...read({
    ...own,
    name: 'worklists.choose-digest',
    says: 'Says whether the weekly digest comes to this seat; null for what is usual for its capacity.',
    body: z.strictObject({ on: z.boolean().nullable() }),
    answer: z.object({ on: z.boolean() }),
  }),
  method: 'PUT' as const,
};
