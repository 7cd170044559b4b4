import type { Fact } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { type CompiledSet, entriesOf, fits } from '../compile/fact-set.ts';
import { cameBefore, type Entry, firstOnOrAfter } from './chronicle.ts';
import { dayOf } from './impossible.ts';
import type { Situation } from './situation.ts';

/** The day from which a duty stands in the world: that of its anchor, or for a planned day the one it was planned on. */
export function standsFrom(situation: Situation, compiled: CompiledDuty, anchor: Entry): CalendarDay {
  if (!compiled.before) return anchor.on;
  const planned = dayOf(situation, (anchor.earlier[0] ?? anchor.fact).recordedAt);
  return Math.min(planned, anchor.on) as CalendarDay;
}

/** The first fact of a set since a duty stands; neither the fact it hangs on, nor one known to have come before it that day. */
export function firstSince(
  situation: Situation,
  compiled: CompiledDuty,
  set: CompiledSet,
  anchor: Entry,
): Entry | null {
  const entries = entriesOf(situation, set);
  if (entries.length === 0) return null;
  const from = standsFrom(situation, compiled, anchor);
  for (let index = firstOnOrAfter(entries, from); index < entries.length; index += 1) {
    const entry = entries[index] as Entry;
    if (entry === anchor) continue;
    if (entry.on === anchor.on && cameBefore(entry, anchor)) continue;
    if (fits(set, entry, anchor.fact.data, null)) return entry;
  }
  return null;
}

/** Whether a day that a fact brings was there when the fact was recorded: what is only planned has not ended anything. */
export function hasHappened(situation: Situation, on: CalendarDay, by: Fact): boolean {
  return on <= dayOf(situation, by.recordedAt);
}
