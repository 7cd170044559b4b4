import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import type { Compiled } from '../compile/compiled.ts';
import { type Duty, dutyKey, type Stretch } from '../duty.ts';
import type { Outcome } from '../evaluate/evaluate.ts';
import { currentPeriod, missedPeriods } from '../periods.ts';
import { standingOf } from '../standing.ts';

/** An outcome as JSON: days and instants as text, nothing that a reader would have to compute. */
export function reportOf(compiled: Compiled, outcome: Outcome, on: CalendarDay, knownAt: string | null) {
  const { pack } = compiled;
  return {
    pack: pack.id,
    version: pack.version,
    reviewOverdue: pack.reviewBy !== null && on > pack.reviewBy,
    hashes: outcome.hashes,
    on: isoDay(on),
    knownAt,
    duties: outcome.duties.map((duty) => dutyReport(duty, on)),
    coverages: outcome.coverages.map((one) => ({
      ...one,
      intervals: one.intervals.map((interval) => ({
        ...stretch(interval),
        payer: interval.payer,
        startedBy: interval.startedBy,
      })),
    })),
    excesses: outcome.excesses,
    changePoints: outcome.changePoints.map(({ from, to, ...rest }) => ({ ...rest, ...stretch({ from, to }) })),
    notLoaded: pack.notLoaded,
  };
}

export type Report = ReturnType<typeof reportOf>;

function dutyReport(duty: Duty, on: CalendarDay) {
  const { pattern, anchorOn, due, lateAfter, metOn, until, pausedFrom, ...rest } = duty;
  return {
    key: dutyKey(duty),
    ...rest,
    standing: standingOf(duty, `${isoDay(on)}T23:59:59Z`, on),
    anchorOn: isoDay(anchorOn),
    due: isoDay(due),
    lateAfter: isoDay(lateAfter),
    metOn: text(metOn),
    until: text(until),
    pausedFrom: text(pausedFrom),
    ...(pattern === null
      ? {}
      : { current: currentPeriod(duty, on)?.label ?? null, missed: missedPeriods(duty, on).map((one) => one.label) }),
  };
}

const text = (day: CalendarDay | null) => (day === null ? null : isoDay(day));
/** Minus infinity, for coverage that never began, is null as well. */
const stretch = ({ from, to }: Stretch) => ({ from: Number.isFinite(from) ? isoDay(from) : null, to: text(to) });
