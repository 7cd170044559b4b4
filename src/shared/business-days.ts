import type { CalendarDay } from './calendar-day.ts';

/** Whether offices work on a day. `unsure` is a day on which sources disagree: a strict reader works, a lenient rests. */
export type DayStanding = 'open' | 'unsure' | 'closed';

/** Which reading of the unsure days to take. The strict one leads to the earlier deadline. */
export type DayReading = 'strict' | 'lenient';

export interface BusinessCalendar {
  readonly id: string;
  standing(day: CalendarDay): DayStanding;
  /** Why a day is not open: `weekend`, or the name of the holiday. Undefined for an open day. */
  nameOf(day: CalendarDay): string | undefined;
  /** Whether the table of holidays reaches to this day. Beyond it only weekends are known. */
  knows(day: CalendarDay): boolean;
}

/** Whether a day is worked under a reading. */
export function isWorked(calendar: BusinessCalendar, day: CalendarDay, reading: DayReading): boolean {
  const standing = calendar.standing(day);
  return standing === 'open' || (standing === 'unsure' && reading === 'strict');
}

/**
 * The day `count` business days after `start` (before it, when negative). The start itself is not counted, open or not;
 * the walk goes day by day. Zero gives the start.
 */
export function addBusinessDays(
  calendar: BusinessCalendar,
  start: CalendarDay,
  count: number,
  reading: DayReading,
): CalendarDay {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let day: number = start;
  while (left > 0) {
    day += step;
    if (isWorked(calendar, day as CalendarDay, reading)) left -= 1;
  }
  return day as CalendarDay;
}

/** The day itself when it is worked, otherwise the nearest worked day after it (or before it). */
export function rollToOpenDay(
  calendar: BusinessCalendar,
  start: CalendarDay,
  towards: 'later' | 'earlier',
  reading: DayReading,
): CalendarDay {
  const step = towards === 'later' ? 1 : -1;
  let day: number = start;
  while (!isWorked(calendar, day as CalendarDay, reading)) day += step;
  return day as CalendarDay;
}
