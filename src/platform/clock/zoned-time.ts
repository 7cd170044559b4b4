const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

/** What the calendar and the clock on the wall say: `YYYY-MM-DD` and `HH:MM`. */
export interface WallTime {
  readonly day: string;
  readonly hour: string;
}

/** An instant as the wall in a zone shows it. */
export function wallTime(instant: string | number, zone: string): WallTime {
  const parts = formatOf(zone).formatToParts(new Date(instant));
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { day: `${read('year')}-${read('month')}-${read('day')}`, hour: `${read('hour')}:${read('minute')}` };
}

const asUtc = ({ day, hour }: WallTime) => Date.parse(`${day}T${hour}:00Z`);

/**
 * The instant, ISO 8601 in UTC, at which the wall in a zone shows a day and an hour; null when they cannot be read.
 * An hour the clocks skip in spring is taken for the one after it; one that comes twice in autumn, for the second.
 */
export function instantOf(wall: WallTime, zone: string): string | null {
  const wanted = asUtc(wall);
  if (Number.isNaN(wanted)) return null;
  const first = wanted - (asUtc(wallTime(wanted, zone)) - wanted);
  const second = first + (wanted - asUtc(wallTime(first, zone)));
  return new Date(second).toISOString();
}
