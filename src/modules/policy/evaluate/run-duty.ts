import type { CompiledDuty } from '../compile/duty.ts';
import { entriesOf, fits } from '../compile/fact-set.ts';
import type { Duty } from '../duty.ts';
import { careOf } from './care-of.ts';
import type { Entry } from './chronicle.ts';
import { deadlinesOf } from './deadline-of.ts';
import { decide } from './decide.ts';
import { inForce } from './in-force.ts';
import { type Item, itemsOf } from './items.ts';
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
      for (const item of itemsOf(compiled, anchor.fact))
        duties.push(dutyOf(situation, compiled, anchor, care, item, next));
  }
}

/** Whether the clause is in force on the anchor's day and its condition holds then. */
export function applies(situation: Situation, compiled: CompiledDuty, anchor: Entry): boolean {
  const { clause, provided } = compiled;
  if (!inForce(clause, anchor.on)) return false;
  if (!fits(compiled.when, anchor, anchor.fact.data, null)) return false;
  return provided === null || provided(situation, anchor.on, anchor);
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
  const hook = { root: anchor.root, seq: anchor.fact.seq, on: anchor.on, category: anchor.fact.category };
  const duty = newDuty(compiled, hook, item?.name ?? null, deadlinesOf(situation, compiled, anchor, from));
  judgeOnce(situation, compiled, duty, { anchor, care, next, from });
  return decide(situation, duty);
}
