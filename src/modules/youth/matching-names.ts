import { nameTokens, soundKeys } from './names.ts';

export interface PersonName {
  readonly first: string;
  readonly last: string;
  readonly preferred?: string | null;
}

/**
 * From the most alike to the least. `part`: one of several given or family names is left out. `swapped`: first for
 * last.
 */
export type NameLikeness = 'same' | 'sound' | 'near' | 'part' | 'swapped' | 'family-name' | 'different';

type PartLikeness = 'same' | 'sound' | 'near' | 'part' | 'different';
const ORDER: readonly PartLikeness[] = ['same', 'sound', 'near', 'part', 'different'];

/**
 * A given name cut off after this many letters still counts as near: `Sof` for `Sofía` whose accent broke an export.
 */
const SHORTEST_BEGINNING = 3;

/** One part of a name with its sounds, worked out once and compared with many. */
interface Token {
  readonly text: string;
  readonly sounds: readonly string[];
}

/** A name taken apart for comparing. */
export interface ComparableName {
  /** The first name, and the preferred name if there is one. */
  readonly given: readonly (readonly Token[])[];
  readonly last: readonly Token[];
}

export function comparableName(name: PersonName): ComparableName {
  const given = name.preferred ? [name.first, name.preferred] : [name.first];
  return { given: given.map(tokens), last: tokens(name.last) };
}

function tokens(name: string): readonly Token[] {
  return nameTokens(name).map((text) => ({ text, sounds: soundKeys(text) }));
}

/** Compares two people's names; a preferred name stands for the first name where that is more alike. */
export function compareNames(a: ComparableName, b: ComparableName): NameLikeness {
  const first = best(a.given.flatMap((one) => b.given.map((other) => compareParts(one, other))));
  const last = compareParts(a.last, b.last);
  if (first !== 'different' && last !== 'different') return worse(first, last);
  if (isSwapped(a, b)) return 'swapped';
  return last === 'different' ? 'different' : 'family-name';
}

function isSwapped(a: ComparableName, b: ComparableName): boolean {
  const alike = (one: readonly Token[], other: readonly Token[]) => compareParts(one, other) !== 'different';
  return a.given.some((one) => alike(one, b.last)) && b.given.some((other) => alike(a.last, other));
}

function compareParts(a: readonly Token[], b: readonly Token[]): PartLikeness {
  if (a.length === 0 || b.length === 0) return 'different';
  if (closedUp(a) === closedUp(b)) return 'same';
  if (a.length !== b.length) return sharesWholePart(a, b) ? 'part' : 'different';
  return a.flatMap((token, at) => b.slice(at, at + 1).map((other) => compareTokens(token, other))).reduce(worse);
}

/** `de la Cruz` and `Delacruz` are one name. */
function closedUp(name: readonly Token[]): string {
  return name.map((token) => token.text).join('');
}

function compareTokens(a: Token, b: Token): PartLikeness {
  if (a.text === b.text) return 'same';
  if (a.sounds.some((sound) => b.sounds.includes(sound))) return 'sound';
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  if (short.length >= SHORTEST_BEGINNING && long.startsWith(short)) return 'near';
  return short.length > SHORTEST_BEGINNING && oneLetterApart(short, long) ? 'near' : 'different';
}

function sharesWholePart(a: readonly Token[], b: readonly Token[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.every(
    (token) => token.text.length > 1 && many.some((other) => compareTokens(token, other) !== 'different'),
  );
}

/** One letter changed, added, left out, or two neighbors exchanged. */
function oneLetterApart(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const left = a.slice(from, a.length - back);
  const right = b.slice(from, b.length - back);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function worse(a: PartLikeness, b: PartLikeness): PartLikeness {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

function best(likenesses: readonly PartLikeness[]): PartLikeness {
  return likenesses.reduce((a, b) => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b), 'different');
}
