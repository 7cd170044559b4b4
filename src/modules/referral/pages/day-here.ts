import { systemClock } from '#platform/clock/clock.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { isoDay } from '#shared/calendar-day.ts';

/** New Jersey's days, wherever the browser stands. */
const ZONE = 'America/New_York';

/** The day of an instant in New Jersey, as `YYYY-MM-DD`. */
export const dayHere = (instant: string): string => isoDay(dayInZone(Date.parse(instant), ZONE));

/** Today in New Jersey. */
export const todayHere = (): string => isoDay(dayInZone(systemClock.now(), ZONE));

/** An instant's hour in New Jersey: "10:20 AM". */
export const hourHere = (instant: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: ZONE, hour: 'numeric', minute: '2-digit' }).format(Date.parse(instant));
