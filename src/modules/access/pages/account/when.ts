import { shortDay } from '#design-system/time/day-words.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import { day } from '#shared/calendar-day.ts';
import { ZONE } from '#web/staff/here.ts';

/** `Tue 13 Oct, 14:20`, in New Jersey's time. */
export function sayWhen(instant: string): string {
  const { day: on, hour } = wallTime(instant, ZONE);
  return `${shortDay(day(on), day(wallTime(systemClock.now(), ZONE).day))}, ${hour}`;
}
