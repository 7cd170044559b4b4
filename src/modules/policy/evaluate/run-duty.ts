import { type CalendarDay, parseDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { entriesOf, fits } from '../compile/fact-set.ts';
import type { Duty } from '../duty.ts';
import { careOf } from './care-of.ts';
import type { Entry } from './chronicle.ts';
import { deadlinesOf } from './deadline-of.ts';
import { decide } from './decide.ts';
import { judgeOnce } from './judge-once.ts';
import { judgePeriods } from './judge-periods.ts';
import { newDuty } from './new-duty.ts';
import type { Interval, Situation } from './situation.ts';

/** Adds every duty that one rule makes out of a history. */
export function runDuty(situation: Situation, compiled: CompiledDuty, duties: Duty[]): void {
  const anchors = entriesOf(situation, compiled.when);
  for (let index = 0; index < anchors.length; index += 1) {
    const anchor = anchors[index] as Entry;
    if (!applies(situation, compiled, anchor)) continue;
    const care = careOf(situation, compiled, anchor);
    if (care === null) continue;
    const next = compiled.sinceLast ? (anchors[index + 1] ?? null) : null;
    if (compiled.periodic) duties.push(decide(situation, judgePeriods(situation, compiled, anchor, care)));
    else if (compiled.rule.forEach === null) duties.push(dutyOf(situation, compiled, anchor, care, null, next));
    else
      for (const item of itemsOf(compiled, anchor)) duties.push(dutyOf(situation, compiled, anchor, care, item, next));
  }
}

/** Whether the clause is in force on the anchor's day and its condition holds then. */
export function applies(situation: Situation, compiled: CompiledDuty, anchor: Entry): boolean {
  const { clause, provided } = compiled;
  if (anchor.on < clause.from || (clause.to !== null && anchor.on > clause.to)) return false;
  if (!fits(compiled.when, anchor, anchor.fact.data, null)) return false;
  return provided === null || provided(situation, anchor.on, anchor);
}

/** One thing a duty ranges over, and the day it brings with it. */
export interface Item {
  readonly name: string;
  readonly on: CalendarDay | null;
}

export function itemsOf(compiled: CompiledDuty, anchor: { readonly fact: Entry['fact'] }): Item[] {
  const { forEach } = compiled.rule;
  const items = forEach === null ? undefined : anchor.fact.data[forEach.of];
  if (forEach === null || !Array.isArray(items)) return [];
  return items.map((item: unknown) => {
    if (forEach.named === null || typeof item !== 'object' || item === null) return { name: String(item), on: null };
    const fields = item as Readonly<Record<string, unknown>>;
    const on = forEach.day === null ? null : parseDay(String(fields[forEach.day]));
    return { name: String(fields[forEach.named]), on };
  });
}

function dutyOf(
  situation: Situation,
  compiled: CompiledDuty,
  anchor: Entry,
  care: Interval,
  item: Item | null,
  next: Entry | null,
): Duty {
  const from = item?.on ?? anchor.on;
  const at = from === anchor.on ? anchor.at : Number.NaN;
  const hook = { root: anchor.root, seq: anchor.fact.seq, on: anchor.on, category: anchor.fact.category };
  const duty = newDuty(compiled, hook, item?.name ?? null, deadlinesOf(situation, compiled, from, at));
  judgeOnce(situation, compiled, duty, { anchor, care, next, from });
  return decide(situation, duty);
}
