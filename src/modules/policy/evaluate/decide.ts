import type { Duty, Pattern } from '../duty.ts';
import { stricter } from './category.ts';
import type { Entry } from './chronicle.ts';
import { isLate } from './deadline-of.ts';
import { decisionFor, decisionsByItem } from './decisions.ts';
import { firstUnmet } from './judge-periods.ts';
import { periodEnd, periodLabel, periodLabelled, periodStart } from './period-arithmetic.ts';
import type { Situation } from './situation.ts';

/** Applies what people decided about a duty. A decision stays with the duty however its dates move. */
export function decide(situation: Situation, duty: Duty): Duty {
  if (situation.decisions === null) return duty;
  if (duty.pattern !== null) return decidePeriods(situation, duty);
  const decision = decisionFor(situation.decisions, duty.rule, duty.root, duty.item);
  if (decision === null || duty.state === 'void') return duty;
  if (duty.metOn !== null && !saidDoneBefore(duty, decision) && !exemptedBefore(duty, decision)) return duty;
  if (handsOnTooLate(duty, decision)) return duty;
  apply(duty, decision);
  return duty;
}

/** Nobody can take on what ended and was missed. */
const handsOnTooLate = (duty: Duty, decision: Entry): boolean =>
  duty.state === 'missed' && decision.fact.kind === 'duty.delegated';

/** What need not be done by its day is not late when somebody does it afterwards all the same. */
const exemptedBefore = ({ state, metOn }: Duty, { fact, on }: Entry): boolean =>
  state === 'met-late' && fact.kind === 'duty.exempted' && metOn !== null && on <= metOn;

/** The first time it was done counts: what somebody says was done on a day is not done again, or late, by a later act. */
const saidDoneBefore = ({ metOn }: Duty, { fact, on }: Entry): boolean =>
  fact.kind === 'duty.attested' && metOn !== null && on < metOn;

function apply(duty: Duty, decision: Entry): void {
  duty.decidedBy = decision.fact.seq;
  duty.category = stricter(duty.category, decision.fact.category);
  if (decision.fact.kind === 'duty.exempted') duty.state = 'exempted';
  if (decision.fact.kind === 'duty.delegated') {
    // What nobody could do in time is not late with whomever has it now.
    if (!duty.impossible) duty.state = 'delegated';
    duty.delegatedTo = String(decision.fact.data.to ?? '');
  }
  if (decision.fact.kind === 'duty.attested') {
    duty.state = isLate(duty, decision) && !duty.impossible ? 'met-late' : 'met';
    duty.metBy = [decision.fact.seq];
    duty.metOn = decision.on;
    duty.openParts = [];
    duty.notPreferred = false;
  }
}

/**
 * A period attested is met, a period exempted is not owed, whichever of them it is: one missed before does not stand in the
 * way of what is decided about a later one. What is left names the first unmet period.
 */
function decidePeriods(situation: Situation, duty: Duty): Duty {
  if (duty.pattern === null) return duty;
  // Ended before a period was over: nothing is left to be decided, but what was said done by then was done.
  const over = duty.state === 'void' && duty.until !== null;
  if (duty.state !== 'open' && duty.state !== 'missed' && !over) return duty;
  let { pattern, category, decidedBy } = duty;
  for (const decision of decisionsByItem(situation.decisions, duty.rule, duty.root)) {
    if (decision.fact.kind === 'duty.delegated') continue;
    const afterIt = duty.until !== null && decision.on > duty.until;
    if (over && (decision.fact.kind !== 'duty.attested' || afterIt)) continue;
    const period = periodLabelled(pattern, String(decision.fact.data.item ?? ''));
    // What was said done in a time after the end, before that was known, is no more than what was done then.
    if (period === null || (afterIt && pattern.last !== null && period > pattern.last)) continue;
    if (pattern.met.some((one) => one.period === period)) continue;
    category = stricter(category, decision.fact.category);
    decidedBy = decision.fact.seq;
    pattern = decision.fact.kind === 'duty.exempted' ? excusing(pattern, period) : meeting(pattern, period, decision);
  }
  if (over && pattern === duty.pattern) return duty;
  const period = firstUnmet(pattern);
  if (pattern.last !== null && (period === null || period > pattern.last))
    return settled({ ...duty, pattern, category, decidedBy }, pattern, pattern.last);
  if (period === null) return { ...duty, pattern, category, decidedBy, state: 'void', because: 'suspended' };
  const item = periodLabel(pattern, period);
  const due = periodEnd(pattern, period);
  const now = { ...duty, pattern, category, item, due, lateAfter: due };
  const decision = decisionFor(situation.decisions, duty.rule, duty.root, item);
  if (decision?.fact.kind === 'duty.delegated' && !handsOnTooLate(now, decision)) apply(now, decision);
  return now;
}

/** Exactly the days of the period, so that it touches no other. */
function excusing(pattern: Pattern, period: number): Pattern {
  const days = { from: periodStart(pattern, period), to: periodStart(pattern, period + 1), decided: true as const };
  return { ...pattern, excused: [...pattern.excused, days] };
}

function meeting(pattern: Pattern, period: number, { fact, on }: Entry): Pattern {
  const met = [...pattern.met, { period, seq: fact.seq, on }];
  return { ...pattern, met: met.sort((a, b) => a.period - b.period) };
}

/** Nothing is left to be met: it was, or somebody decided that none of it was owed. */
function settled(duty: Duty, pattern: Pattern, last: number): Duty {
  const { met } = pattern;
  const due = periodEnd(pattern, Math.max(0, last));
  const is = { ...duty, because: null, item: null, due, lateAfter: due };
  const latest = met[met.length - 1];
  if (latest === undefined) return { ...is, state: 'exempted' };
  return { ...is, state: 'met', metBy: met.map(({ seq }) => seq), metOn: latest.on };
}
