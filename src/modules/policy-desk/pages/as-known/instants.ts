import { shortDay } from '#design-system/time/day-words.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { instantOf, type WallTime, wallTime } from '#platform/clock/zoned-time.ts';
import { day, parseDay } from '#shared/calendar-day.ts';
import { ZONE } from '#web/staff/here.ts';

export const now = (): string => new Date(systemClock.now()).toISOString();

/** An instant on the agency's clocks, in the parts a form asks for. */
export const onClock = (instant: string): WallTime => wallTime(instant, ZONE);

/** `Tue 13 Oct, 14:20`, or with the year when it is not this one. */
export function sayInstant(instant: string): string {
  const { day: on, hour } = wallTime(instant, ZONE);
  return `${sayDay(on)}, ${hour}`;
}

export const sayDay = (on: string): string => shortDay(day(on), day(wallTime(now(), ZONE).day));

/** What an address asks for: nothing wrong gets through, so a mangled link shows now. */
export function askedIn(query: URLSearchParams): { readonly on?: string; readonly knownAt?: string } {
  const on = query.get('on');
  const knownAt = query.get('knownAt');
  return {
    ...(on && parseDay(on) !== null ? { on } : {}),
    ...(knownAt && !Number.isNaN(Date.parse(knownAt)) ? { knownAt: new Date(knownAt).toISOString() } : {}),
  };
}

/** The address of a chart's page for a day and the last second of a minute on the agency's clocks. */
export function hrefFor(chart: string, on: string, known: WallTime): string {
  const start = instantOf(known, ZONE);
  const query = new URLSearchParams();
  if (on) query.set('on', on);
  // What was recorded within the minute named counts too.
  if (start) query.set('knownAt', new Date(Date.parse(start) + 59_999).toISOString());
  return `/app/youth/${chart}/policy${query.size > 0 ? `?${query}` : ''}`;
}
