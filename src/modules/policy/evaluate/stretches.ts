import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Stretch } from '../duty.ts';
import type { Interval } from './situation.ts';

const endOf = (one: Stretch): number => one.to ?? Number.POSITIVE_INFINITY;

export function covers(stretches: readonly Stretch[], day: CalendarDay): boolean {
  return stretches.some((one) => one.from <= day && day < endOf(one));
}

/** The days that lie in any of the intervals, as intervals that neither overlap nor touch. */
export function unite(intervals: readonly Interval[]): Interval[] {
  const united: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = united[united.length - 1];
    if (last === undefined || next.from > endOf(last)) united.push(next);
    else if (endOf(next) > endOf(last)) united[united.length - 1] = { ...last, to: next.to, endedBy: next.endedBy };
  }
  return united;
}

/** The days that lie in both. */
export function overlapOf(one: readonly Interval[], two: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  for (const a of one) {
    for (const b of two) {
      const starts = a.from >= b.from ? a : b;
      const ends = endOf(a) <= endOf(b) ? a : b;
      if (starts.from >= endOf(ends)) continue;
      both.push({ from: starts.from, startedBy: starts.startedBy, to: ends.to, endedBy: ends.endedBy });
    }
  }
  return unite(both);
}

/** The days of the first that do not lie in the second. */
export function without(whole: readonly Interval[], taken: readonly Interval[]): Interval[] {
  let left: Interval[] = [...whole];
  for (const hole of taken) {
    // Begun and ended on one day: no day lies in it.
    if (hole.from >= endOf(hole)) continue;
    left = left.flatMap((one) => {
      if (hole.from >= endOf(one) || endOf(hole) <= one.from) return [one];
      const before = one.from < hole.from ? [{ ...one, to: hole.from, endedBy: hole.startedBy }] : [];
      if (hole.to === null || hole.to >= endOf(one)) return before;
      return [...before, { ...one, from: hole.to, startedBy: hole.endedBy }];
    });
  }
  return left;
}

/**
 * How many days of `from` (not counted) to `to` (counted) lie in the stretches that have an end. The stretches are in the
 * order of their beginnings; a day that lies in two of them is one day.
 */
export function daysInside(stretches: readonly Stretch[], from: CalendarDay, to: CalendarDay): number {
  let days = 0;
  let counted: number = from + 1;
  for (const one of stretches) {
    if (one.to === null) continue;
    const until = Math.min(one.to, to + 1);
    days += Math.max(0, until - Math.max(one.from, counted));
    counted = Math.max(counted, until);
  }
  return days;
}
