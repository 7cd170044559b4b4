import { fold, oneSlipApart } from './fold.ts';
import type { CountyCode } from './model.ts';
import { type Elsewhere, elsewhereByName, elsewhereByZip } from './other-states.ts';
import { COUNTY_NAMES, TOWNS, ZIP_CODES, type ZipCode } from './places.ts';

/** One county that what was written may mean, and the name by which it was recognized. */
export interface Match {
  readonly county: CountyCode;
  readonly by: 'county' | 'zip' | 'town';
  readonly name: string;
}

export interface Finding {
  readonly matches: readonly Match[];
  /** The name was completed or a slip corrected: say what was understood. */
  readonly guessed: boolean;
  /** Set when nothing in New Jersey matched and another state did. */
  readonly elsewhere: Elsewhere | null;
}

const NOTHING: Finding = { matches: [], guessed: false, elsewhere: null };
const MOST_GUESSES = 12;
/** Longer than any address; what follows is not read. */
const LONGEST = 120;

const found = (matches: readonly Match[], guessed = false): Finding => ({ matches, guessed, elsewhere: null });

function countyMatch(name: string): Match | null {
  const county = COUNTY_NAMES.get(name);
  return county ? { county: county.code, by: 'county', name: county.name } : null;
}

/** A bare name means the county of that name and every town of that name in another county. */
function matchesNamed(name: string): readonly Match[] {
  const county = countyMatch(name);
  const towns = (TOWNS.get(name) ?? [])
    .filter((town) => town.county !== county?.county)
    .map((town): Match => ({ county: town.county, by: 'town', name: town.name }));
  return county ? [county, ...towns] : towns;
}

/** The longest run of words that names something, nearest the end: a town follows its street. */
function longestName(words: readonly string[]): string | null {
  for (let length = words.length; length > 0; length -= 1) {
    for (let start = words.length - length; start >= 0; start -= 1) {
      const name = words.slice(start, start + length).join(' ');
      if (TOWNS.has(name) || COUNTY_NAMES.has(name)) return name;
    }
  }
  return null;
}

/** "Cumberland County", "condado de Cumberland": the word settles that the county is meant. */
function saidCounty(text: string): Match | null {
  const said =
    /^(?:county of |condado de )(.+)$/.exec(text) ?? /^(.+) (?:county|co)$/.exec(text) ?? /^condado (.+)$/.exec(text);
  return said?.[1] === undefined ? null : countyMatch(said[1]);
}

/** A ZIP code's counties, narrowed by a town or county written beside it, unless that is only the post office's name. */
function matchesForZip(zip: string, { postOffice, counties }: ZipCode, name: string | null): readonly Match[] {
  const all = counties.map((county): Match => ({ county, by: 'zip', name: zip }));
  if (name === null || name === fold(postOffice)) return all;
  const beside = matchesNamed(name);
  const agreeing = all.filter(({ county }) => beside.some((match) => match.county === county));
  // They contradict each other: one of them is a slip, and only the family knows which.
  return agreeing.length > 0 ? agreeing : [...all, ...beside];
}

function guesses(text: string): Finding {
  if (text.length < 3) return NOTHING;
  const names = [...new Set([...COUNTY_NAMES.keys(), ...TOWNS.keys()])].sort();
  const begun = names.filter((name) => name.startsWith(text));
  const within = begun.length > 0 ? begun : names.filter((name) => name.includes(` ${text}`));
  const close = within.length > 0 || text.length < 5 ? within : names.filter((name) => oneSlipApart(name, text));
  const matches = close.flatMap(matchesNamed);
  const distinct = matches.filter(
    (match, at) => matches.findIndex((m) => m.county === match.county && m.name === match.name) === at,
  );
  return found(distinct.slice(0, MOST_GUESSES), true);
}

/**
 * Which counties a family may mean by what they wrote: a county, a ZIP code (also one that lost its leading zero), a
 * town, an address, the beginning of a name, a name with one slip. Never fails; several matches call for a choice.
 */
export function findByText(written: string): Finding {
  const folded = fold(written.slice(0, LONGEST));
  const text = folded
    .replace(/(?: |^)(?:nj|new jersey|nueva jersey)$|(?: |^)(?:nj|new jersey|nueva jersey)(?= \d)/g, '')
    .trim();
  const inNewJersey = text !== folded;
  const words = text.split(' ').filter((word) => word !== '');
  const zipAt = words.findLastIndex(
    (word, at) => /^\d{5}$/.test(word) || (/^[78]\d{3}$/.test(word) && at === words.length - 1),
  );
  const zip = words[zipAt]?.padStart(5, '0') ?? null;
  const rest = zipAt < 0 ? words : words.slice(0, zipAt);

  const said = saidCounty(rest.join(' '));
  const name = longestName(rest);
  const known = zip === null ? undefined : ZIP_CODES.get(zip);
  if (zip !== null && known) return found(matchesForZip(zip, known, said ? fold(said.name) : name));
  const elsewhere = (zip === null ? null : elsewhereByZip(zip)) ?? (inNewJersey ? null : elsewhereByName(rest));
  // Delaware is also a township in Hunterdon; with another state's ZIP code beside it, it is the state.
  if (elsewhere && (zip !== null || name !== rest.join(' '))) return { ...NOTHING, elsewhere };
  if (said) return found([said]);
  return name === null ? guesses(text) : found(matchesNamed(name));
}
