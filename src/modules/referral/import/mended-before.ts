import { compareBirthDays } from '#modules/youth/matching-birth-day.ts';
import { comparableName, compareNames } from '#modules/youth/matching-names.ts';
import { type CalendarDay, day, isoDay } from '#shared/calendar-day.ts';

/** A youth who came in from a row of this sender that somebody mended in the form. */
export interface MendedByHand {
  readonly externalId: string;
  readonly firstName: string;
  readonly lastName: string;
  /** YYYY-MM-DD. */
  readonly birthDay: string;
  /** YYYY-MM-DD. */
  readonly receivedOn: string;
}

/** What a row says by which a youth is known again. */
export interface SaidOfYouth {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDay: CalendarDay;
  readonly received: { readonly on: string };
}

/** A row that somebody mended in the form: the number it came in under, and who it is; null to whoever does not reach that youth. */
export interface MendedRow {
  readonly externalId: string;
  readonly youth: MendedByHand | null;
}

type NameAndBirthDay = Pick<SaidOfYouth, 'firstName' | 'lastName'> & {
  /** Null where it cannot be read. */
  readonly birthDay: CalendarDay | null;
};

const sameName = (one: MendedByHand, { firstName, lastName }: NameAndBirthDay): boolean =>
  `${one.firstName} ${one.lastName}`.toLowerCase() === `${firstName} ${lastName}`.toLowerCase();

/** One birth day read in two ways: the year is the same, or the day and month are. */
const nearly = (a: string, b: string): boolean => a.slice(0, 4) === b.slice(0, 4) || a.slice(4) === b.slice(4);

/** Names by which two ways of mending may mean one youth; brothers and sisters have no more than the family name. */
const OTHERS: ReadonlySet<string> = new Set(['family-name', 'different']);

/**
 * Whether a row can be about the youth it was mended to, though it was mended otherwise: the same name, or one much like it with a
 * birth day much like it. A twin, or whoever else stands in a copied line, is another youth.
 */
export function sameYouth(one: MendedByHand, said: NameAndBirthDay): boolean {
  if (sameName(one, said)) return true;
  const named = ({ firstName, lastName }: Pick<SaidOfYouth, 'firstName' | 'lastName'>) =>
    comparableName({ first: firstName, last: lastName });
  if (OTHERS.has(compareNames(named(one), named(said)))) return false;
  if (said.birthDay === null || nearly(one.birthDay, isoDay(said.birthDay))) return true;
  const saidDay = (born: CalendarDay) => ({ day: born, estimated: false });
  return compareBirthDays(saidDay(day(one.birthDay)), saidDay(said.birthDay)) !== 'different';
}

/**
 * The youth of a row that was mended in the form and now comes in the mended file too. Under one number whoever can be the same youth,
 * since the row was wrong in something; without a number of its own the names, and with them the birth day, or one much like it of a
 * referral received that day: a birth day is what a form and a file mend differently.
 */
export function mendedBefore(
  mended: readonly MendedByHand[],
  number: string,
  said: SaidOfYouth,
): MendedByHand | undefined {
  const born = isoDay(said.birthDay);
  const near = (one: MendedByHand) => one.receivedOn === said.received.on && nearly(one.birthDay, born);
  return mended.find((one) =>
    number === ''
      ? sameName(one, said) && (one.birthDay === born || near(one))
      : one.externalId === number && sameYouth(one, said),
  );
}
