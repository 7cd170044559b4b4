import { foldName } from './names.ts';

/** Short forms of street words as the mail writes them (USPS Publication 28), long form to short. */
const SHORT_WORDS: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  place: 'pl',
  boulevard: 'blvd',
  terrace: 'ter',
  circle: 'cir',
  highway: 'hwy',
  parkway: 'pkwy',
  square: 'sq',
  apartment: 'apt',
  unit: 'apt',
  suite: 'ste',
  floor: 'fl',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  saint: 'st',
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
};

/** A street line for comparing: folded, street words short, so `12 North Main Street` and `12 N. MAIN ST` are one. */
export function foldStreet(line: string): string {
  return foldName(line.replace(/#/g, ' apt '))
    .split(' ')
    .map((word) => SHORT_WORDS[word] ?? word)
    .filter((word, index, words) => !(word === 'apt' && words[index - 1] === 'apt'))
    .join(' ');
}

/**
 * Street and five-digit ZIP as one comparable text; `null` when the street is not known or has nothing to tell it
 * apart.
 */
export function addressKey(line: string | null, zip: string | null): string | null {
  if (line === null || zip === null) return null;
  const street = foldStreet(line);
  return street.length < 3 ? null : `${street}|${zip.slice(0, 5)}`;
}
