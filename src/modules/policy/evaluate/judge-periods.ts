import type { CalendarDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { entriesOf, fits } from '../compile/fact-set.ts';
import { intervalsOf } from '../compile/span.ts';
import type { Duty, Pattern, Stretch } from '../duty.ts';
import { stricter } from './category.ts';
import type { Entry } from './chronicle.ts';
import { dayOf } from './impossible.ts';
import { newDuty } from './new-duty.ts';
import { originOf, periodEnd, periodLabel, periodOf, periodStart } from './period-arithmetic.ts';
import type { Situation } from './situation.ts';

const UNITS = { 'each week': 'week', 'each month': 'month', 'each year': 'year', 'each cycle': 'cycle' } as const;
const NO_STRETCHES: readonly Stretch[] = [];

/** A duty of each period: the first period nobody met, and the pattern from which the rest is arithmetic. */
export function judgePeriods(situation: Situation, compiled: CompiledDuty, anchor: Entry): Duty {
  const acts = actsFor(situation, compiled, anchor);
  const end = endOf(situation, compiled, anchor);
  const pattern = patternOf(situation, compiled, anchor, acts, end);
  const period = firstUnmet(pattern);
  const ended = pattern.last !== null && (period === null || period > pattern.last);
  const shown = period === null || ended ? Math.max(0, pattern.last ?? 0) : period;
  const due = periodEnd(pattern, shown);
  const deadlines = { due, dueAt: null, lateAfter: due, lateAfterAt: null, pausedFrom: null };
  const hook = { root: anchor.root, seq: anchor.fact.seq, on: anchor.on, category: anchor.fact.category };
  const duty = newDuty(compiled, hook, ended ? null : periodLabel(pattern, shown), deadlines);
  duty.pattern = pattern;
  duty.until = end;
  for (const met of acts) duty.category = stricter(duty.category, met.fact.category);
  if (ended) settleEnded(duty, pattern);
  else if (period === null) {
    duty.state = 'void';
    duty.because = 'suspended';
  }
  return duty;
}

/** Every owed period was met, or the end came before one was over. */
function settleEnded(duty: Duty, pattern: Pattern): void {
  const last = pattern.met[pattern.met.length - 1];
  if (last === undefined) {
    duty.state = 'void';
    duty.because = 'ended';
    return;
  }
  duty.state = 'met';
  duty.metBy = pattern.met.map((one) => one.seq);
  duty.metOn = last.on;
}

function patternOf(
  situation: Situation,
  compiled: CompiledDuty,
  anchor: Entry,
  acts: readonly Entry[],
  end: CalendarDay | null,
): Pattern {
  const { repeats } = compiled.rule;
  const unit = repeats.how in UNITS ? UNITS[repeats.how as keyof typeof UNITS] : 'cycle';
  const first = 'first' in repeats ? repeats.first : 'own';
  const shape = {
    unit,
    origin: originOf(unit, anchor.on, first),
    firstDays: compiled.cycle.first,
    days: compiled.cycle.days,
  };
  const met: { period: number; seq: number; on: CalendarDay }[] = [];
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const entry of acts) {
    // Acts come in order, so most lie in the period already met: no need to work out which it is.
    if (entry.on <= lastDay) continue;
    const period = periodOf(shape, entry.on);
    if (period < 0) continue;
    lastDay = periodEnd(shape, period);
    met.push({ period, seq: entry.fact.seq, on: entry.on });
  }
  return {
    ...shape,
    last: end === null ? null : lastWhole(shape, end),
    met,
    excused: compiled.notOwedDuring ? intervalsOf(situation, compiled.notOwedDuring) : NO_STRETCHES,
    knownFrom: dayOf(situation, (anchor.earlier[0] ?? anchor.fact).recordedAt),
  };
}

/** The last period that was over when the end came; -1 when none was. */
function lastWhole(shape: Parameters<typeof periodOf>[0], end: CalendarDay): number {
  return Math.max(-1, periodOf(shape, end) - 1);
}

/** The first period that is owed and not met; null when a pause without an end leaves none. */
export function firstUnmet(pattern: Pattern): number | null {
  let next = 0;
  for (let period = 0; ; period += 1) {
    if (pattern.last !== null && period > pattern.last) return period;
    while ((pattern.met[next]?.period ?? Number.POSITIVE_INFINITY) < period) next += 1;
    if (pattern.met[next]?.period === period) continue;
    const standing = excuseOf(pattern, period);
    if (standing === 'for good') return null;
    if (standing === 'owed') return period;
  }
}

/** Whether a period is owed: not if a pause touches it, nor if it was over before Kinfold knew of the duty. */
export function excuseOf(pattern: Pattern, period: number): 'owed' | 'excused' | 'for good' {
  const start = periodStart(pattern, period);
  const end = periodEnd(pattern, period);
  if (end < pattern.knownFrom) return 'excused';
  for (const one of pattern.excused) {
    if (one.from > end || (one.to !== null && one.to <= start)) continue;
    return one.to === null ? 'for good' : 'excused';
  }
  return 'owed';
}

/** Everything from the anchor on that would meet some period, in the order of events. */
function actsFor(situation: Situation, compiled: CompiledDuty, anchor: Entry): Entry[] {
  const acts: Entry[] = [];
  for (const part of compiled.parts) {
    for (const entry of entriesOf(situation, part.set)) {
      if (entry.on >= anchor.on && entry !== anchor && fits(part.set, entry, anchor.fact.data, null)) acts.push(entry);
    }
  }
  return acts;
}

function endOf(situation: Situation, compiled: CompiledDuty, anchor: Entry): CalendarDay | null {
  if (compiled.endsWith === null) return null;
  const set = compiled.endsWith;
  const end = entriesOf(situation, set).find(
    (one) => one.on >= anchor.on && one !== anchor && fits(set, one, anchor.fact.data, null),
  );
  return end?.on ?? null;
}
