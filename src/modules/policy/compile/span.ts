import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Entry } from '../evaluate/chronicle.ts';
import type { Interval, Situation } from '../evaluate/situation.ts';
import { overlapOf, unite, without } from '../evaluate/stretches.ts';
import type { Boundary, Span } from '../rules/span.ts';
import { compileDeadline, type DayFrom, plusLength, shortestDays } from './deadline.ts';
import { type CompiledSet, compileSet, entriesOf } from './fact-set.ts';
import type { Workshop } from './workshop.ts';

/** A span of days, ready to be looked up: found once an evaluation. */
export interface CompiledSpan {
  readonly slot: number;
  readonly name: string;
  readonly find: (situation: Situation) => readonly Interval[];
}

export function compileSpan(workshop: Workshop, name: string): CompiledSpan {
  const known = workshop.spans.get(name);
  if (known !== undefined) return known;
  const finders = workshop
    .termsCalled(name)
    .flatMap(({ rule }) => (rule.means.of === 'span' ? [finderOf(workshop, rule.means.span)] : []));
  const [only] = finders;
  const find =
    finders.length === 1 && only
      ? only
      : (situation: Situation) => unite(finders.flatMap((one) => [...one(situation)]));
  const compiled = { slot: workshop.spans.size, name, find };
  workshop.spans.set(name, compiled);
  return compiled;
}

export function intervalsOf(situation: Situation, span: CompiledSpan): readonly Interval[] {
  const known = situation.spans[span.slot];
  if (known !== undefined) return known;
  const found = span.find(situation);
  situation.spans[span.slot] = found;
  return found;
}

type Finder = CompiledSpan['find'];

function finderOf(workshop: Workshop, span: Span): Finder {
  switch (span.shape) {
    case 'between':
      return between(workshop, span);
    case 'without':
      return lacking(workshop, span);
    case 'all of': {
      const parts = span.terms.map((term) => compileSpan(workshop, term));
      return (situation) => parts.map((part) => intervalsOf(situation, part)).reduce(overlapOf);
    }
    case 'any of': {
      const parts = span.terms.map((term) => compileSpan(workshop, term));
      return (situation) => unite(parts.flatMap((part) => [...intervalsOf(situation, part)]));
    }
    case 'except': {
      const whole = compileSpan(workshop, span.term);
      const parts = span.except.map((term) => compileSpan(workshop, term));
      return (situation) =>
        parts.reduce((left, part) => without(left, intervalsOf(situation, part)), intervalsOf(situation, whole));
    }
  }
}

function between(workshop: Workshop, span: Extract<Span, { shape: 'between' }>): Finder {
  const from = compileBoundary(workshop, span.from);
  const to = span.to ? compileBoundary(workshop, span.to) : null;
  const shift = span.lastDayCounts ? 1 : 0;
  const { ofTheSame } = span;
  return (situation) => {
    const found: Interval[] = [];
    const ends = to ? entriesOf(situation, to.set) : [];
    for (const start of entriesOf(situation, from.set)) {
      const first = from.day(start);
      const latest: Interval | undefined = found[found.length - 1];
      if (ofTheSame === null && latest && (latest.to === null || latest.to > first)) continue;
      const end = ends.find(
        (one) =>
          to !== null &&
          to.day(one) >= first &&
          namesTheSame(one, start, ofTheSame) &&
          // Ended and begun again on one day, as in a transfer: that end closed the stretch before, not this one.
          !(one === latest?.endedBy && to.day(one) === first),
      );
      const last = end && to ? ((to.day(end) + shift) as CalendarDay) : null;
      found.push({ from: first, to: last, startedBy: start, endedBy: end ?? null });
    }
    return found;
  };
}

/** Where the clause says so, an end closes only the beginning that names the same thing. */
function namesTheSame(end: Entry, start: Entry, ofTheSame: string | null): boolean {
  return ofTheSame === null || end.fact.data[ofTheSame] === start.fact.data[ofTheSame];
}

function compileBoundary(
  workshop: Workshop,
  boundary: Boundary,
): { set: CompiledSet; day: (entry: Entry) => CalendarDay } {
  const set = compileSet(workshop, boundary.facts);
  if (boundary.offset === null) return { set, day: (entry) => entry.on };
  const shifted: DayFrom = compileDeadline(workshop, boundary.offset, true);
  return { set, day: (entry) => shifted(entry.on, 'strict') };
}

function lacking(workshop: Workshop, span: Extract<Span, { shape: 'without' }>): Finder {
  const set = compileSet(workshop, span.facts);
  const during = compileSpan(workshop, span.during);
  const long = plusLength(workshop, span.length);
  const shortest = shortestDays(workshop, span.length);
  return (situation) => {
    const found: Interval[] = [];
    for (const within of intervalsOf(situation, during)) {
      let since: { on: CalendarDay; entry: Entry | null } = { on: within.from, entry: within.startedBy };
      const close = (until: CalendarDay | null, by: Entry | null): void => {
        // Most gaps are far too short to be worth exact months.
        if (until !== null && until - since.on < shortest) return;
        const from = long(since.on);
        if (until === null || from < until) found.push({ from, to: until, startedBy: since.entry, endedBy: by });
      };
      for (const entry of entriesOf(situation, set)) {
        if (entry.on < within.from) continue;
        if (within.to !== null && entry.on >= within.to) break;
        close(entry.on, entry);
        since = { on: entry.on, entry };
      }
      close(within.to, within.endedBy);
    }
    return found;
  };
}
