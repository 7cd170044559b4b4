import { addBusinessDays, type DayReading, rollToOpenDay } from '#shared/business-days.ts';
import { addDays, addMonths, type CalendarDay } from '#shared/calendar-day.ts';
import type { Deadline, Length } from '../rules/deadline.ts';
import { amountOf } from './settings.ts';
import type { Workshop } from './workshop.ts';

/** The day a deadline falls on, counted from a day. */
export type DayFrom = (day: CalendarDay, reading: DayReading) => CalendarDay;

/**
 * Compiles a deadline to a function. Day zero is not counted unless the rule says so: then every deadline but one in hours
 * falls a day nearer, and a day zero that is no business day is none. Months and years clamp to the end of the month. Hours,
 * as days, are whole days rounded up: 24 hours end on the next day.
 */
export function compileDeadline(workshop: Workshop, deadline: Deadline, dayZeroCounts = false): DayFrom {
  const sign = deadline.direction === 'before' ? -1 : 1;
  const written = amountOf(workshop.settings, deadline.amount);
  const amount = sign * written;
  const nearer = dayZeroCounts && written > 0 ? -sign : 0;
  const { calendar } = workshop;
  switch (deadline.unit) {
    case 'hours':
      return (day) => addDays(day, sign * Math.ceil(written / 24));
    case 'calendar days':
      return (day) => addDays(day, amount + nearer);
    case 'business days':
      return (day, reading) => addBusinessDays(calendar, addDays(day, nearer), amount, reading);
    case 'weeks':
      return (day) => addDays(day, amount * 7 + nearer);
    case 'months':
      return (day) => addDays(addMonths(day, amount), nearer);
    case 'years':
      return (day) => addDays(addMonths(day, amount * 12), nearer);
  }
}

/** A deadline that may not land on a closed day: it is moved as the clause says. */
export function rolled(workshop: Workshop, days: DayFrom, towards: 'stay' | 'later' | 'earlier'): DayFrom {
  if (towards === 'stay') return days;
  return (day, reading) => rollToOpenDay(workshop.calendar, days(day, reading), towards, reading);
}

export function plusLength(workshop: Workshop, length: Length): (day: CalendarDay) => CalendarDay {
  const days = compileDeadline(workshop, { ...length, direction: 'after' });
  return (day) => days(day, 'strict');
}

/** No length is shorter than this many days: a month has at least 28. */
export function shortestDays(workshop: Workshop, length: Length): number {
  const days = { hours: 0, 'business days': 1, 'calendar days': 1, weeks: 7, months: 28, years: 365 }[length.unit];
  return days * amountOf(workshop.settings, length.amount);
}

/** The same length backwards: the day from which something counts as recent. */
export function minusLength(workshop: Workshop, length: Length): (day: CalendarDay) => CalendarDay {
  const days = compileDeadline(workshop, { ...length, direction: 'before' });
  return (day) => days(day, 'strict');
}
