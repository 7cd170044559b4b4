import type { Fact } from '#modules/facts/model.ts';
import { type CalendarDay, type IsoDay, trustedDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import type { Duty } from '../duty.ts';
import type { Entry } from './chronicle.ts';
import { type BothDeadlines, deadlinesOf } from './deadline-of.ts';
import { countedFrom } from './items.ts';
import type { Situation } from './situation.ts';

/**
 * Whether nobody could have met the duty in time: at every moment at which Kinfold knew of it, its last day was past. A
 * correction that moves the day back makes a duty impossible only if it was not already late as first believed.
 */
export function wasImpossible(situation: Situation, compiled: CompiledDuty, duty: Duty, anchor: Entry): boolean {
  if (!pastWhenRecorded(situation, duty, anchor.fact)) return false;
  let believedUntil = anchor.fact.recordedAt;
  for (let index = anchor.earlier.length - 1; index >= 0; index -= 1) {
    const version = anchor.earlier[index] as Fact;
    const at = version.at === undefined ? Number.NaN : Date.parse(version.at);
    const from = countedFrom(compiled, version, duty.item);
    const then = deadlinesOf(situation, compiled, { on: trustedDay(version.on), at }, from);
    const lateBeforeCorrection = then.lateAfter < dayOf(situation, believedUntil);
    if (lateBeforeCorrection && !pastWhenRecorded(situation, then, version)) return false;
    believedUntil = version.recordedAt;
  }
  return true;
}

function pastWhenRecorded(
  situation: Situation,
  deadline: Pick<BothDeadlines, 'lateAfter' | 'lateAfterAt'>,
  fact: Fact,
): boolean {
  if (deadline.lateAfterAt !== null) return Date.parse(fact.recordedAt) > Date.parse(deadline.lateAfterAt);
  // No zone is more than a day away from UTC, and reading the UTC day is cheap: nearly every fact ends here.
  if (trustedDay(fact.recordedAt as IsoDay) + 1 <= deadline.lateAfter) return false;
  return deadline.lateAfter < dayOf(situation, fact.recordedAt);
}

/** The day, in the agency's zone, on which Kinfold learnt something. */
export function dayOf(situation: Situation, recordedAt: string): CalendarDay {
  return situation.compiled.dayOfInstant(Date.parse(recordedAt));
}
