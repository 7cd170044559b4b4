import type { Fact } from '#modules/facts/model.ts';
import { type CalendarDay, trustedDay } from '#shared/calendar-day.ts';
import type { Compiled } from './compile/compiled.ts';
import { windowOpens } from './compile/duty.ts';
import { dutyKey } from './duty.ts';
import { judged } from './evaluate/evaluate.ts';
import { ruleBehind } from './evaluate/in-force.ts';
import { countedFrom } from './evaluate/items.ts';

/**
 * The earliest day on which an act could have met a duty; of a duty of each period the first day of its first period. Null
 * for one that an act of any time meets, and for a duty nobody knows.
 */
export function countsSince(compiled: Compiled, facts: readonly Fact[], key: string): CalendarDay | null {
  const found = judged(compiled, facts).find(({ duty }) => dutyKey(duty) === key);
  if (found === undefined) return null;
  const { by, duty } = found;
  const rule = ruleBehind(by, duty);
  const fact = facts.find(({ seq }) => seq === duty.anchor);
  if (rule === undefined || fact === undefined || rule.opensBefore === Number.POSITIVE_INFINITY) return null;
  if (duty.pattern !== null) return duty.pattern.origin;
  return windowOpens(rule, rule.sinceLast ? trustedDay(fact.on) : countedFrom(rule, fact, duty.item));
}
