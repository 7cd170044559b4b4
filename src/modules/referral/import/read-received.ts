import { Temporal } from 'temporal-polyfill';
import { type CalendarDay, type IsoDay, isoDay, parseDay } from '#shared/calendar-day.ts';
import { readDay } from './read-day.ts';

/** When a referral was received: the day in New Jersey and, if the hour is known, the instant in UTC. */
export type ReadReceived =
  | { readonly ok: true; readonly day: CalendarDay; readonly on: IsoDay; readonly at: string | null }
  | { readonly ok: false; readonly code: string };

const ZONE = 'America/New_York';
const DAY = 86_400_000;
const TIMED = /^(.+?)(?:T|,?\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a day with or without an hour; an hour without a zone is New Jersey's. Whether it lies in the future is for the
 * caller to ask.
 */
export function readReceived(text: string, today: CalendarDay): ReadReceived {
  const written = text.trim();
  const timed = TIMED.exec(written);
  const read = readDay(timed?.[1] ?? written, today);
  if (!read.ok) return read;
  const on = isoDay(read.day);
  if (!timed) return { ok: true, day: read.day, on, at: null };
  const hour = hourOf(Number(timed[2]), timed[5]);
  const minute = Number(timed[3]);
  const second = Number(timed[4] ?? 0);
  if (hour === null || minute > 59 || second > 59) return { ok: false, code: 'no-such-hour' };
  const offset = timed[6] ? null : offsetOn(read.day);
  if (offset !== null) {
    const at = new Date(startOf(read.day) + ((hour * 60 + minute) * 60 + second) * 1000 - offset);
    return { ok: true, day: read.day, on, at: at.toISOString().replace('.000Z', 'Z') };
  }
  const clock = `${on}T${two(hour)}:${two(minute)}:${two(second)}`;
  return instantOf(clock, timed[6]);
}

const offsets = new Map<CalendarDay, number | null>();
const startOf = (day: CalendarDay): number => Date.parse(`${isoDay(day)}T00:00:00Z`);

/** How far New Jersey's clocks are from UTC all day long, in milliseconds; null on the days they change. A file has few days and many rows. */
function offsetOn(day: CalendarDay): number | null {
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const offsetAt = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE).offsetNanoseconds / 1e6;
  const begins = offsetAt(startOf(day) - DAY);
  const offset = begins === offsetAt(startOf(day) + 2 * DAY) ? begins : null;
  offsets.set(day, offset);
  return offset;
}

function instantOf(clock: string, offset: string | undefined): ReadReceived {
  try {
    const instant = offset
      ? Temporal.Instant.from(`${clock}${offset.toUpperCase()}`)
      : Temporal.PlainDateTime.from(clock).toZonedDateTime(ZONE).toInstant();
    const on = instant.toZonedDateTimeISO(ZONE).toPlainDate().toString();
    const day = parseDay(on);
    if (day === null) return { ok: false, code: 'no-such-day' };
    return { ok: true, day, on: isoDay(day), at: instant.toString() };
  } catch (error) {
    // Temporal refuses offsets such as +99:00; anything else would be a fault of ours.
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, code: 'no-such-hour' };
  }
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  const afternoon = half.toLowerCase().startsWith('p');
  return (hour % 12) + (afternoon ? 12 : 0);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
