import type { Fact } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { entriesOf } from '../compile/fact-set.ts';
import { intervalsOf } from '../compile/span.ts';
import type { Duty, VoidReason } from '../duty.ts';
import { stricter } from './category.ts';
import type { Entry } from './chronicle.ts';
import { isLate } from './deadline-of.ts';
import { decisionFor } from './decisions.ts';
import { firstSince, hasHappened } from './ending.ts';
import { wasImpossible } from './impossible.ts';
import { firstFitting, type Window, windowOf } from './meeting.ts';
import type { Interval, Situation } from './situation.ts';

/** Where a duty belongs: what it hangs on, the stretch of care it ends with, its next round, and the day it counts from. */
export interface Belongs {
  readonly anchor: Entry;
  readonly care: Interval;
  readonly next: Entry | null;
  readonly from: CalendarDay;
}

/**
 * Settles one duty that is owed once: what met it, whether something took it away first, and whether it was late. What
 * takes a duty away by its last day makes it void; after that day it was missed, and nobody owes it any more.
 */
export function judgeOnce(situation: Situation, compiled: CompiledDuty, duty: Duty, belongs: Belongs): void {
  const { anchor, from } = belongs;
  const window = windowOf(situation, compiled, anchor, duty.item, duty.due, from);
  const found = meet(situation, compiled, duty, window);
  const taken = unlessSaidDone(situation, duty, takenAway(situation, compiled, belongs));
  const met = taken !== null && found !== null && taken.on < found.on ? null : found;
  if (taken !== null && met === null) {
    duty.because = taken.because;
    duty.category = stricter(duty.category, taken.by.category);
    if (taken.on <= duty.lateAfter) {
      duty.state = 'void';
      return;
    }
    duty.until = taken.on;
  }
  duty.impossible = wasImpossible(situation, compiled, duty, anchor);
  if (met === null) {
    if (duty.impossible) duty.state = 'impossible';
    else if (taken !== null && hasHappened(situation, taken.on, taken.by)) duty.state = 'missed';
    else if (duty.metBy.length > 0) duty.state = 'partial';
    return;
  }
  duty.metOn = met.on;
  duty.state = isLate(duty, met) && !duty.impossible ? 'met-late' : 'met';
  if (compiled.prefer)
    duty.notPreferred = !entriesOf(situation, compiled.prefer).some((one) => duty.metBy.includes(one.fact.seq));
}

/** Nothing takes away what was said done by then: `decide` enters what was said. */
function unlessSaidDone({ decisions }: Situation, { rule, root, item }: Duty, taken: Taken | null): Taken | null {
  if (taken === null || decisions === null) return taken;
  const said = decisionFor(decisions, rule, root, item);
  return said?.fact.kind === 'duty.attested' && said.on <= taken.on ? null : taken;
}

/** Fills in what was done; the entry that completed the duty, or null while a part is open. */
function meet(situation: Situation, compiled: CompiledDuty, duty: Duty, window: Window): Entry | null {
  const [only] = compiled.parts;
  if (compiled.parts.length === 1 && only !== undefined) {
    const entry = firstFitting(situation, only.set, window);
    if (entry !== null) meetWith(duty, [entry]);
    return entry;
  }
  const done: Entry[] = [];
  const open: string[] = [];
  for (const part of compiled.parts) {
    const entry = firstFitting(situation, part.set, window);
    if (entry === null) open.push(part.name ?? '');
    else if (!done.includes(entry)) done.push(entry);
  }
  done.sort((a, b) => a.position - b.position);
  meetWith(duty, done);
  duty.openParts = open;
  return open.length === 0 ? (done[done.length - 1] ?? null) : null;
}

function meetWith(duty: Duty, entries: readonly Entry[]): void {
  duty.metBy = entries.map((entry) => entry.fact.seq);
  for (const entry of entries) duty.category = stricter(duty.category, entry.fact.category);
}

interface Taken {
  readonly because: VoidReason;
  readonly on: CalendarDay;
  readonly by: Fact;
}

/** What ended, voided, suspended or replaced the duty; the earliest of them. */
function takenAway(situation: Situation, compiled: CompiledDuty, belongs: Belongs): Taken | null {
  const { anchor, care, next } = belongs;
  let first = earlier(null, 'care-ended', care.to, care.endedBy);
  if (compiled.endsWith) {
    const ended = firstSince(situation, compiled, compiled.endsWith, anchor);
    if (ended !== null) first = earlier(first, 'ended', ended.on, ended);
  }
  if (next !== null) first = earlier(first, 'replaced', next.on, next);
  if (compiled.voidIf) {
    const voided = firstSince(situation, compiled, compiled.voidIf, anchor);
    if (voided !== null) first = earlier(first, 'voided', voided.on, voided);
  }
  if (compiled.suspendedDuring) {
    const stretch = intervalsOf(situation, compiled.suspendedDuring).find(
      (one) => one.to === null || one.to > anchor.on,
    );
    if (stretch) first = earlier(first, 'suspended', stretch.from, stretch.startedBy);
  }
  return first;
}

/** Of what was found so far and something more the one that came first; of two on one day what was found before. */
function earlier(first: Taken | null, because: VoidReason, on: CalendarDay | null, by: Entry | null): Taken | null {
  if (on === null || by === null || (first !== null && first.on <= on)) return first;
  return { because, on, by: by.fact };
}
