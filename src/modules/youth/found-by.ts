import type { CalendarDay } from '#shared/calendar-day.ts';
import { blockingKeys, type MatchPerson } from './matching.ts';
import { foldName, nameTokens, soundKeys } from './names.ts';

/** One way a chart can be found; see the `name_key` table. */
export interface FoundBy {
  readonly kind: 'name' | 'sound' | 'identifier' | 'telephone' | 'match' | 'whole' | 'family';
  readonly token: string;
}

/** A telephone number without its area code. */
export const LOCAL_DIGITS = 7;

/** As few digits are too many youths' to look by. */
const LEAST_DIGITS = 4;
/** More people of one family than this are no way in: each is a few keys of every chart. */
export const MOST_RELATIVES = 4;

export interface Findable {
  readonly first: string;
  readonly last: string;
  readonly preferred: string | null;
  readonly birthDay: CalendarDay | null;
  readonly addressLine: string | null;
  readonly zip: string | null;
  readonly telephones: readonly string[];
  readonly identifiers: readonly string[];
  /** Names of parents and caregivers; nobody whom a court keeps away. */
  readonly family: readonly string[];
}

/**
 * All keys of one youth: name parts, their sounds, identifiers, telephone digits, names in the family, keys for likely duplicates,
 * and whole names (legal, and preferred with the last name), which no search reads: emergency access compares them.
 */
export function foundBy(youth: Findable): readonly FoundBy[] {
  const names = [youth.first, youth.last, youth.preferred ?? ''];
  const person: MatchPerson = {
    name: { first: youth.first, last: youth.last, preferred: youth.preferred },
    birthDay: youth.birthDay,
    address: { line: youth.addressLine, zip: youth.zip },
    telephones: youth.telephones,
  };
  const own = new Set(names.flatMap((name) => nameTokens(name)));
  const groups: Record<FoundBy['kind'], readonly string[]> = {
    name: [...own],
    sound: names.flatMap((name) => soundKeys(name)),
    // "T-40007" is told as "40007" on the telephone.
    identifier: youth.identifiers.flatMap((identifier) => {
      const digits = identifier.replace(/[^0-9]/g, '');
      return [foldName(identifier).replaceAll(' ', ''), ...(digits.length < LEAST_DIGITS ? [] : [digits])];
    }),
    telephone: youth.telephones.flatMap((number) => {
      const digits = number.replace(/\D/g, '');
      // People of one county tell a number without its area code.
      return [digits.slice(-10), digits.slice(-LOCAL_DIGITS)];
    }),
    match: blockingKeys(person),
    whole: [youth.first, ...(youth.preferred ? [youth.preferred] : [])].map((first) =>
      foldName(`${first} ${youth.last}`),
    ),
    // A family's name that is the youth's own is a key already.
    family: youth.family
      .slice(0, MOST_RELATIVES)
      .flatMap((name) => nameTokens(name))
      .filter((token) => !own.has(token)),
  };
  return (Object.keys(groups) as FoundBy['kind'][]).flatMap((kind) =>
    [...new Set(groups[kind])].filter((token) => token !== '').map((token) => ({ kind, token })),
  );
}
