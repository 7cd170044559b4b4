import { systemClock } from '#platform/clock/clock.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { isoDay } from '#shared/calendar-day.ts';

/** Today on the organizations' clocks, `YYYY-MM-DD`. */
export const todayHere = (): string => isoDay(dayInZone(systemClock.now(), 'America/New_York'));
