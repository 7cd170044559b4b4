import { type CalendarDay, isoDay, partsOf } from '#shared/calendar-day.ts';

export type BirthDayLikeness = 'same' | 'one-slip' | 'different' | 'unknown';

/**
 * Compares two birth days. One slip is what a hand makes: one digit wrong, two neighboring digits exchanged, or day and
 * month exchanged.
 */
export function compareBirthDays(a: CalendarDay | null, b: CalendarDay | null): BirthDayLikeness {
  if (a === null || b === null) return 'unknown';
  if (a === b) return 'same';
  return dayAndMonthExchanged(a, b) || oneSlip(isoDay(a), isoDay(b)) ? 'one-slip' : 'different';
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
