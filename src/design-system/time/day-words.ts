import { type CalendarDay, parseDay, partsOf, weekdayOf } from '#shared/calendar-day.ts';
import { MONTHS, WEEKDAYS } from '#shared/day-names.ts';

const weekday = (day: CalendarDay) => WEEKDAYS.en[weekdayOf(day) - 1] ?? '';

/** `October` */
export const monthName = (month: number) => MONTHS.en[month - 1] ?? '';

/** `Tue 13 Oct`, with the year only when it is not the year of `today`. */
export function shortDay(day: CalendarDay, today?: CalendarDay): string {
  const { year, month, dayOfMonth } = partsOf(day);
  const words = `${weekday(day).slice(0, 3)} ${dayOfMonth} ${monthName(month).slice(0, 3)}`;
  return today === undefined || partsOf(today).year === year ? words : `${words} ${year}`;
}

/** `2026-10-13` as `Tue 13 Oct`, with the year when it is another than today's; what is no day stays as it is. */
export function dayInWords(day: string, today: string): string {
  const parsed = parseDay(day);
  return parsed === null ? day : shortDay(parsed, parseDay(today) ?? undefined);
}

/** `Tuesday, 13 October 2026` */
export function fullDay(day: CalendarDay): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${weekday(day)}, ${dayOfMonth} ${monthName(month)} ${year}`;
}

/** `1 day late`, `4 days late`; empty when the day has not passed. */
export function lateWords(due: CalendarDay, today: CalendarDay): string {
  const days = today - due;
  if (days <= 0) return '';
  return days === 1 ? '1 day late' : `${days} days late`;
}
