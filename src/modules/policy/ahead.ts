import { addDays, type CalendarDay } from '#shared/calendar-day.ts';

/** Today and the days after it that make seven: a week from whatever day it is asked on, so that Sunday sees Tuesday. */
const NEAR_DAYS = 7;

/** The last of the seven days that begin today. */
export const lastNearDay = (today: CalendarDay): CalendarDay => addDays(today, NEAR_DAYS - 1);

/** How far ahead a day lies: today (or over), within the seven days that begin today, or later. The one place that says so. */
export function aheadOf(due: CalendarDay, today: CalendarDay): 'today' | 'soon' | 'later' {
  if (due <= today) return 'today';
  return due <= lastNearDay(today) ? 'soon' : 'later';
}
