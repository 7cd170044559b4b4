import { describe, expect, it } from 'vitest';
import {
  LANGUAGE_NAMES,
  languageName,
  readLanguageCode,
  readWords,
  type SaidLanguage,
  spokenWords,
  talksIn,
  wrongWith,
} from './languages.ts';
import { languagesInWords, letterWords, talkWords } from './words.ts';

const one = (which: string, said: Partial<SaidLanguage> = {}): SaidLanguage => ({
  code: which in LANGUAGE_NAMES ? which : null,
  words: which in LANGUAGE_NAMES ? null : which,
  ...{ speaks: false, reads: false, talk: false, letters: false },
  ...said,
});
const spanish = one('es', { speaks: true, talk: true });
const english = one('en', { speaks: true, reads: true, letters: true });
const mam = one('Mam', { speaks: true });

describe('a language', () => {
  it('of the law on language access, and signed, has a code of its own', () => {
    const named = ['Spanish', 'Chinese', 'Portuguese', 'Korean', 'Gujarati', 'Arabic', 'Haitian Creole', 'ASL'];
    expect(named.map(readLanguageCode)).toEqual(['es', 'zh', 'pt', 'ko', 'gu', 'ar', 'ht', 'ase']);
  });

  it.each([
    [{ code: 'ase', words: null }, 'American Sign Language'],
    // No name of ours: the platform's.
    [{ code: 'mos', words: null }, 'Mossi'],
    [{ code: null, words: 'Mam' }, 'Mam'],
  ])('%o is called %s', (language, name) => expect(languageName(language)).toBe(name));

  it('has a code that names it again', () => {
    for (const [code, name] of Object.entries(LANGUAGE_NAMES)) expect(readLanguageCode(name)).toBe(code);
  });
});

describe('how somebody talks', () => {
  it.each([
    [[], null, ''],
    [[english], 'English', 'English'],
    [[mam, spanish], 'Spanish', 'Mam, Spanish (preferred)'],
    [[mam, english], 'Mam', 'Mam, English'],
    [[one('en', { reads: true })], null, ''],
  ])('%# is said', (languages, talks, spoken) => {
    expect(talksIn(languages)).toBe(talks);
    expect(spokenWords(languages)).toBe(spoken);
  });

  it('is said with whether an interpreter is wanted', () => {
    const said = (languages: SaidLanguage[], interpreter: boolean | null) => talkWords({ languages, interpreter });
    expect(said([spanish], true)).toBe('talks in Spanish, with an interpreter');
    expect(said([spanish], null)).toBe('talks in Spanish');
    expect(said([], true)).toBe('talks with an interpreter');
    expect(said([], false)).toBeNull();
  });
});

it('letters go out in what is named for them, and in nothing else', () => {
  expect(letterWords([spanish, english])).toBe('letters in English');
  expect(letterWords([one('en', { reads: true })])).toBeNull();
  expect(readWords([one('es', { reads: true }), english])).toBe('Spanish, English (for letters)');
});

it('two versions are compared in words', () => {
  expect(languagesInWords([spanish, english])).toBe('speaks Spanish (preferred), English; reads English');
  expect(languagesInWords([])).toBe('not said');
});

it.each([
  ['nothing', [], null],
  ['a list as it should be', [spanish, english, mam], null],
  ['no name', [{ ...mam, words: null }], 'language-unnamed'],
  ['a code and words', [{ ...spanish, words: 'Castilian' }], 'language-unnamed'],
  ['neither spoken nor read', [one('es')], 'neither-speaks-nor-reads'],
  ['the same in words', [spanish, one('SPANISH', { reads: true })], 'language-twice'],
  ['preferred, and not spoken', [one('es', { reads: true, talk: true })], 'prefers-what-they-do-not-speak'],
  ['for letters, and not read', [{ ...spanish, letters: true }], 'letters-they-do-not-read'],
  ['two preferred', [spanish, { ...english, talk: true }], 'prefers-two'],
])('wrong with %s', (_, languages, wrong) => expect(wrongWith(languages)).toBe(wrong));
