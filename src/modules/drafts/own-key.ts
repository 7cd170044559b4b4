import { hkdfSync } from 'node:crypto';

/** In bytes: AES-256. */
const LENGTH = 32;

/**
 * The key with which one person's browser seals words that have not arrived yet: from the installation's secret, by HKDF
 * (RFC 5869). It is kept nowhere, the same each time, and says nothing about the secret or about anybody else's key.
 */
export function ownKeyOf(secret: string, person: string): Buffer {
  return Buffer.from(
    hkdfSync('sha256', secret, 'kinfold', `kinfold drafts: words of ${person} kept in a browser`, LENGTH),
  );
}
