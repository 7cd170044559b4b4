import type { CalendarDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { windowOpens } from '../compile/duty.ts';
import { type CompiledSet, entriesOf, fits } from '../compile/fact-set.ts';
import { cameBefore, type Entry, firstOnOrAfter } from './chronicle.ts';
import type { Situation } from './situation.ts';

/** Between which days an act counts for one duty. */
export interface Window {
  readonly anchor: Entry;
  readonly item: string | null;
  readonly opens: CalendarDay;
  readonly closes: number;
}

/** The window of a duty, counted from a day: the anchor's, or the one its item brings. */
export function windowOf(
  situation: Situation,
  duty: CompiledDuty,
  anchor: Entry,
  item: string | null,
  due: CalendarDay,
  from: CalendarDay,
): Window {
  const { countsUntil, afterMove } = duty.rule;
  let closes = Number.POSITIVE_INFINITY;
  if (countsUntil === 'due') closes = due;
  if (countsUntil === 'the day itself') closes = from;
  let opens = windowOpens(duty, from);
  if (afterMove === 'must be done again' && anchor.earlier.some((version) => version.on !== anchor.fact.on)) {
    const moved = situation.compiled.dayOfInstant(Date.parse(anchor.fact.recordedAt));
    if (moved > opens) opens = moved;
  }
  return { anchor, item, opens, closes };
}

/**
 * The earliest fact of a set that counts in the window. A duty that starts its own next round (review after review)
 * needs a later fact than its anchor; any other duty can be met on the anchor's own day, unless both instants are known
 * and the act came first.
 */
export function firstFitting(situation: Situation, set: CompiledSet, window: Window): Entry | null {
  const { anchor, item, opens, closes } = window;
  const entries = entriesOf(situation, set);
  for (let index = firstOnOrAfter(entries, opens); index < entries.length; index += 1) {
    const entry = entries[index] as Entry;
    if (entry.on > closes) return null;
    if (entry === anchor || comesTooEarly(entry, window)) continue;
    if (fits(set, entry, anchor.fact.data, item)) return entry;
  }
  return null;
}

function comesTooEarly(entry: Entry, { anchor, opens }: Window): boolean {
  return opens >= anchor.on && entry.on === anchor.on && cameBefore(entry, anchor);
}
