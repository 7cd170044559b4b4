import { type CalendarDay, isoDay, partsOf } from '#shared/calendar-day.ts';

export type BirthDayLikeness = 'same' | 'one-slip' | 'near-estimate' | 'different' | 'unknown';

/** A birth day, and whether somebody guessed it. */
export interface ComparableDay {
  readonly day: CalendarDay;
  readonly estimated: boolean;
}

/** So many days around a birth day that somebody guessed are no other birth day: two years, as far as an age is guessed wrong. */
const GUESSED_WITHIN = 731;

/**
 * Compares two birth days. One slip is what a hand makes: one digit wrong, two neighboring digits exchanged, or day and
 * month exchanged.
 */
export function compareBirthDays(a: ComparableDay | null, b: ComparableDay | null): BirthDayLikeness {
  if (a === null || b === null) return 'unknown';
  if (a.day === b.day) return 'same';
  if (a.estimated || b.estimated) return Math.abs(a.day - b.day) <= GUESSED_WITHIN ? 'near-estimate' : 'different';
  return dayAndMonthExchanged(a.day, b.day) || oneSlip(isoDay(a.day), isoDay(b.day)) ? 'one-slip' : 'different';
}

function dayAndMonthExchanged(a: CalendarDay, b: CalendarDay): boolean {
  const one = partsOf(a);
  const other = partsOf(b);
  return one.year === other.year && one.month === other.dayOfMonth && one.dayOfMonth === other.month;
}

function oneSlip(a: string, b: string): boolean {
  const one = a.replaceAll('-', '');
  const other = b.replaceAll('-', '');
  const wrong = [...one].map((digit, at) => (digit === other[at] ? -1 : at)).filter((at) => at >= 0);
  const [first = 0, second = 0] = wrong;
  if (wrong.length === 1) return true;
  return wrong.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}
