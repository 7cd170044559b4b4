import { addDays, day, isoDay } from '#shared/calendar-day.ts';

/** How many days ahead a renewal is looked for: a new agreement takes two boards to sign. */
const AHEAD = 90;

/** The last day on which an agreement may run out to be one to renew now; whatever ran out before is one too. */
export const toRenewBy = (today: string): string => isoDay(addDays(day(today), AHEAD));
