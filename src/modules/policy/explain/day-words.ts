import { type CalendarDay, partsOf, weekdayOf } from '#shared/calendar-day.ts';
import { MONTHS, WEEKDAYS } from '#shared/day-names.ts';
import { periodLabelled, periodStart } from '../evaluate/period-arithmetic.ts';
import type { Repeating } from '../periods.ts';
import type { NamedPeriod } from './reason.ts';

/** `13 October 2026`, `13 de octubre de 2026`. */
export function wordDay(day: CalendarDay, language: 'en' | 'es'): string {
  const { year, month, dayOfMonth } = partsOf(day);
  const name = MONTHS[language][month - 1] ?? '';
  return language === 'en' ? `${dayOfMonth} ${name} ${year}` : `${dayOfMonth} de ${name} de ${year}`;
}

/** `the week of 23 November 2026`, `November 2026`, `2026`, `round 2, from 7 November 2026`. */
export function wordPeriod({ unit, label, from }: NamedPeriod, language: 'en' | 'es'): string {
  const { year, month } = partsOf(from);
  const english = language === 'en';
  if (unit === 'year') return label;
  if (unit === 'month') return [MONTHS[language][month - 1] ?? '', year].join(english ? ' ' : ' de ');
  const day = wordDay(from, language);
  if (unit === 'week') return english ? `the week of ${day}` : `la semana del ${day}`;
  return english ? `round ${label}, from ${day} on` : `la vuelta ${label}, desde el ${day}`;
}

/** The period of a duty that has this label, in words; null for a duty without periods, and for a label none of them has. */
export function wordLabelled({ pattern }: Repeating, label: string, language: 'en' | 'es'): string | null {
  const period = pattern === null ? null : periodLabelled(pattern, label);
  if (pattern === null || period === null) return null;
  return wordPeriod({ unit: pattern.unit, label, from: periodStart(pattern, period) }, language);
}

/** `Tuesday 13 October 2026`, `martes 13 de octubre de 2026`. */
export function wordWeekday(day: CalendarDay, language: 'en' | 'es'): string {
  return `${WEEKDAYS[language][weekdayOf(day) - 1] ?? ''} ${wordDay(day, language)}`;
}
