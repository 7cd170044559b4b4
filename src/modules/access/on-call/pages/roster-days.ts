import { shortDay } from '#design-system/time/day-words.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import { day } from '#shared/calendar-day.ts';
import type { Shift } from '../../contract/on-call.ts';

/** The shifts that stand under one day, the earliest first. */
export interface RosterDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly shifts: readonly Shift[];
}

/** Shifts under the day they begin in a zone; one that runs since before today stands under today. Days in order. */
export function byDay(shifts: readonly Shift[], today: string, zone: string): readonly RosterDay[] {
  const days = new Map<string, Shift[]>();
  for (const shift of [...shifts].sort((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const begins = wallTime(shift.from, zone).day;
    const under = begins < today ? today : begins;
    days.set(under, [...(days.get(under) ?? []), shift]);
  }
  return [...days].map(([under, list]) => ({ day: under, shifts: list })).sort((a, b) => a.day.localeCompare(b.day));
}

/** When a shift runs, read beside the day it stands under: `17:00 to Mon 23 Nov, 08:00`; the day is said only when it is another. */
export function runs({ from, to }: Pick<Shift, 'from' | 'to'>, under: string, zone: string): string {
  const [begins, ends] = [wallTime(from, zone), wallTime(to, zone)];
  const say = (wall: typeof begins) =>
    wall.day === under ? wall.hour : `${shortDay(day(wall.day), day(under))}, ${wall.hour}`;
  return `${say(begins)} to ${say(ends)}`;
}
