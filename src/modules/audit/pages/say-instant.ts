import { ZONE } from '#web/staff/here.ts';

const WHEN = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** `13 Oct 2026, 14:20`, on the agencies' clocks. */
export const sayInstant = (instant: string): string => WHEN.format(Date.parse(instant));
