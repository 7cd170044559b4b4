import { ZONE } from '#web/staff/here.ts';

/** An instant's hour in New Jersey: "10:20 AM". */
export const hourHere = (instant: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: ZONE, hour: 'numeric', minute: '2-digit' }).format(Date.parse(instant));
