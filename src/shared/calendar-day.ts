/**
 * A calendar day without a time or a zone, as whole days since 1970-01-01. An integer, so that the rule engine can
 * compare and add without allocating; branded, so that an instant or a count can never be passed for a day.
 */
export type CalendarDay = number & { readonly calendarDay: unique symbol };

/** A calendar day as it travels in JSON and SQL: `2026-11-22`. */
export type IsoDay = string & { readonly isoDay: unique symbol };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** The day of a year (from 100), month (1 to 12) and day of month, whole numbers; `null` when there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): CalendarDay | null {
  // A year below 100 is two digits and a slip, not a year.
  const exists = year >= 100 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return exists ? civilDay(year, month, dayOfMonth) : null;
}

/** Parses `YYYY-MM-DD`; `null` when the text is not a day that exists. */
export function parseDay(text: string): CalendarDay | null {
  const match = PATTERN.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/**
 * The day of a `YYYY-MM-DD` that is already known to exist, by arithmetic alone: the rule engine reads a whole history
 * with it. No check is made.
 */
export function trustedDay(text: IsoDay): CalendarDay {
  const year = 1000 * text.charCodeAt(0) + 100 * text.charCodeAt(1) + twoDigits(text, 2) - 1100 * ZERO;
  return civilDay(year, twoDigits(text, 5), twoDigits(text, 8));
}

const ZERO = 48;

function twoDigits(text: string, at: number): number {
  return 10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 11 * ZERO;
}

/** Counts days in years that start in March, so that the leap day comes last. For years from 1; `| 0` keeps numbers whole. */
function civilDay(year: number, month: number, dayOfMonth: number): CalendarDay {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays = ((marchYear / 4) | 0) - ((marchYear / 100) | 0) + ((marchYear / 400) | 0);
  return (365 * marchYear + leapDays + (((153 * marchMonth + 2) / 5) | 0) + dayOfMonth - 719_469) as CalendarDay;
}

/** Parses `YYYY-MM-DD` that a border has already checked. Throws a RangeError otherwise. */
export function day(text: string): CalendarDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`not a calendar day: ${text}`);
  return parsed;
}

/** A hundred years of days are kept in writing, about a megabyte and a half; earlier and later ones are written anew. */
const MOST_WRITTEN = 36_525;

/** Days already written, by number: the same few thousand are spoken of again and again. */
const written = new Array<IsoDay | undefined>(MOST_WRITTEN);

/** `YYYY-MM-DD`. */
export function isoDay(value: CalendarDay): IsoDay {
  const known = written[value];
  if (known !== undefined) return known;
  const made = new Date(value * MS_PER_DAY).toISOString().slice(0, 10) as IsoDay;
  if (value >= 0 && value < MOST_WRITTEN) written[value] = made;
  return made;
}

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

export function partsOf(value: CalendarDay): YearMonthDay {
  // Years that start in March, so that the leap day comes last; 146,097 days make 400 years.
  const shifted = value + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

/** The months of a hundred years of days, by the day's number; 0 where nobody has asked. */
const months = new Int16Array(MOST_WRITTEN);

/** Months from January of the year 0 to the one a day lies in. */
export function monthNumber(value: CalendarDay): number {
  const known = months[value];
  if (known) return known;
  const { year, month } = partsOf(value);
  const number = year * 12 + month - 1;
  if (known === 0) months[value] = number;
  return number;
}

export function addDays(value: CalendarDay, days: number): CalendarDay {
  return (value + days) as CalendarDay;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return to - from;
}

/** Months clamp: one month after 31 January is the last day of February. */
export function addMonths(value: CalendarDay, months: number): CalendarDay {
  const { year, month, dayOfMonth } = partsOf(value);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return civilDay(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** ISO weekday: Monday is 1, Sunday is 7. */
export function weekdayOf(value: CalendarDay): number {
  return ((((value + 3) % 7) + 7) % 7) + 1;
}

/**
 * Completed years of age on a day. Somebody born on 29 February turns a year older on 28 February in other years, as a clause's
 * "18 years after birth" counts: one birthday, whoever asks. What New Jersey says of that day is not known to us.
 */
export function ageOn(birth: CalendarDay, on: CalendarDay): number {
  const years = partsOf(on).year - partsOf(birth).year;
  return on < addMonths(birth, 12 * years) ? years - 1 : years;
}

/** The Monday of the ISO week a day lies in. */
export function weekStart(value: CalendarDay): CalendarDay {
  return (value - (weekdayOf(value) - 1)) as CalendarDay;
}

/** The first day of the month a day lies in. */
export function monthStart(value: CalendarDay): CalendarDay {
  return (value - (partsOf(value).dayOfMonth - 1)) as CalendarDay;
}

/** The ISO week a day lies in, such as `2026-W47`; its year is the year of the week's Thursday. */
export function isoWeek(value: CalendarDay): string {
  const thursday = addDays(weekStart(value), 3);
  const { year } = partsOf(thursday);
  const first = dayOf(year, 1, 1) ?? thursday;
  return `${year}-W${String(Math.floor((thursday - first) / 7) + 1).padStart(2, '0')}`;
}
