import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';

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

/** One birth day read in two ways: the year is the same, or the day and month are. */
const nearly = (a: string, b: string): boolean => a.slice(0, 4) === b.slice(0, 4) || a.slice(4) === b.slice(4);

/**
 * The youth of a row that was mended in the form and now comes in the mended file too. Under one number either the names
 * or the birth day must agree, since the row was wrong in something; without a number of its own the names, and with them the birth
 * day, or one much like it of a referral received that day: a birth day is what a form and a file mend differently.
 */
export function mendedBefore(
  mended: readonly MendedByHand[],
  number: string,
  { firstName, lastName, birthDay, received }: SaidOfYouth,
): MendedByHand | undefined {
  const named = (one: MendedByHand) =>
    `${one.firstName} ${one.lastName}`.toLowerCase() === `${firstName} ${lastName}`.toLowerCase();
  const born = (one: MendedByHand) => one.birthDay === isoDay(birthDay);
  return mended.find((one) =>
    number === ''
      ? named(one) && (born(one) || (one.receivedOn === received.on && nearly(one.birthDay, isoDay(birthDay))))
      : one.externalId === number && (named(one) || born(one)),
  );
}
