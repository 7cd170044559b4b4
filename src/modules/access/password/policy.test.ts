import { describe, expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { folded } from './folded.ts';
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
  ['one of the stolen, which no word of ours is', 'liverpool1892', 'beside a second factor', 'too-common'],
  ['the same in disguise', '!L1verp00l!', 'beside a second factor', 'too-common'],
  ['digits that many take', '14789632', 'beside a second factor', 'too-common'],
  ['a word of this work', 'CareManager2026', 'alone', 'too-common'],
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

const common = await commonPasswords();

describe('a new password', () => {
  test.each(situations)('%s', (_name, password, where, expected) => {
    expect(passwordProblem(password, { secondFactor: where === 'beside a second factor', about: ABOUT, common })).toBe(
      expected,
    );
  });

  test('the same characters composed differently are equally long', () => {
    expect(sufficesAlone('é'.normalize('NFD').repeat(8))).toBe(false);
    expect(sufficesAlone('é'.normalize('NFC').repeat(15))).toBe(true);
  });

  test('the first three thousand of the published list are refused, whatever stands around them', async () => {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    const listed = dictionary['passwords-common'];
    expect(listed.length).toBeGreaterThan(40_000);
    const free = listed
      .slice(0, 3000)
      .filter((word) => [...word].length >= 8)
      .filter((word) => passwordProblem(word, { secondFactor: true, about: [], common }) !== 'too-common');
    expect(free).toEqual([]);
    expect(common.letters.size).toBeGreaterThan(30_000);
  });

  test('a list read in folded spelling holds only what folding leaves', () => {
    expect([...common.letters].filter((word) => folded(word) !== word)).toEqual([]);
  });
});
