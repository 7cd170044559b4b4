import { type CalendarDay, dayOf, partsOf } from '#shared/calendar-day.ts';

/** How a day was written; `iso` needs no word, the others are told to the person who imports. */
export type DayFormat = 'iso' | 'month-first' | 'month-name' | 'compact' | 'two-digit-year' | 'spreadsheet-number';

export type ReadDay =
  | { readonly ok: true; readonly day: CalendarDay; readonly format: DayFormat }
  | { readonly ok: false; readonly code: 'missing' | 'not-a-date' | 'no-such-day' | 'day-before-month' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]0?0:00(?::00(?:\.0+)?)?Z?)?$/;
const MONTH_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:\s+0?0:00(?::00)?)?$/;
const DAY_MONTH_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[-/.\s]+([a-z]{3,9})\.?[-/.,\s]+(\d{4}|\d{2})$/i;
const MONTH_NAME_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** A spreadsheet's day number: five digits, 1954 to 2064. Fewer or more digits could be a year or an id. */
const SPREADSHEET_NUMBER = /^([2-5]\d{4})(?:\.0+)?$/;
/** Day 0 of spreadsheets' count, 30 December 1899, in days from 1970-01-01. */
const SPREADSHEET_ZERO = -25_569;

/**
 * Reads a day as people and spreadsheets write it. Slashes are month first, as in the United States; a "month" over 12
 * is refused, not turned round, because the rest of that file would then be silently wrong. Two digits of a year mean
 * the latest such year that is not after `today`.
 */
export function readDay(text: string, today: CalendarDay): ReadDay {
  const written = text.trim();
  if (written === '') return { ok: false, code: 'missing' };
  const isoLike = YEAR_FIRST.exec(written);
  if (isoLike) return made(isoLike[1], isoLike[2], isoLike[3], 'iso', today);
  const compact = COMPACT.exec(written);
  if (compact) return made(compact[1], compact[2], compact[3], 'compact', today);
  const monthFirst = MONTH_FIRST.exec(written);
  if (monthFirst) {
    const looksTurned = Number(monthFirst[1]) > 12 && Number(monthFirst[2]) <= 12;
    if (looksTurned) return { ok: false, code: 'day-before-month' };
    return made(monthFirst[3], monthFirst[1], monthFirst[2], 'month-first', today);
  }
  const dayName = DAY_MONTH_NAME.exec(written);
  if (dayName) return made(dayName[3], monthNumber(dayName[2]), dayName[1], 'month-name', today);
  const nameDay = MONTH_NAME_DAY.exec(written);
  if (nameDay) return made(nameDay[3], monthNumber(nameDay[1]), nameDay[2], 'month-name', today);
  const number = SPREADSHEET_NUMBER.exec(written);
  if (number) {
    return { ok: true, day: (Number(number[1]) + SPREADSHEET_ZERO) as CalendarDay, format: 'spreadsheet-number' };
  }
  return { ok: false, code: 'not-a-date' };
}

function monthNumber(name = ''): string {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? 'none' : String(at + 1);
}

function made(year = '', month = '', dayOfMonth = '', format: DayFormat, today: CalendarDay): ReadDay {
  if (month === 'none') return { ok: false, code: 'not-a-date' };
  if (year.length === 4) return dayOrNone(Number(year), month, dayOfMonth, format);
  const century = partsOf(today).year - (partsOf(today).year % 100);
  const recent = dayOrNone(century + Number(year), month, dayOfMonth, 'two-digit-year');
  if (recent.ok && recent.day <= today) return recent;
  return dayOrNone(century - 100 + Number(year), month, dayOfMonth, 'two-digit-year');
}

function dayOrNone(year: number, month: string, dayOfMonth: string, format: DayFormat): ReadDay {
  const day = dayOf(year, Number(month), Number(dayOfMonth));
  return day === null ? { ok: false, code: 'no-such-day' } : { ok: true, day, format };
}
