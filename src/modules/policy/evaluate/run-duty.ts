import type { CompiledDuty } from '../compile/duty.ts';
import { entriesOf, fits } from '../compile/fact-set.ts';
import type { Duty } from '../duty.ts';
import { careOf } from './care-of.ts';
import type { Entry } from './chronicle.ts';
import { deadlinesOf } from './deadline-of.ts';
import { decide } from './decide.ts';
import { inForce } from './in-force.ts';
import { countedFrom, type Item, itemsOf } from './items.ts';
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
    else if (compiled.rule.forEach === null) pushRounds(situation, compiled, { anchor, care, next }, duties);
    else
      for (const item of itemsOf(compiled, anchor.fact))
        duties.push(dutyOf(situation, compiled, { anchor, care, next }, item));
  }
}

/** Whether the clause is in force on the anchor's day and its condition holds then. */
export function applies(situation: Situation, compiled: CompiledDuty, anchor: Entry): boolean {
  const { clause, provided } = compiled;
  if (!inForce(clause, anchor.on)) return false;
  if (!fits(compiled.when, anchor, anchor.fact.data, null)) return false;
  return provided === null || provided(situation, anchor.on, anchor);
}

interface Hung {
  readonly anchor: Entry;
  readonly care: Interval;
  /** What starts the clock anew. */
  readonly next: Entry | null;
}

/**
 * The duty that hangs on a fact. One that comes again so long after each time is passed over where it was exempted, and not
 * ended: the next round is counted from its day, and named by its number.
 */
function pushRounds(situation: Situation, compiled: CompiledDuty, hung: Hung, duties: Duty[]): void {
  let duty = dutyOf(situation, compiled, hung, null);
  duties.push(duty);
  for (let round = 2; compiled.sinceLast && duty.state === 'exempted'; round += 1) {
    const name = String(round);
    duty = dutyOf(situation, compiled, hung, { name, on: countedFrom(compiled, hung.anchor.fact, name) });
    if (duty.state !== 'void') duties.push(duty);
  }
}

function dutyOf(situation: Situation, compiled: CompiledDuty, { anchor, care, next }: Hung, item: Item | null): Duty {
  const from = item?.on ?? anchor.on;
  const hook = { root: anchor.root, seq: anchor.fact.seq, on: anchor.on, category: anchor.fact.category };
  const duty = newDuty(compiled, hook, item?.name ?? null, deadlinesOf(situation, compiled, anchor, from));
  judgeOnce(situation, compiled, duty, { anchor, care, next, from });
  return decide(situation, duty);
}
