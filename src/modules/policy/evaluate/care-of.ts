import type { CalendarDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { intervalsOf } from '../compile/span.ts';
import type { Entry } from './chronicle.ts';
import { standsFrom } from './ending.ts';
import type { Interval, Situation } from './situation.ts';

const ALWAYS: Interval = {
  from: Number.NEGATIVE_INFINITY as CalendarDay,
  to: null,
  startedBy: null,
  endedBy: null,
};

/**
 * The stretch of care a duty belongs to and ends with: the one its anchor began or lies in; for a duty that passes on, the
 * last one not over before its anchor. Null when there is none, and then nobody owes it. On a day on which one stretch
 * ends and the next begins, what happens belongs to the next.
 */
export function careOf(situation: Situation, compiled: CompiledDuty, anchor: Entry): Interval | null {
  if (compiled.care === null) return ALWAYS;
  const stretches = intervalsOf(situation, compiled.care);
  const latest = stretches[stretches.length - 1];
  if (compiled.rule.afterCare === 'passes on') {
    return latest !== undefined && (latest.to === null || latest.to >= anchor.on) ? latest : null;
  }
  const from = standsFrom(situation, compiled, anchor);
  let found: Interval | null = null;
  for (const one of stretches) {
    if (one.startedBy === anchor) return one;
    // A day planned in a stretch may lie after its end.
    if (one.from <= from && (one.to === null || one.to >= from || compiled.before)) found = one;
  }
  return found;
}
