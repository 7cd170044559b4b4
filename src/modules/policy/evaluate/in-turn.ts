import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Compiled } from '../compile/compiled.ts';
import { type Duty, dutyKey } from '../duty.ts';

/** A duty, and the pack with the numbers it was judged by. */
export interface Judged {
  readonly duty: Duty;
  readonly by: Compiled;
}

/**
 * Duties where an agency changed a number of the rules on a day. What was settled before that day was settled by the number
 * there was, and stays so: nobody was late by a number that came later. What was still owed on that day goes by the new one,
 * unless that would have run out before it began: then the day there was holds.
 * A cycle that runs keeps the length it began with, because its rounds are counted from its first day.
 */
export function judgedInTurn(
  compiled: Compiled,
  now: readonly Duty[],
  judge: (by: Compiled) => readonly Duty[],
): readonly Judged[] {
  const judged = new Map<string, Judged>();
  for (const duty of now) judged.set(nameOf(duty), { duty, by: compiled });
  // From the latest numbers to the earliest, so that the first that settled it has the last word.
  for (const { until, compiled: by } of compiled.earlier.toReversed()) {
    for (const duty of judge(by)) {
      const name = nameOf(duty);
      if (staysAs(duty, judged.get(name)?.duty, until)) judged.set(name, { duty, by });
    }
  }
  return [...judged.values()];
}

/** Which period it names is said by the numbers, and is no part of what it is. */
const nameOf = (duty: Duty): string => (duty.pattern === null ? dutyKey(duty) : `${duty.rule}#${duty.root}`);

function staysAs(then: Duty, since: Duty | undefined, until: CalendarDay): boolean {
  if (then.pattern?.unit === 'cycle') return then.anchorOn < until;
  if (since !== undefined && since.lateAfter < until && then.lateAfter >= until) return true;
  // What became void says no day: it came on the day on which the later number would call it missed or met.
  const settled = then.state === 'void' && since !== undefined ? settledOn(since) : settledOn(then);
  return settled !== null && settled < until;
}

function settledOn({ state, metOn, until }: Duty): CalendarDay | null {
  if (state === 'met' || state === 'met-late') return metOn;
  return state === 'missed' ? until : null;
}
