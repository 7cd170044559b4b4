import type { CalendarDay } from '#shared/calendar-day.ts';
import { aheadOf } from './ahead.ts';
import type { Duty } from './duty.ts';
import { currentPeriod, isExempted, lastWasMissed, type Repeating } from './periods.ts';

/**
 * How a duty stands when it is read. `amber`: past the strict reading and not yet late, or a target past its day (never
 * a violation). `exempted`: somebody decided that it, or its present period, need not be done. `missed`: past due when the need for it ended, kept as history. `impossible`: past due before Kinfold
 * could know of it. `paused`: its count stands still, or its present period is not owed.
 */
export type Standing =
  | 'late'
  | 'amber'
  | 'today'
  | 'soon'
  | 'later'
  | 'met'
  | 'met-late'
  | 'impossible'
  | 'paused'
  | 'missed'
  | 'exempted'
  | 'delegated'
  | 'void';

/** What telling the standing of a duty needs of it: as the engine made it, or as it is stored. */
export type Owed = Pick<
  Duty,
  'state' | 'until' | 'pausedFrom' | 'due' | 'dueAt' | 'lateAfter' | 'lateAfterAt' | 'force'
> &
  Repeating;

/**
 * The standing of a duty at an instant (ISO, only asked of deadlines in hours) and a day in the agency's zone. A duty of
 * each period stands as its current period does; it is late until that one is met while the last owed one before it was missed.
 * Handing a duty on moves its day for nobody: until then it stands as handed on, and afterwards as if nobody had.
 */
export function standingOf(duty: Owed, now: string, today: CalendarDay): Standing {
  if (isSettled(duty)) return duty.state;
  const stands = byTheClock(duty, now, today);
  return isWithAnother(duty, today) && AHEAD.has(stands) ? 'delegated' : stands;
}

const AHEAD: ReadonlySet<Standing> = new Set(['today', 'soon', 'later']);

/** Of a duty of each period only the one named was handed on, not those after. */
const isWithAnother = ({ state, pattern, due }: Owed, today: CalendarDay): boolean =>
  state === 'delegated' && (pattern === null || today <= due);

function byTheClock(duty: Owed, now: string, today: CalendarDay): Standing {
  if (duty.until !== null && today >= duty.until) return 'missed';
  if (duty.pausedFrom !== null && today >= duty.pausedFrom && duty.pausedFrom <= duty.due) return 'paused';
  if (duty.pattern !== null) return standingOfPeriods(duty, today);
  const lateAt = duty.lateAfterAt === null ? null : Date.parse(duty.lateAfterAt);
  const late = lateAt === null ? today > duty.lateAfter : Date.parse(now) > lateAt;
  if (late) return duty.force === 'target' ? 'amber' : 'late';
  const past = duty.dueAt === null ? today > duty.due : Date.parse(now) > Date.parse(duty.dueAt);
  return past ? 'amber' : aheadOf(duty.due, today);
}

const UNSETTLED = ['open', 'partial', 'delegated', 'missed'] as const;
type Settled = Exclude<Owed['state'], (typeof UNSETTLED)[number]>;

/** Whether a state says it all, whatever day it is. */
const isSettled = <D extends Owed>(duty: D): duty is D & { state: Settled } =>
  !UNSETTLED.some((state) => state === duty.state);

function standingOfPeriods(duty: Owed, today: CalendarDay): Standing {
  const current = currentPeriod(duty, today);
  if (current === null) return aheadOf(duty.due, today);
  if (current.state === 'met') return 'met';
  if (lastWasMissed(duty, today)) return duty.force === 'target' ? 'amber' : 'late';
  if (current.state !== 'excused') return aheadOf(current.due, today);
  return isExempted(duty, today) ? 'exempted' : 'paused';
}
