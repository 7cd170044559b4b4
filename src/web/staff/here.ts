import { systemClock } from '#platform/clock/clock.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { isoDay } from '#shared/calendar-day.ts';

/** The clocks of both programmes: days and hours on screen are theirs, wherever the browser stands. */
export const ZONE = 'America/New_York';

/** Today there, `YYYY-MM-DD`. */
export const todayHere = (): string => isoDay(dayInZone(systemClock.now(), ZONE));

/** The day of an instant there, `YYYY-MM-DD`. */
export const dayHere = (instant: string): string => isoDay(dayInZone(Date.parse(instant), ZONE));
