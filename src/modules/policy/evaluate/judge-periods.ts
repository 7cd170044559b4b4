import type { Category, Fact } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { entriesOf, fits } from '../compile/fact-set.ts';
import { type CompiledSpan, intervalsOf } from '../compile/span.ts';
import type { Duty, Pattern, Repetition, Stretch, VoidReason } from '../duty.ts';
import { stricter } from './category.ts';
import { type Entry, firstOnOrAfter } from './chronicle.ts';
import { firstSince, hasHappened } from './ending.ts';
import { dayOf } from './impossible.ts';
import { newDuty } from './new-duty.ts';
import { originOf, periodEnd, periodLabel, periodOf, periodStart } from './period-arithmetic.ts';
import type { Interval, Situation } from './situation.ts';

const UNITS = { 'each week': 'week', 'each month': 'month', 'each year': 'year', 'each cycle': 'cycle' } as const;
const NO_STRETCHES: readonly Stretch[] = [];

/** A duty of each period: the first period nobody met, and the pattern from which the rest is arithmetic. */
export function judgePeriods(situation: Situation, compiled: CompiledDuty, anchor: Entry, care: Interval): Duty {
  const end = endOf(situation, compiled, anchor, care);
  const shape = shapeOf(compiled, anchor);
  const acts = actsFor(situation, compiled, anchor, shape, end?.on ?? null);
  const pattern = patternOf(situation, compiled, anchor, shape, acts.met, end?.on ?? null);
  const period = firstUnmet(pattern);
  const ended = pattern.last !== null && (period === null || period > pattern.last);
  const shown = period === null || ended ? Math.max(0, pattern.last ?? 0) : period;
  const due = periodEnd(pattern, shown);
  const deadlines = { due, dueAt: null, lateAfter: due, lateAfterAt: null, pausedFrom: null };
  const hook = { root: anchor.root, seq: anchor.fact.seq, on: anchor.on, category: anchor.fact.category };
  const duty = newDuty(compiled, hook, ended ? null : periodLabel(pattern, shown), deadlines);
  duty.pattern = pattern;
  duty.until = end?.on ?? null;
  duty.category = stricter(duty.category, acts.category);
  if (end !== null) duty.category = stricter(duty.category, end.by.category);
  if (ended) settleEnded(duty, pattern, end?.because ?? 'ended');
  else if (period === null) {
    duty.state = 'void';
    duty.because = 'suspended';
  } else if (end !== null && hasHappened(situation, end.on, end.by)) {
    duty.state = 'missed';
    duty.because = end.because;
  }
  return duty;
}

/** Every owed period was met, or the end came before one was over. */
function settleEnded(duty: Duty, pattern: Pattern, because: VoidReason): void {
  const last = pattern.met[pattern.met.length - 1];
  if (last === undefined) {
    duty.state = 'void';
    duty.because = because;
    return;
  }
  duty.state = 'met';
  duty.metBy = pattern.met.map((one) => one.seq);
  duty.metOn = last.on;
}

type Shape = Pick<Pattern, 'unit' | 'origin' | 'firstDays' | 'days'>;

function shapeOf({ rule, cycle }: CompiledDuty, anchor: Entry): Shape {
  const { repeats } = rule;
  const unit = repeats.how in UNITS ? UNITS[repeats.how as keyof typeof UNITS] : 'cycle';
  const first = 'first' in repeats ? repeats.first : 'own';
  return { unit, origin: originOf(unit, anchor.on, first), firstDays: cycle.first, days: cycle.days };
}

function patternOf(
  situation: Situation,
  compiled: CompiledDuty,
  anchor: Entry,
  shape: Shape,
  met: Pattern['met'],
  end: CalendarDay | null,
): Pattern {
  return {
    unit: shape.unit,
    origin: shape.origin,
    firstDays: shape.firstDays,
    days: shape.days,
    last: end === null ? null : lastWhole(shape, end),
    met,
    excused: compiled.notOwedDuring ? stretchesOf(situation, compiled.notOwedDuring) : NO_STRETCHES,
    knownFrom: dayOf(situation, (anchor.earlier[0] ?? anchor.fact).recordedAt),
  };
}

/** The days alone: which facts began and ended them is nothing to be stored with a duty. */
function stretchesOf(situation: Situation, span: CompiledSpan): readonly Stretch[] {
  const intervals = intervalsOf(situation, span);
  return intervals.length === 0 ? NO_STRETCHES : intervals.map(({ from, to }) => ({ from, to }));
}

/** The last period that was over when the end came; -1 when none was. */
function lastWhole(shape: Shape, end: CalendarDay): number {
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

/**
 * Whether a period is owed: not if a pause touches it, nor if it was over before Kinfold knew of the duty. What began and
 * ended on one day has no day of its own, and touches nothing.
 */
export function excuseOf(pattern: Repetition, period: number): 'owed' | 'excused' | 'for good' {
  const start = periodStart(pattern, period);
  const end = periodEnd(pattern, period);
  if (end < pattern.knownFrom) return 'excused';
  for (const one of pattern.excused) {
    if (one.from > end || (one.to !== null && (one.to <= start || one.to <= one.from))) continue;
    return one.to === null ? 'for good' : 'excused';
  }
  return 'owed';
}

interface Acts {
  readonly met: Pattern['met'];
  /** The strictest category of the acts that would meet some period; the anchor's where there are none. */
  readonly category: Category;
}

/** What was done from the anchor's day to that of the end, in the order of events: the first act of each period meets it. */
function actsFor(
  situation: Situation,
  compiled: CompiledDuty,
  anchor: Entry,
  shape: Shape,
  end: CalendarDay | null,
): Acts {
  const met: { period: number; seq: number; on: CalendarDay }[] = [];
  let { category } = anchor.fact;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const { set } of compiled.parts) {
    const entries = entriesOf(situation, set);
    for (let index = firstOnOrAfter(entries, anchor.on); index < entries.length; index += 1) {
      const entry = entries[index] as Entry;
      if (end !== null && entry.on > end) break;
      if (entry === anchor || !fits(set, entry, anchor.fact.data, null)) continue;
      category = stricter(category, entry.fact.category);
      // Acts come in order, so most lie in the period already met: no need to work out which it is.
      if (entry.on <= lastDay) continue;
      const period = periodOf(shape, entry.on);
      if (period < 0) continue;
      lastDay = periodEnd(shape, period);
      met.push({ period, seq: entry.fact.seq, on: entry.on });
    }
  }
  return { met, category };
}

interface End {
  readonly because: VoidReason;
  readonly on: CalendarDay;
  readonly by: Fact;
}

/** What no further period is owed after: the end of care, or what the rule ends with, whichever comes first. */
function endOf(situation: Situation, compiled: CompiledDuty, anchor: Entry, care: Interval): End | null {
  const entry = compiled.endsWith === null ? null : firstSince(situation, compiled, compiled.endsWith, anchor);
  if (care.to !== null && care.endedBy !== null && (entry === null || care.to < entry.on))
    return { because: 'care-ended', on: care.to, by: care.endedBy.fact };
  return entry === null ? null : { because: 'ended', on: entry.on, by: entry.fact };
}
