import { shortDay } from '#design-system/time/day-words.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import { day } from '#shared/calendar-day.ts';
import { todayHere, ZONE } from '#web/staff/here.ts';

/** `Tue 13 Oct, 14:20`, with the year when it is another one. */
export function sayWhen(instant: string | number): string {
  const { day: on, hour } = wallTime(instant, ZONE);
  return `${shortDay(day(on), day(todayHere()))}, ${hour}`;
}
