import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor } from './tokens.ts';

const ALGORITHM = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/**
 * Seals a secret we must be able to read again (a TOTP secret, a client secret) for one purpose and one owner, so that
 * a sealed value copied to another row does not open. Node's AES-256-GCM; the key comes from the installation's secret.
 */
export function seal(secret: string, purpose: string, owner: string, value: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(ALGORITHM, keyFor(secret, purpose), iv).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made. Throws when the secret, purpose or owner is another, or a byte was changed. */
export function unseal(secret: string, purpose: string, owner: string, sealed: Buffer): string {
  const decipher = createDecipheriv(ALGORITHM, keyFor(secret, purpose), sealed.subarray(0, IV), { authTagLength: TAG })
    .setAAD(Buffer.from(owner))
    .setAuthTag(sealed.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]).toString('utf8');
}
