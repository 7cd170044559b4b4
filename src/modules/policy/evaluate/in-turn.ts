import type { Fact } from '#modules/facts/model.ts';
import { type CalendarDay, trustedDay } from '#shared/calendar-day.ts';
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
 * unless that would have run out before it began: then of both days the later holds. What arose from that day on goes by the new
 * one always, even where something done before counts for it.
 * A cycle that runs keeps the length it began with, because its rounds are counted from its first day. So does a round that is
 * counted from the day of one that was exempted, and over, before.
 */
export function judgedInTurn(
  compiled: Compiled,
  facts: readonly Fact[],
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
      if (stays || (until !== undefined && staysAs(then, found.get(name)?.duty, until, facts))) found.set(name, then);
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

function staysAs(
  { duty: then, by }: Judged,
  since: Duty | undefined,
  until: CalendarDay,
  facts: readonly Fact[],
): boolean {
  if (then.anchorOn >= until && !wasPlanned(then, by, until, facts)) return false;
  if (then.pattern?.unit === 'cycle') return then.anchorOn < until;
  if (then.state === 'exempted' && then.lateAfter < until && wasDecided(then, until, facts)) return true;
  // What became void says no day: it came on the day on which the later number would call it missed or met.
  const settled = then.state === 'void' && since !== undefined ? settledOn(since) : settledOn(then);
  if (settled !== null && settled < until) return true;
  if (since === undefined || since.lateAfter >= until || !isLaterOf(then, since)) return false;
  const done = settledOn(since);
  return done === null || done >= until;
}

/** Whether a duty whose deadline lies before a day to come was there before another, because its day had been planned. */
function wasPlanned(duty: Duty, by: Compiled, until: CalendarDay, facts: readonly Fact[]): boolean {
  if (!ruleBehind(by, duty)?.before) return false;
  const planned = facts.find(({ seq }) => seq === duty.root);
  return planned !== undefined && by.dayOfInstant(Date.parse(planned.recordedAt)) < until;
}

/** Whether what was decided about a duty was decided before a day. */
function wasDecided({ decidedBy }: Duty, until: CalendarDay, facts: readonly Fact[]): boolean {
  const decision = facts.find(({ seq }) => seq === decidedBy);
  return decision !== undefined && trustedDay(decision.on) < until;
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
