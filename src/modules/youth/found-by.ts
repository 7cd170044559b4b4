import type { CalendarDay } from '#shared/calendar-day.ts';
import { blockingKeys, type MatchPerson } from './matching.ts';
import { foldName, nameTokens, soundKeys } from './names.ts';

/** One way a chart can be found; see the `name_key` table. */
export interface FoundBy {
  readonly kind: 'name' | 'sound' | 'identifier' | 'telephone' | 'match' | 'whole';
  readonly token: string;
}

/** A telephone number without its area code. */
export const LOCAL_DIGITS = 7;

export interface Findable {
  readonly first: string;
  readonly last: string;
  readonly preferred: string | null;
  readonly birthDay: CalendarDay | null;
  readonly addressLine: string | null;
  readonly zip: string | null;
  readonly telephones: readonly string[];
  readonly identifiers: readonly string[];
}

/**
 * All keys of one youth: name parts, their sounds, identifiers, telephone digits, keys for likely duplicates, and whole names
 * (legal, and preferred with the last name), which no search reads: emergency access compares them.
 */
export function foundBy(youth: Findable): readonly FoundBy[] {
  const names = [youth.first, youth.last, youth.preferred ?? ''];
  const person: MatchPerson = {
    name: { first: youth.first, last: youth.last, preferred: youth.preferred },
    birthDay: youth.birthDay,
    address: { line: youth.addressLine, zip: youth.zip },
    telephones: youth.telephones,
  };
  const groups: Record<FoundBy['kind'], readonly string[]> = {
    name: names.flatMap((name) => nameTokens(name)),
    sound: names.flatMap((name) => soundKeys(name)),
    identifier: youth.identifiers.map((identifier) => foldName(identifier).replaceAll(' ', '')),
    telephone: youth.telephones.flatMap((number) => {
      const digits = number.replace(/\D/g, '');
      // People of one county tell a number without its area code.
      return [digits.slice(-10), digits.slice(-LOCAL_DIGITS)];
    }),
    match: blockingKeys(person),
    whole: [youth.first, ...(youth.preferred ? [youth.preferred] : [])].map((first) =>
      foldName(`${first} ${youth.last}`),
    ),
  };
  return (Object.keys(groups) as FoundBy['kind'][]).flatMap((kind) =>
    [...new Set(groups[kind])].filter((token) => token !== '').map((token) => ({ kind, token })),
  );
}
