/** Words as they rest in the browser: ciphertext, and the random vector that was made for it alone. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const ALGORITHM = 'AES-GCM';
/** In bytes, as NIST SP 800-38D recommends for random ones. */
const IV = 12;

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The key the server derives for this person, as the browser's own: nothing on the page can read it out of it again. */
export const ownKeyFrom = (base64url: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(base64url), ALGORITHM, false, ['encrypt', 'decrypt']);

/** Seals words so that they open only beside what they were sealed with (`about`). */
export async function seal(key: CryptoKey, about: string, words: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const how = { name: ALGORITHM, iv, additionalData: encoded(about) };
  return { iv, sealed: await crypto.subtle.encrypt(how, key, encoded(words)) };
}

/** Opens what `seal` made; null where the key or `about` is another, or a byte was changed. */
export async function unsealed(key: CryptoKey, about: string, { iv, sealed }: Sealed): Promise<string | null> {
  const how = { name: ALGORITHM, iv, additionalData: encoded(about) };
  const plain = await crypto.subtle.decrypt(how, key, sealed).catch(() => null);
  return plain && new TextDecoder().decode(plain);
}
