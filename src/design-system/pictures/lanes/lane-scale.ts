import { monthName } from '#design-system/time/day-words.ts';
import { addMonths, type CalendarDay, dayOf, daysBetween, partsOf } from '#shared/calendar-day.ts';

/** Where days stand in a picture that shows `from` to `to` between `left` and `right`, in pixels. */
export interface LaneScale {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly left: number;
  readonly right: number;
  /** Where the picture ends, with the margin beside the last day. */
  readonly edge: number;
}

/** Days outside the picture stand at its edge, so that what began earlier still shows. */
export function xOf(scale: LaneScale, day: CalendarDay): number {
  const inside = Math.min(Math.max(day, scale.from), scale.to) as CalendarDay;
  const part = daysBetween(scale.from, inside) / Math.max(1, daysBetween(scale.from, scale.to));
  return scale.left + part * (scale.right - scale.left);
}

/** Whether words that begin beside a line would run out of the picture. */
export const isCut = (scale: LaneScale, x: number, words: string): boolean =>
  x + BESIDE + words.length * LETTER > scale.edge;

/** Widths in pixels: of a letter, and from a line to the words beside it. */
const LETTER = 6.6;
export const BESIDE = 5;

export interface MonthTick {
  readonly day: CalendarDay;
  readonly label: string;
}

/** The first of each month in the picture, thinned to at most eight; January names its year. */
export function monthTicks(from: CalendarDay, to: CalendarDay): readonly MonthTick[] {
  const { year, month } = partsOf(from);
  const first = dayOf(year, month, 1) ?? from;
  const ticks: MonthTick[] = [];
  for (let index = 0, day = first; day <= to; index += 1, day = addMonths(first, index)) {
    const at = partsOf(day);
    const label = at.month === 1 ? `Jan ${at.year}` : monthName(at.month).slice(0, 3);
    if (day >= from) ticks.push({ day, label });
  }
  const step = Math.ceil(ticks.length / 8);
  return ticks.filter((_, index) => index % step === 0);
}
