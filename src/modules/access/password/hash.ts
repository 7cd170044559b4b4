import { hash, verify } from '@node-rs/argon2';

/** OWASP's first recommendation for Argon2id, which is the library's default variant. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Seeds hash one password once and give the hash to many people. */
export const hashPassword = (password: string): Promise<string> => hash(normalised(password), COST);

/**
 * Whether the password is the one hashed. Without a hash (an unknown e-mail, a person without a password) the same
 * work is done against a hash of nothing, so that the time taken tells nothing.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodysHash()), normalised(password));
  return stored !== null && matches;
}

let nobody: Promise<string> | null = null;
function nobodysHash(): Promise<string> {
  nobody ??= hash('a password nobody has', COST);
  return nobody;
}

/** Made before the first request, since the first refusal would otherwise take twice as long. */
export const warmUp = async (): Promise<void> => void (await nobodysHash());

/** The same characters however a keyboard composes them (NIST 800-63B-4, 3.1.1.2). */
const normalised = (password: string): string => password.normalize('NFKC');
