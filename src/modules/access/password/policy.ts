import type { CommonPasswords } from './common-passwords.ts';
import { asListed, folded } from './folded.ts';

export const LENGTH_ALONE = 15;
export const LENGTH_BESIDE_SECOND_FACTOR = 8;
const LONGEST = 256;

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'about-you';

export interface PasswordSituation {
  readonly secondFactor: boolean;
  /** The person's name, e-mail and agency, whose words make a bad password. */
  readonly about: readonly string[];
  readonly common: CommonPasswords;
}

/**
 * What is wrong with a password, or null. NIST 800-63B-4, 3.1.1.2: 15 characters alone or 8 beside a second factor,
 * not a common one, not made of the service's or the person's own words; no rule about which characters.
 */
export function passwordProblem(
  password: string,
  { secondFactor, about, common }: PasswordSituation,
): PasswordProblem | null {
  const length = [...password.normalize('NFKC')].length;
  if (length < (secondFactor ? LENGTH_BESIDE_SECOND_FACTOR : LENGTH_ALONE)) return 'too-short';
  if (length > LONGEST) return 'too-long';
  const letters = folded(password);
  if (common.whole.has(asListed(password)) || isCommon(letters, common.letters) || isRun(password)) return 'too-common';
  return isOnly(letters, ['kinfold', ...wordsOf(about)]) ? 'about-you' : null;
}

/** Whether a password may stand without a second factor. */
export const sufficesAlone = (password: string): boolean => [...password.normalize('NFKC')].length >= LENGTH_ALONE;

/** A listed word, once or over and over. */
function isCommon(letters: string, common: ReadonlySet<string>): boolean {
  for (let size = 4; size <= letters.length; size += 1) {
    const word = letters.slice(0, size);
    if (letters.length % size === 0 && common.has(word) && word.repeat(letters.length / size) === letters) return true;
  }
  return false;
}

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
].map((run) => run.repeat(3));

/** A few characters over and over, or a walk along the alphabet, the digits or the keyboard. */
function isRun(password: string): boolean {
  const text = password.toLowerCase();
  const backwards = [...text].reverse().join('');
  return new Set(text).size < 5 || RUNS.some((run) => run.includes(text) || run.includes(backwards));
}

/** Nothing but these words: fewer than four letters are left when they are taken out. */
function isOnly(letters: string, words: readonly string[]): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), letters);
  return left.length < 4 && left.length < letters.length;
}

function wordsOf(about: readonly string[]): string[] {
  return about.flatMap((text) => text.split(/[^\p{L}]+/u).map(folded)).filter((word) => word.length >= 3);
}
