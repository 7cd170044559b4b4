import type { NumbersInTurn } from '#modules/duties/policy-shelf.ts';
import type { Overrides } from '#modules/policy/index.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { addDays, type CalendarDay, day } from '#shared/calendar-day.ts';

/** What counting a number an agency set needs of it. Days are `YYYY-MM-DD`, instants ISO 8601. */
export interface SetNumber {
  readonly parameter: string;
  readonly value: number | boolean;
  readonly from: string;
  readonly to: string | null;
  readonly recordedAt: string;
  readonly endedAt: string | null;
}

/** A number with its days: the first, and the first on which it did not count any more. */
interface Counting {
  readonly one: SetNumber;
  readonly from: CalendarDay;
  readonly until: number;
}

/**
 * Which numbers counted when, up to a day: of what was set for one parameter the one with the latest first day, and of two
 * with the same the one recorded last. A number that was ended counted until the day before.
 */
export function numbersInTurn(all: readonly SetNumber[], today: CalendarDay, zone: string): NumbersInTurn {
  const counting = all
    .map((one): Counting => {
      const ended = one.endedAt === null ? Number.POSITIVE_INFINITY : dayInZone(Date.parse(one.endedAt), zone);
      const over = one.to === null ? Number.POSITIVE_INFINITY : addDays(day(one.to), 1);
      return { one, from: day(one.from), until: Math.min(ended, over) };
    })
    .filter(({ from, until }) => from < until)
    .sort((a, b) => a.from - b.from || Date.parse(a.one.recordedAt) - Date.parse(b.one.recordedAt));
  const days = counting.flatMap(({ from, until }) => [from, until]).filter((one) => one <= today);
  const changes = [...new Set(days)].sort((a, b) => a - b) as CalendarDay[];
  const earlier: { until: CalendarDay; parameters: Overrides }[] = [];
  let now: Overrides = {};
  for (const on of changes) {
    const then = numbersOn(counting, on);
    if (sameNumbers(then, now)) continue;
    earlier.push({ until: on, parameters: now });
    now = then;
  }
  return { now, earlier };
}

const numbersOn = (counting: readonly Counting[], on: CalendarDay): Overrides =>
  Object.fromEntries(
    counting.filter(({ from, until }) => from <= on && on < until).map(({ one }) => [one.parameter, one.value]),
  );

function sameNumbers(one: Overrides, two: Overrides): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(two).length && keys.every((key) => one[key] === two[key]);
}
