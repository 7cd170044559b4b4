import { shortDay } from '#design-system/time/day-words.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import { day, isoDay } from '#shared/calendar-day.ts';

/** Seats begin and end by the agencies' days, wherever the browser stands. */
const ZONE = 'America/New_York';

/** Today, as `YYYY-MM-DD`. */
export const todayHere = (): string => isoDay(dayInZone(systemClock.now(), ZONE));

/** `Tue 13 Oct`, with the year when it is another one. */
export const sayDay = (on: string): string => shortDay(day(on), day(todayHere()));

/** `Tue 13 Oct, 14:20`. */
export function sayInstant(instant: string): string {
  const { day: on, hour } = wallTime(instant, ZONE);
  return `${sayDay(on)}, ${hour}`;
}
