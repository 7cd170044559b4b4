import type { CalendarDay } from '#shared/calendar-day.ts';

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;

/** The calendar day on which an instant (milliseconds since 1970) falls in one zone. */
export type DayInZone = (instant: number) => CalendarDay;

/**
 * Reads the zone's offset once for each hour and remembers it: offsets change on the hour, and asking the platform is
 * slow beside everything else the engine does.
 */
export function dayInZone(zone: string): DayInZone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offsets = new Map<number, number>();
  return (instant) => {
    const hour = Math.floor(instant / MS_PER_HOUR);
    let offset = offsets.get(hour);
    if (offset === undefined) {
      const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
      offset = offsetOf(name);
      offsets.set(hour, offset);
    }
    return Math.floor((instant + offset) / MS_PER_DAY) as CalendarDay;
  };
}

function offsetOf(name: string): number {
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (match === null) return 0;
  const size = Number(match[2]) * MS_PER_HOUR + Number(match[3]) * (MS_PER_HOUR / 60);
  return match[1] === '-' ? -size : size;
}
