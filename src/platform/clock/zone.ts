import { type CalendarDay, dayOf } from '#shared/calendar-day.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(zone, made);
  return made;
}

/** The calendar day of an instant (milliseconds since 1970) in a zone such as `America/New_York`. */
export function dayInZone(instant: number, zone: string): CalendarDay {
  const parts = formatOf(zone).formatToParts(new Date(instant));
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const found = dayOf(read('year'), read('month'), read('day'));
  if (found === null) throw new RangeError(`no calendar day for ${instant} in ${zone}`);
  return found;
}
