import { describe, expect, test } from 'vitest';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { type PasswordProblem, passwordProblem, sufficesAlone } from './policy.ts';

const ABOUT = ['Robin Sample-Rivera', 'robin.sample@harborlight.example', 'Harbor Light Care'];

const situations: readonly [string, string, 'alone' | 'beside a second factor', PasswordProblem | null][] = [
  ['fourteen characters alone', 'xkcd-hdwq-uemz', 'alone', 'too-short'],
  ['fifteen characters alone', 'xkcd-hdwq-uemzr', 'alone', null],
  ['seven beside a second factor', 'xkcdhdw', 'beside a second factor', 'too-short'],
  ['eight beside a second factor', 'xkcdhdwq', 'beside a second factor', null],
  ['a sentence in small letters', 'a long walk to the library', 'alone', null],
  ['spaces and other alphabets', 'ÿ прогулка по лесу', 'alone', null],
  ['fifteen pictures, each one character', '🐢🦊🌲🎻🧭🐢🦊🌲🎻🧭🐢🦊🌲🎻🧭', 'alone', null],
  ['very long', 'ab cd ef '.repeat(29), 'alone', 'too-long'],
  ['a common word with digits', 'sunshine2026', 'beside a second factor', 'too-common'],
  ['a common word in disguise', 'P@$$w0rd!', 'beside a second factor', 'too-common'],
  ['a common word twice', 'passwordpassword', 'alone', 'too-common'],
  ['a common word dressed up to fifteen', '1234welcome1234', 'alone', 'too-common'],
  ['one character', 'aaaaaaaaaaaaaaaaaa', 'alone', 'too-common'],
  ['four characters over and over', 'abababcdcdabcdabcd', 'alone', 'too-common'],
  ['digits in order', '123456789012345', 'alone', 'too-common'],
  ['the keyboard in order', 'qwertyuiopasdfghj', 'alone', 'too-common'],
  ['the alphabet backwards', 'zyxwvutsrqponmlk', 'alone', 'too-common'],
  ['the product’s name', 'Kinfold-Kinfold-1', 'alone', 'about-you'],
  ['one’s own name', 'RobinSample2026!', 'alone', 'about-you'],
  ['one’s e-mail', 'robin.sample@harborlight', 'alone', 'about-you'],
  ['the agency’s name', 'Harbor Light Care 1', 'alone', 'about-you'],
  ['own words within a longer thought', 'Robin watched nine herons land', 'alone', null],
];

describe('a new password', () => {
  test.each(situations)('%s', (_name, password, where, expected) => {
    expect(passwordProblem(password, { secondFactor: where === 'beside a second factor', about: ABOUT })).toBe(
      expected,
    );
  });

  test('the same characters composed differently are equally long', () => {
    expect(sufficesAlone('é'.normalize('NFD').repeat(8))).toBe(false);
    expect(sufficesAlone('é'.normalize('NFC').repeat(15))).toBe(true);
  });

  test('the list of common words is long enough to matter', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(300);
  });
});
