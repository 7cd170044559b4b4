import { addDays, type CalendarDay } from '#shared/calendar-day.ts';
import { cameBefore, type Entry, firstOnOrAfter } from '../evaluate/chronicle.ts';
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
    const starts = entriesOf(situation, from.set);
    if (starts.length === 0) return NOTHING;
    const ends = to ? entriesOf(situation, to.set) : NOTHING;
    const found: Stay[] = [];
    for (const startedBy of starts) {
      const first = from.day(startedBy);
      const before = lastOfTheSame(found, startedBy, ofTheSame);
      // A beginning of what has not ended says nothing new.
      if (before !== null && (before.to === null || before.to - shift > first || wasOfOneDay(before, first))) continue;
      const endedBy = to === null ? null : endFor(ends, to, { startedBy, first, before, ofTheSame });
      const last = endedBy === null || to === null ? null : addDays(to.day(endedBy), shift);
      found.push({ from: first, to: last, startedBy, endedBy });
    }
    return found;
  };
}

const NOTHING: readonly never[] = [];

/** A stretch that a fact began. */
type Stay = Interval & { readonly startedBy: Entry };

/** The stretch before of what a beginning names. */
function lastOfTheSame(found: readonly Stay[], start: Entry, ofTheSame: string | null): Stay | null {
  return found.findLast((one) => namesTheSame(one.startedBy, start, ofTheSame)) ?? null;
}

/**
 * Begun and ended on this very day, at hours nobody gave: what began that day at a known hour began before that end, as the
 * assignment of a youth enrolled and lost on one day.
 */
function wasOfOneDay({ from, startedBy, endedBy }: Stay, day: CalendarDay): boolean {
  return from === day && endedBy?.on === day && Number.isNaN(startedBy.at) && Number.isNaN(endedBy.at);
}

interface Beginning {
  readonly startedBy: Entry;
  readonly first: CalendarDay;
  readonly before: Stay | null;
  readonly ofTheSame: string | null;
}

/**
 * The first end of a stretch. On the day it began, an end that closed the stretch before is not its own, nor is one at an
 * earlier hour, where both hours are known: ended and begun again on one day, as in a transfer.
 */
function endFor(ends: readonly Entry[], to: CompiledBoundary, beginning: Beginning): Entry | null {
  const { startedBy, first, before, ofTheSame } = beginning;
  const closed = before?.endedBy?.position ?? -1;
  for (const end of ends) {
    if (to.day(end) < first || end.position <= closed || !namesTheSame(end, startedBy, ofTheSame)) continue;
    if (end.on === startedBy.on && cameBefore(end, startedBy)) continue;
    return end;
  }
  return null;
}

/** Where the clause says so, only what names the same thing belongs together. */
function namesTheSame(one: Entry, other: Entry, ofTheSame: string | null): boolean {
  return ofTheSame === null || one.fact.data[ofTheSame] === other.fact.data[ofTheSame];
}

interface CompiledBoundary {
  readonly set: CompiledSet;
  readonly day: (entry: Entry) => CalendarDay;
}

function compileBoundary(workshop: Workshop, boundary: Boundary): CompiledBoundary {
  const set = compileSet(workshop, boundary.facts);
  if (boundary.offset === null) return { set, day: (entry) => entry.on };
  const shifted: DayFrom = compileDeadline(workshop, boundary.offset);
  return { set, day: (entry) => shifted(entry.on, 'strict') };
}

function lacking(workshop: Workshop, span: Extract<Span, { shape: 'without' }>): Finder {
  const set = compileSet(workshop, span.facts);
  const during = compileSpan(workshop, span.during);
  const long = plusLength(workshop, span.length);
  const shortest = shortestDays(workshop, span.length);
  return (situation) => {
    const found: Interval[] = [];
    const add = (
      since: CalendarDay,
      startedBy: Entry | null,
      until: CalendarDay | null,
      endedBy: Entry | null,
    ): void => {
      const from = long(since);
      if (until === null || from < until) found.push({ from, to: until, startedBy, endedBy });
    };
    for (const within of intervalsOf(situation, during)) {
      const entries = entriesOf(situation, set);
      let since = within.from;
      let last = within.startedBy;
      for (let index = firstOnOrAfter(entries, within.from); index < entries.length; index += 1) {
        const entry = entries[index] as Entry;
        if (within.to !== null && entry.on >= within.to) break;
        // Most gaps are far too short to be worth exact months.
        if (entry.on - since >= shortest) add(since, last, entry.on, entry);
        since = entry.on;
        last = entry;
      }
      add(since, last, within.to, within.endedBy);
    }
    return found;
  };
}
