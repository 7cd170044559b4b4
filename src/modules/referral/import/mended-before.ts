import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';

/** A youth who came in from a row of this sender that somebody mended in the form. */
export interface MendedByHand {
  readonly externalId: string;
  readonly firstName: string;
  readonly lastName: string;
  /** YYYY-MM-DD. */
  readonly birthDay: string;
}

/** What a row says by which a youth is known again. */
export interface SaidOfYouth {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDay: CalendarDay;
}

/**
 * The youth of a row that was mended in the form and now comes in the mended file too. Under one number either the names
 * or the birth day must agree, since the row was wrong in something; without a number of its own, both.
 */
export function mendedBefore(
  mended: readonly MendedByHand[],
  number: string,
  { firstName, lastName, birthDay }: SaidOfYouth,
): MendedByHand | undefined {
  const named = (one: MendedByHand) =>
    `${one.firstName} ${one.lastName}`.toLowerCase() === `${firstName} ${lastName}`.toLowerCase();
  const born = (one: MendedByHand) => one.birthDay === isoDay(birthDay);
  return mended.find((one) =>
    number === '' ? named(one) && born(one) : one.externalId === number && (named(one) || born(one)),
  );
}
