import {
  addDays,
  addMonths,
  type CalendarDay,
  isoDay,
  isoWeek,
  monthNumber,
  monthStart,
  parseDay,
  partsOf,
  weekStart,
} from '#shared/calendar-day.ts';
import type { Repetition } from '../duty.ts';

type Shape = Pick<Repetition, 'unit' | 'origin' | 'firstDays' | 'days'>;

/** The first day of a period. */
export function periodStart(shape: Shape, period: number): CalendarDay {
  switch (shape.unit) {
    case 'week':
      return addDays(shape.origin, 7 * period);
    case 'month':
      return addMonths(shape.origin, period);
    case 'year':
      return addMonths(shape.origin, 12 * period);
    case 'cycle':
      return period === 0 ? shape.origin : addDays(shape.origin, shape.firstDays + shape.days * (period - 1));
  }
}

/** The last day of a period: the day its duty is due. */
export function periodEnd(shape: Shape, period: number): CalendarDay {
  return addDays(periodStart(shape, period + 1), -1);
}

/** The period a day lies in; negative before the first. */
export function periodOf(shape: Shape, day: CalendarDay): number {
  const days = day - shape.origin;
  switch (shape.unit) {
    case 'week':
      return Math.floor(days / 7);
    case 'month':
      return monthsBetween(shape.origin, day);
    case 'year':
      return Math.floor(monthsBetween(shape.origin, day) / 12);
    case 'cycle':
      return days < shape.firstDays ? Math.min(0, days) : 1 + Math.floor((days - shape.firstDays) / shape.days);
  }
}

/** `2026-W38`, `2026-09`, `2026`, or the number of the cycle, counted from 1. */
export function periodLabel(shape: Shape, period: number): string {
  const start = periodStart(shape, period);
  switch (shape.unit) {
    case 'week':
      return isoWeek(start);
    case 'month':
      return isoDay(start).slice(0, 7);
    case 'year':
      return isoDay(start).slice(0, 4);
    case 'cycle':
      return String(period + 1);
  }
}

/** The period that goes by a label; null when none does. */
export function periodLabelled(shape: Shape, label: string): number | null {
  const period = shape.unit === 'cycle' ? Number(label) - 1 : periodOf(shape, firstDayOf(label));
  return Number.isInteger(period) && period >= 0 && periodLabel(shape, period) === label ? period : null;
}

/** A day in the week, the month or the year of a label; whatever for one that is none, which then goes by another label. */
function firstDayOf(label: string): CalendarDay {
  const [year = '', week] = label.split('-W');
  // The fourth of January lies in the first week of its year.
  if (week !== undefined) return addDays(parseDay(`${year}-01-04`) ?? NO_DAY, 7 * (Number(week) - 1));
  return parseDay(`${label}-01`) ?? parseDay(`${label}-01-01`) ?? NO_DAY;
}

const NO_DAY = 0 as CalendarDay;

/** The first day of the first period: the anchor's own, or the next. Cycles start on the day after the anchor. */
export function originOf(unit: Repetition['unit'], anchor: CalendarDay, first: 'own' | 'next'): CalendarDay {
  if (unit === 'cycle') return addDays(anchor, 1);
  const start = ownStart(unit, anchor);
  if (first === 'own' || start === anchor) return start;
  return periodStart({ unit, origin: start, firstDays: 0, days: 0 }, 1);
}

function ownStart(unit: 'week' | 'month' | 'year', day: CalendarDay): CalendarDay {
  if (unit === 'week') return weekStart(day);
  const month = monthStart(day);
  return unit === 'month' ? month : addMonths(month, 1 - partsOf(day).month);
}

function monthsBetween(from: CalendarDay, to: CalendarDay): number {
  return monthNumber(to) - monthNumber(from);
}
