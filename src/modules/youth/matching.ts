import type { CalendarDay } from '#shared/calendar-day.ts';
import { addressKey } from './address.ts';
import { type BirthDayLikeness, type ComparableDay, compareBirthDays } from './matching-birth-day.ts';
import {
  type ComparableName,
  comparableName,
  compareNames,
  type NameLikeness,
  type PersonName,
} from './matching-names.ts';

export { blockingKeys } from './matching-keys.ts';

/** What is compared of a person. Telephones in E.164: the caregiver's and the youth's own. */
export interface MatchPerson {
  readonly name: PersonName;
  readonly birthDay: CalendarDay | null;
  /** Somebody guessed it; left out: somebody said it. */
  readonly birthDayEstimated?: boolean;
  readonly address: { readonly line: string | null; readonly zip: string | null };
  readonly telephones: readonly string[];
}

/** One thing two records have in common, or do not, and what it counted. */
export type MatchReason =
  | { readonly aspect: 'name'; readonly likeness: NameLikeness; readonly points: number }
  | { readonly aspect: 'birth-day'; readonly likeness: BirthDayLikeness; readonly points: number }
  | { readonly aspect: 'address' | 'telephone'; readonly likeness: 'same'; readonly points: number };

export type MatchBand = 'likely' | 'possible' | 'none';

export interface Match {
  /** 0 to 100. Not a probability: a way to put the strongest first. */
  readonly score: number;
  readonly band: MatchBand;
  readonly reasons: readonly MatchReason[];
}

/**
 * Asks a person to look. Reached by a name that at least sounds the same with the same birth day (35 + 30), by the same
 * name with a birth day one slip away (45 + 20) or near one that somebody guessed (45 + 15), or by a name and both address and telephone without a birth day. Twins
 * (same family name, birth day, home and telephone, other first name: 55) stay below it.
 */
export const LIKELY_FROM = 60;

/**
 * Shown beside a record that is being looked at anyway; makes no work by itself. Twins, and a parent of the same name,
 * fall here.
 */
export const POSSIBLE_FROM = 45;

const NAME_POINTS = { same: 45, sound: 35, near: 35, swapped: 33, part: 35, 'family-name': 0, different: -15 } as const;
const BIRTH_DAY_POINTS = { same: 30, 'one-slip': 20, 'near-estimate': 15, unknown: 0, different: -25 } as const;
const ADDRESS_POINTS = 12;
const TELEPHONE_POINTS = 13;

/** A person made ready once, to be compared with many. */
export interface ComparablePerson {
  readonly name: ComparableName;
  readonly birthDay: ComparableDay | null;
  readonly address: string | null;
  readonly telephones: readonly string[];
}

export function comparable(person: MatchPerson): ComparablePerson {
  const { telephones } = person;
  const birthDay =
    person.birthDay === null ? null : { day: person.birthDay, estimated: person.birthDayEstimated ?? false };
  const address = addressKey(person.address.line, person.address.zip);
  return { name: comparableName(person.name), birthDay, address, telephones };
}

/** How alike two records are, and why. Symmetric: the order of the two does not matter. */
export function compareYouths(a: ComparablePerson, b: ComparablePerson): Match {
  const name = compareNames(a.name, b.name);
  const birthDay = compareBirthDays(a.birthDay, b.birthDay);
  const reasons: MatchReason[] = [
    { aspect: 'name', likeness: name, points: NAME_POINTS[name] },
    { aspect: 'birth-day', likeness: birthDay, points: BIRTH_DAY_POINTS[birthDay] },
  ];
  if (a.address !== null && a.address === b.address)
    reasons.push({ aspect: 'address', likeness: 'same', points: ADDRESS_POINTS });
  if (a.telephones.some((number) => b.telephones.includes(number))) {
    reasons.push({ aspect: 'telephone', likeness: 'same', points: TELEPHONE_POINTS });
  }
  const sum = reasons.reduce((total, reason) => total + reason.points, 0);
  const score = Math.max(0, Math.min(100, sum));
  return { score, band: bandOf(score), reasons };
}

function bandOf(score: number): MatchBand {
  if (score >= LIKELY_FROM) return 'likely';
  return score >= POSSIBLE_FROM ? 'possible' : 'none';
}
