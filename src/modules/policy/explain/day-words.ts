import { type CalendarDay, partsOf, weekdayOf } from '#shared/calendar-day.ts';

const WEEKDAYS = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
} as const;
const MONTHS = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
} as const;

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
