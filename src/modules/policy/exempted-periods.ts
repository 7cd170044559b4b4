import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Duty, Pattern } from './duty.ts';
import { decisionsByItem } from './evaluate/decisions.ts';
import { excuseOf } from './evaluate/judge-periods.ts';
import { periodEnd, periodLabelled, periodStart } from './evaluate/period-arithmetic.ts';
import type { Situation } from './evaluate/situation.ts';

/** One period of a duty that nobody owes because somebody decided so. */
export interface ExemptedPeriod {
  readonly label: string;
  readonly from: CalendarDay;
  /** The day on which it would be due. */
  readonly due: CalendarDay;
}

/**
 * The periods of a duty that are owed again once the decision about them is taken back, in their order: none that was met
 * meanwhile, lies after the duty's end, or is not owed for another reason.
 */
export function exemptedPeriods(situation: Situation, duty: Duty): ExemptedPeriod[] {
  const { pattern } = duty;
  if (pattern === null) return [];
  const found = decisionsByItem(situation.decisions, duty.rule, duty.root).flatMap(({ fact }) => {
    const label = String(fact.data.item ?? '');
    const period = periodLabelled(pattern, label);
    return period !== null && isOwedWithout(pattern, period)
      ? [{ label, from: periodStart(pattern, period), due: periodEnd(pattern, period) }]
      : [];
  });
  return found.toSorted((a, b) => a.due - b.due);
}

/** Whether nothing but the decision about it keeps a period from being owed: one that was met is not excused by it. */
function isOwedWithout(pattern: Pattern, period: number): boolean {
  if (pattern.last !== null && period > pattern.last) return false;
  const [from, to] = [periodStart(pattern, period), periodStart(pattern, period + 1)];
  const decided = pattern.excused.findIndex((one) => one.decided && one.from === from && one.to === to);
  return decided >= 0 && excuseOf({ ...pattern, excused: pattern.excused.toSpliced(decided, 1) }, period) === 'owed';
}
