import { type CalendarDay, partsOf, weekdayOf } from '#shared/calendar-day.ts';
import { MONTHS, WEEKDAYS } from '#shared/day-names.ts';

/** `13 October 2026`, `13 de octubre de 2026`. */
export function wordDay(day: CalendarDay, language: 'en' | 'es'): string {
  const { year, month, dayOfMonth } = partsOf(day);
  const name = MONTHS[language][month - 1] ?? '';
  return language === 'en' ? `${dayOfMonth} ${name} ${year}` : `${dayOfMonth} de ${name} de ${year}`;
}

/** `Tuesday 13 October 2026`, `martes 13 de octubre de 2026`. */
export function wordWeekday(day: CalendarDay, language: 'en' | 'es'): string {
  return `${WEEKDAYS[language][weekdayOf(day) - 1] ?? ''} ${wordDay(day, language)}`;
}
