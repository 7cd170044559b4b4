import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** 32 random bytes as text. What the database keeps of it is `hashOf(token)`. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A hash that cannot be tried out without the installation's secret: for short codes, addresses and e-mail. */
export function keyedHash(secret: string, purpose: string, value: string): Buffer {
  return createHmac('sha256', keyFor(secret, purpose)).update(value).digest();
}

/** A key for one purpose, so that what is made for one is worthless for another. */
export function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'kinfold', `kinfold access: ${purpose}`, 32));
}
