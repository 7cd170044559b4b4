import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Pattern, Repetition, StoredPattern } from './duty.ts';
import { excuseOf } from './evaluate/judge-periods.ts';
import { periodEnd, periodLabel, periodLabelled, periodOf, periodStart } from './evaluate/period-arithmetic.ts';

/** One period of a repeating duty, as it stands on a day. */
export interface Period {
  readonly period: number;
  readonly label: string;
  readonly from: CalendarDay;
  /** The last day, on which it is due. */
  readonly due: CalendarDay;
  readonly state: 'met' | 'open' | 'missed' | 'excused';
}

/** What reading the periods of a duty needs of it: as the engine made it, or as it is stored. */
export interface Repeating {
  readonly pattern: Pattern | StoredPattern | null;
}

/** Which periods were met, from period 0 on, in the form that is stored. */
export function metPeriods({ met }: Pattern): string {
  let marks = '';
  for (const { period } of met) {
    if (period > marks.length) marks = marks.padEnd(period, '0');
    if (period === marks.length) marks += '1';
  }
  return marks;
}

/** The period today lies in; null before the first, after the last, and for a duty that does not repeat by period. */
export function currentPeriod({ pattern }: Repeating, today: CalendarDay): Period | null {
  if (pattern === null) return null;
  const period = periodOf(pattern, today);
  const over = pattern.last !== null && period > pattern.last;
  return period < 0 || over ? null : periodAt(pattern, isMet(pattern, period), period, today);
}

/** The period of that label, whatever day it is: met, not owed, or owed; null when no period up to the first unmet one has it. */
export function periodNamed({ pattern, due }: Repeating & { readonly due: CalendarDay }, label: string): Period | null {
  const period = pattern === null ? null : periodLabelled(pattern, label);
  if (pattern === null || period === null || period > periodOf(pattern, due)) return null;
  return periodAt(pattern, isMet(pattern, period), period, due);
}

/**
 * The period to name beside a duty: today's, unless it is not owed; then, and without one, what the duty itself names. One
 * that somebody exempted is named where none before it was missed, since that decision is what there is to say.
 */
export function periodToName(duty: Repeating, today: CalendarDay): Period | null {
  const current = currentPeriod(duty, today);
  if (current?.state !== 'excused') return current;
  return isExempted(duty, today) && !lastWasMissed(duty, today) ? current : null;
}

/** Whether today lies in a period that somebody decided need not be done. */
export function isExempted({ pattern }: Repeating, today: CalendarDay): boolean {
  return (
    pattern?.excused.some(({ decided, from, to }) => decided && from <= today && (to === null || today < to)) === true
  );
}

/** The periods that were owed, are over, and nobody met, in order. */
export function missedPeriods(duty: Repeating, today: CalendarDay): Period[] {
  return periodsSoFar(duty, today).filter((one) => one.state === 'missed');
}

/**
 * How many periods from the one `since` lies in were owed, are over, and nobody met. Counts without building the periods:
 * a worklist asks this of every row.
 */
export function missedSince({ pattern }: Repeating, since: CalendarDay, today: CalendarDay): number {
  if (pattern === null) return 0;
  const met = metMarks(pattern);
  const last = Math.min(periodOf(pattern, today) - 1, pattern.last ?? Number.POSITIVE_INFINITY);
  let missed = 0;
  for (let period = Math.max(0, periodOf(pattern, since)); period <= last; period += 1) {
    if (met[period] !== '1' && excuseOf(pattern, period) === 'owed') missed += 1;
  }
  return missed;
}

/** Whether the last owed period before today's went by unmet. Looks back only as far as it must. */
export function lastWasMissed({ pattern }: Repeating, today: CalendarDay): boolean {
  if (pattern === null) return false;
  for (let period = periodOf(pattern, today) - 1; period >= 0; period -= 1) {
    if (isMet(pattern, period)) return false;
    if (excuseOf(pattern, period) === 'owed') return true;
  }
  return false;
}

/** Every period that has begun by today, in order: what a report of timeliness counts. */
export function periodsSoFar({ pattern }: Repeating, today: CalendarDay): Period[] {
  if (pattern === null) return [];
  const met = metMarks(pattern);
  const until = Math.min(periodOf(pattern, today), pattern.last ?? Number.POSITIVE_INFINITY);
  return Array.from({ length: Math.max(0, until + 1) }, (_, period) =>
    periodAt(pattern, met[period] === '1', period, today),
  );
}

const metMarks = (pattern: Pattern | StoredPattern): string =>
  typeof pattern.met === 'string' ? pattern.met : metPeriods({ ...pattern, met: pattern.met });

function isMet({ met }: Pattern | StoredPattern, period: number): boolean {
  return typeof met === 'string' ? met[period] === '1' : met.some((one) => one.period === period);
}

function periodAt(pattern: Repetition, met: boolean, period: number, today: CalendarDay): Period {
  const due = periodEnd(pattern, period);
  const span = { period, label: periodLabel(pattern, period), from: periodStart(pattern, period), due };
  if (met) return { ...span, state: 'met' };
  if (excuseOf(pattern, period) !== 'owed') return { ...span, state: 'excused' };
  return { ...span, state: due < today ? 'missed' : 'open' };
}
