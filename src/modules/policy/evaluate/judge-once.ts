import type { CompiledDuty } from '../compile/duty.ts';
import { entriesOf, fits } from '../compile/fact-set.ts';
import { intervalsOf } from '../compile/span.ts';
import type { Duty, VoidReason } from '../duty.ts';
import { stricter } from './category.ts';
import type { Entry } from './chronicle.ts';
import { isLate } from './deadline-of.ts';
import { wasImpossible } from './impossible.ts';
import { firstFitting, type Window, windowOf } from './meeting.ts';
import type { Situation } from './situation.ts';

/** Settles one duty that is owed once: what met it, whether something took it away first, and whether it was late. */
export function judgeOnce(
  situation: Situation,
  compiled: CompiledDuty,
  duty: Duty,
  anchor: Entry,
  next: Entry | null,
  from: Entry['on'],
): void {
  const window = windowOf(situation, compiled, anchor, duty.item, duty.due, from);
  const met = meet(situation, compiled, duty, window);
  const taken = takenAway(situation, compiled, duty, anchor, next);
  if (taken !== null && (met === null || taken.entry.on < met.on)) {
    duty.state = 'void';
    duty.because = taken.because;
    duty.category = stricter(duty.category, taken.entry.fact.category);
    return;
  }
  duty.until = endOf(situation, compiled, anchor)?.on ?? null;
  duty.impossible = wasImpossible(situation, compiled, duty, anchor);
  if (met === null) {
    if (duty.metBy.length > 0) duty.state = 'partial';
    else if (duty.impossible) duty.state = 'impossible';
    return;
  }
  duty.metOn = met.on;
  duty.state = isLate(duty, met) && !duty.impossible ? 'met-late' : 'met';
  if (compiled.prefer) duty.notPreferred = !entriesOf(situation, compiled.prefer).includes(met);
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
  readonly entry: Pick<Entry, 'on' | 'fact'>;
}

/** What ended, voided, suspended or replaced the duty on or before its last day; the earliest of them. */
function takenAway(
  situation: Situation,
  compiled: CompiledDuty,
  duty: Duty,
  anchor: Entry,
  next: Entry | null,
): Taken | null {
  let first: Taken | null = null;
  const offer = (because: VoidReason, entry: Taken['entry'] | null): void => {
    if (entry === null || entry.on > duty.lateAfter) return;
    if (first === null || entry.on < first.entry.on) first = { because, entry };
  };
  offer('ended', endOf(situation, compiled, anchor));
  offer('replaced', next);
  if (compiled.voidIf) offer('voided', firstFrom(situation, compiled.voidIf, anchor));
  if (compiled.suspendedDuring) {
    const stretch = intervalsOf(situation, compiled.suspendedDuring).find(
      (one) => one.to === null || one.to > anchor.on,
    );
    if (stretch?.startedBy) offer('suspended', { on: stretch.from, fact: stretch.startedBy.fact });
  }
  return first;
}

function endOf(situation: Situation, compiled: CompiledDuty, anchor: Entry): Entry | null {
  return compiled.endsWith === null ? null : firstFrom(situation, compiled.endsWith, anchor);
}

function firstFrom(situation: Situation, set: NonNullable<CompiledDuty['endsWith']>, anchor: Entry): Entry | null {
  for (const entry of entriesOf(situation, set)) {
    if (entry.on >= anchor.on && entry !== anchor && fits(set, entry, anchor.fact.data, null)) return entry;
  }
  return null;
}
