import type { CalendarDay } from '#shared/calendar-day.ts';

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const HOUR = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', hour: 'numeric', hourCycle: 'h23' });
const offsets = new Map<number, number>();

/** Hours to add to New York's clock to get UTC at noon of a day: 5 in winter, 4 in summer. */
function offsetOn(day: CalendarDay): number {
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const made = 12 - Number(HOUR.format(day * MS_PER_DAY + 12 * MS_PER_HOUR));
  offsets.set(day, made);
  return made;
}

/** The instant, in milliseconds since 1970, when clocks in New York show so many minutes after midnight of a day. */
export function localMs(day: CalendarDay, minutes: number): number {
  return day * MS_PER_DAY + offsetOn(day) * MS_PER_HOUR + minutes * 60_000;
}

/** Minutes after midnight that clocks in New York show at an instant of that day. */
export function minutesOfDay(day: CalendarDay, ms: number): number {
  return Math.floor((ms - localMs(day, 0)) / 60_000);
}

/** The calendar day in New York at an instant. */
export function localDay(ms: number): CalendarDay {
  const guess = Math.floor(ms / MS_PER_DAY) as CalendarDay;
  return ms < localMs(guess, 0) ? ((guess - 1) as CalendarDay) : guess;
}

export const hm = (hours: number, minutes: number): number => hours * 60 + minutes;
