import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Duty, Pattern } from './duty.ts';
import { excuseOf } from './evaluate/judge-periods.ts';
import { periodEnd, periodLabel, periodOf, periodStart } from './evaluate/period-arithmetic.ts';

/** One period of a repeating duty, as it stands on a day. */
export interface Period {
  readonly period: number;
  readonly label: string;
  readonly from: CalendarDay;
  /** The last day, on which it is due. */
  readonly due: CalendarDay;
  readonly state: 'met' | 'open' | 'missed' | 'excused';
  readonly metBy: number | null;
}

/** The period today lies in; null before the first, after the last, and for a duty that does not repeat by period. */
export function currentPeriod(duty: Duty, today: CalendarDay): Period | null {
  const { pattern } = duty;
  if (pattern === null) return null;
  const period = periodOf(pattern, today);
  const over = pattern.last !== null && period > pattern.last;
  return period < 0 || over ? null : periodAt(pattern, period, today);
}

/** The periods that were owed, are over, and nobody met, in order. */
export function missedPeriods(duty: Duty, today: CalendarDay): Period[] {
  return periodsSoFar(duty, today).filter((one) => one.state === 'missed');
}

/**
 * How many periods from the one `since` lies in were owed, are over, and nobody met. Counts without building the periods:
 * a worklist asks this of every row.
 */
export function missedSince({ pattern }: Pick<Duty, 'pattern'>, since: CalendarDay, today: CalendarDay): number {
  if (pattern === null) return 0;
  const met = new Set(pattern.met.map((one) => one.period));
  const last = Math.min(periodOf(pattern, today) - 1, pattern.last ?? Number.POSITIVE_INFINITY);
  let missed = 0;
  for (let period = Math.max(0, periodOf(pattern, since)); period <= last; period += 1) {
    if (!met.has(period) && excuseOf(pattern, period) === 'owed') missed += 1;
  }
  return missed;
}

/** Whether the last owed period before today's went by unmet. Looks back only as far as it must. */
export function lastWasMissed({ pattern }: Pick<Duty, 'pattern'>, today: CalendarDay): boolean {
  if (pattern === null) return false;
  for (let period = periodOf(pattern, today) - 1; period >= 0; period -= 1) {
    if (pattern.met.some((one) => one.period === period)) return false;
    if (excuseOf(pattern, period) === 'owed') return true;
  }
  return false;
}

/** Every period that has begun by today, in order: what a report of timeliness counts. */
export function periodsSoFar(duty: Duty, today: CalendarDay): Period[] {
  const { pattern } = duty;
  if (pattern === null) return [];
  const until = Math.min(periodOf(pattern, today), pattern.last ?? Number.POSITIVE_INFINITY);
  return Array.from({ length: Math.max(0, until + 1) }, (_, period) => periodAt(pattern, period, today));
}

function periodAt(pattern: Pattern, period: number, today: CalendarDay): Period {
  const due = periodEnd(pattern, period);
  const met = pattern.met.find((one) => one.period === period);
  const span = { period, label: periodLabel(pattern, period), from: periodStart(pattern, period), due };
  if (met !== undefined) return { ...span, state: 'met', metBy: met.seq };
  if (excuseOf(pattern, period) !== 'owed') return { ...span, state: 'excused', metBy: null };
  return { ...span, state: due < today ? 'missed' : 'open', metBy: null };
}
