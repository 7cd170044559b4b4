import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Compiled } from '../compile/compiled.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import type { Duty } from '../duty.ts';
import type { Clause } from '../model.ts';

/** Whether a clause is in force on a day; `to` is its last one. */
export function inForce({ from, to }: Clause, day: CalendarDay): boolean {
  return from <= day && (to === null || day <= to);
}

/** The rule that made a duty: of several versions of its clause, the one in force on the anchor's day. */
export function ruleBehind({ duties }: Compiled, duty: Pick<Duty, 'rule' | 'anchorOn'>): CompiledDuty | undefined {
  return duties.find(({ rule, clause }) => rule.id === duty.rule && inForce(clause, duty.anchorOn));
}
