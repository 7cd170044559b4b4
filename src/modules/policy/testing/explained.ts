import type { Fact } from '#modules/facts/model.ts';
import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { explainDuty } from '../explain/explain-duty.ts';
import type { Explanation, Reason } from '../explain/reason.ts';
import { fact, small } from './small-pack.ts';

/** A pack of one duty, `d`, met by or ended with what is added. */
export const duty = (more: string, due = 'due: within 30 calendar days', when = 'enrolment.started') => `
- duty: d
  when: ${when}
  owes: [x]
  ${due}
${more}`;
export const MET_BY_PLAN = '  met by: plan.submitted';
export const started = (seq: number, on: string, rest: Partial<Fact> = {}) =>
  fact(seq, on, 'enrolment.started', {}, rest);
/** The fact that duty hangs on. */
export const start = started(1, '2026-09-14');
export const sent = (seq: number, on: string, kind = 'initial') => fact(seq, on, 'plan.submitted', { kind });

/** The explanation of one duty; throws when there is no such duty. */
export function explained(rules: string, facts: readonly Fact[], key = 'd#1'): Explanation {
  const explanation = explainDuty(small(rules), facts, key);
  if (explanation === null) throw new Error(`no duty ${key}`);
  return explanation;
}

/** A reason as one line: its code, its days, and what else it says. */
export function lineOfReason({ code, ...rest }: Reason): string {
  const parts = Object.entries(rest).map(([name, value]) =>
    typeof value === 'number' && value > 10_000 ? isoDay(value as CalendarDay) : `${name} ${String(value)}`,
  );
  return [code, ...parts].join(' ');
}
