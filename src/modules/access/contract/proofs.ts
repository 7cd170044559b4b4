import { z } from 'zod';
import { passkeyAnswer } from './passkey-shapes.ts';

/** One proof of who one is, where several will do. Exactly one is sent. */
export const secondProof = z.union([
  z.strictObject({ totp: z.string().max(20) }),
  z.strictObject({ recoveryCode: z.string().max(40) }),
  z.strictObject({ passkey: passkeyAnswer }),
]);
export type SecondProof = z.output<typeof secondProof>;

/** The same, or the password where there is nothing stronger. */
export const anyProof = z.union([...secondProof.options, z.strictObject({ password: z.string().max(1000) })]);
export type AnyProof = z.output<typeof anyProof>;
