import { doubleMetaphone } from 'double-metaphone';
import { remembered } from '#shared/remembered.ts';
import { nicknameGroups } from './names-nicknames.ts';

/** Letters that Unicode does not take apart into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Folded already, as most texts are by the second time. */
const PLAIN_WORD = /^[a-z0-9]+$/;

/** More parts than this are not used for searching or matching; the longest real names have six or seven. */
const MOST_TOKENS = 8;

/**
 * A name for comparing: no accents, lower case, apostrophes closed up (`O’Brien` and `OBrien` are one name), every
 * other mark a single space. Letters of other scripts stay. Never shown to anybody.
 */
export function foldName(name: string): string {
  if (PLAIN_WORD.test(name)) return name;
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The parts of a folded name, in order: `Zoë-Ánh O’Brien` gives `zoe`, `anh`, `obrien`. These are what name search
 * reads.
 */
export const nameTokens = remembered((name: string): readonly string[] => {
  const folded = foldName(name);
  return folded === '' ? [] : folded.split(' ').slice(0, MOST_TOKENS);
});

/**
 * How one part of a name sounds: one or two Double Metaphone codes, primary first. A part the algorithm says nothing
 * about (another script, a lone vowel) stands for itself.
 */
export function soundsOf(token: string): readonly string[] {
  const [primary, secondary] = doubleMetaphone(token);
  if (primary === '') return [token.toUpperCase()];
  return primary === secondary || secondary === '' ? [primary] : [primary, secondary];
}

/** Every sound of every part of a name, and of the names it is short for; sorted, each once. */
export const soundKeys = remembered((name: string): readonly string[] => {
  const keys = new Set<string>();
  for (const token of nameTokens(name)) {
    for (const sound of soundsOf(token)) keys.add(sound);
    for (const group of nicknameGroups(token)) for (const sound of soundsOf(group)) keys.add(sound);
  }
  return [...keys].sort();
});
