import { randomInt } from 'node:crypto';
import { keyedHash } from '../tokens.ts';

/** Without letters and digits that are mistaken for each other on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;
export const HOW_MANY = 10;

/** Twelve characters (59 bits), written in threes of four: `k3fm-p9qa-7xwd`. */
export function newRecoveryCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a code. Dashes, spaces and capitals do not matter when it is typed in. */
export function recoveryCodeHash(secret: string, person: string, code: string): Buffer {
  const letters = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return keyedHash(secret, 'recovery code', `${person} ${letters}`);
}
