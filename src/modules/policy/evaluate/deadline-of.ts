import type { CalendarDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { intervalsOf } from '../compile/span.ts';
import type { Stretch } from '../duty.ts';
import type { Entry } from './chronicle.ts';
import type { Situation } from './situation.ts';
import { daysInside } from './stretches.ts';

const MS_PER_HOUR = 3_600_000;
const NO_STRETCHES: readonly Stretch[] = [];

/** Both readings of one deadline. The instants are known only for deadlines in hours whose beginning has an instant. */
export interface BothDeadlines {
  readonly due: CalendarDay;
  readonly dueAt: string | null;
  readonly lateAfter: CalendarDay;
  readonly lateAfterAt: string | null;
  readonly pausedFrom: CalendarDay | null;
}

/** The deadlines of a duty counted from a day: its anchor's, whose hour then counts too, or one that its item brings. */
export function deadlinesOf(
  situation: Situation,
  duty: CompiledDuty,
  anchor: Pick<Entry, 'on' | 'at'>,
  from: CalendarDay,
): BothDeadlines {
  const at = from === anchor.on ? anchor.at : Number.NaN;
  if (duty.dueHours !== null && !Number.isNaN(at)) return inHours(situation, duty, at);
  const pauses = duty.stopsDuring ? intervalsOf(situation, duty.stopsDuring) : NO_STRETCHES;
  const strict = duty.due(from, 'strict');
  const last = duty.lateAfter(from, 'lenient');
  if (pauses.length === 0) return { due: strict, dueAt: null, lateAfter: last, lateAfterAt: null, pausedFrom: null };
  const due = pushedBy(pauses, from, strict);
  const open = pauses.find((one) => one.to === null && one.from <= due);
  return {
    due,
    dueAt: null,
    lateAfter: pushedBy(pauses, from, last),
    lateAfterAt: null,
    pausedFrom: open?.from ?? null,
  };
}

function inHours(situation: Situation, duty: CompiledDuty, at: number): BothDeadlines {
  const { dayOfInstant } = situation.compiled;
  const strict = at + (duty.dueHours ?? 0) * MS_PER_HOUR;
  const last = at + (duty.lateAfterHours ?? duty.dueHours ?? 0) * MS_PER_HOUR;
  const dueAt = new Date(strict).toISOString();
  const lateAfterAt = last === strict ? dueAt : new Date(last).toISOString();
  return { due: dayOfInstant(strict), dueAt, lateAfter: dayOfInstant(last), lateAfterAt, pausedFrom: null };
}

/** Every paused day pushes the deadline by one, and the days it is pushed over may be paused too. */
function pushedBy(pauses: readonly Stretch[], from: CalendarDay, plain: CalendarDay): CalendarDay {
  let due: number = plain;
  for (let round = 0; round <= pauses.length; round += 1) {
    const pushed = plain + daysInside(pauses, from, due as CalendarDay);
    if (pushed === due) break;
    due = pushed;
  }
  return due as CalendarDay;
}

/** Whether an act came after the last reading of the deadline. An act whose hour is unknown has its whole day. */
export function isLate(
  deadline: Pick<BothDeadlines, 'lateAfter' | 'lateAfterAt'>,
  entry: Pick<Entry, 'on' | 'at'>,
): boolean {
  if (deadline.lateAfterAt !== null && !Number.isNaN(entry.at)) return entry.at > Date.parse(deadline.lateAfterAt);
  return entry.on > deadline.lateAfter;
}
