import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Compiled } from '../compile/compiled.ts';
import { type Duty, dutyKey } from '../duty.ts';
import { ruleBehind } from './in-force.ts';

/** A duty, and the pack with the numbers it was judged by. */
export interface Judged {
  readonly duty: Duty;
  readonly by: Compiled;
}

/**
 * Duties where an agency changed a number of the rules on a day. What was settled before that day was settled by the number
 * there was, and stays so: nobody was late by a number that came later. What was still owed on that day goes by the new one,
 * unless that would have run out before it began: then of both days the later holds.
 * A cycle that runs keeps the length it began with, because its rounds are counted from its first day. So does a round that is
 * counted from the day of one that was exempted, and over, before.
 */
export function judgedInTurn(
  compiled: Compiled,
  now: readonly Duty[],
  judge: (by: Compiled) => readonly Duty[],
): readonly Judged[] {
  const turns = [
    ...compiled.earlier.map(({ compiled: by }) => ({ by, duties: judge(by) })),
    { by: compiled, duties: now },
  ];
  let found = new Map<string, Judged>();
  // In the order of time, so that what stays at one change is what may stay at the next.
  for (const [turn, { by, duties }] of turns.entries()) {
    const before = found;
    const until = compiled.earlier[turn - 1]?.until;
    found = new Map(duties.map((duty) => [nameOf(duty), { duty, by }]));
    for (const [name, then] of before) {
      const follows = roundBefore(then);
      const stays = follows !== null && found.get(follows) === before.get(follows);
      if (stays || (until !== undefined && staysAs(then.duty, found.get(name)?.duty, until))) found.set(name, then);
    }
  }
  return [...found.values()];
}

/** Which period it names is said by the numbers, and is no part of what it is. */
const nameOf = (duty: Duty): string => (duty.pattern === null ? dutyKey(duty) : `${duty.rule}#${duty.root}`);

/** The name of the round whose day this one is counted from; null for a first one, and for what comes in no rounds. */
function roundBefore({ duty, by }: Judged): string | null {
  if (duty.item === null || duty.pattern !== null || !ruleBehind(by, duty)?.sinceLast) return null;
  const before = Number(duty.item) - 1;
  return nameOf({ ...duty, item: before === 1 ? null : String(before) });
}

function staysAs(then: Duty, since: Duty | undefined, until: CalendarDay): boolean {
  if (then.pattern?.unit === 'cycle') return then.anchorOn < until;
  if (then.state === 'exempted' && then.lateAfter < until) return true;
  // What became void says no day: it came on the day on which the later number would call it missed or met.
  const settled = then.state === 'void' && since !== undefined ? settledOn(since) : settledOn(then);
  if (settled !== null && settled < until) return true;
  if (since === undefined || since.lateAfter >= until || !isLaterOf(then, since)) return false;
  const done = settledOn(since);
  return done === null || done >= until;
}

/** Whether the first of two readings of one duty gives more time. */
function isLaterOf(one: Duty, two: Duty): boolean {
  if (one.lateAfter !== two.lateAfter) return one.lateAfter > two.lateAfter;
  if (one.lateAfterAt === null || two.lateAfterAt === null) return false;
  return Date.parse(one.lateAfterAt) > Date.parse(two.lateAfterAt);
}

function settledOn({ state, metOn, until }: Duty): CalendarDay | null {
  if (state === 'met' || state === 'met-late') return metOn;
  return state === 'missed' ? until : null;
}
