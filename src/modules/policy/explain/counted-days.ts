import type { BusinessCalendar } from '#shared/business-days.ts';
import { addDays, type CalendarDay } from '#shared/calendar-day.ts';
import type { Reason } from './reason.ts';

/** Which days between two were not counted, and why; which sources disagree about; and where the table ends. */
export function daysReasons(
  calendar: BusinessCalendar,
  from: CalendarDay,
  due: CalendarDay,
  lateAfter: CalendarDay,
): Reason[] {
  const reasons: Reason[] = [];
  const [first, last] = due < from ? [due, from] : [from, lateAfter];
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) {
    const why = calendar.nameOf(day) ?? '';
    const standing = calendar.standing(day);
    if (standing === 'closed') reasons.push({ code: 'skipped', day, why });
    if (standing === 'unsure') reasons.push({ code: 'unsure-day', day, why });
  }
  if (!calendar.knows(last)) reasons.push({ code: 'calendar-unknown', from: last });
  return reasons;
}
