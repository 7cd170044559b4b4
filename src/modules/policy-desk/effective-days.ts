import { dayInZone } from '#platform/clock/zone.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import type { StoredOverride } from './queries.ts';

/**
 * The last day on which a number counted or will count: until it was ended, or until a later one took its place. Null
 * while nothing ends it; a day before its own first when it never counted.
 */
export function lastDayOf(one: StoredOverride, all: readonly StoredOverride[], zone: string): string | null {
  const dayOf = (instant: string) => isoDay(dayInZone(Date.parse(instant), zone));
  const replaced = all
    .filter((other) => other.parameter === one.parameter && isLater(other, one))
    .filter((other) => other.endedAt === null || dayOf(other.endedAt) >= other.from)
    .map((other) => isoDay(addDays(day(other.from), -1)));
  const ends = [...(one.to ? [one.to] : []), ...(one.endedAt ? [dayOf(one.endedAt)] : []), ...replaced];
  return ends.sort()[0] ?? null;
}

const isLater = (other: StoredOverride, one: StoredOverride): boolean =>
  other.from > one.from || (other.from === one.from && Date.parse(other.recordedAt) > Date.parse(one.recordedAt));
