import type { Programme } from '#modules/facts/model.ts';
import { missedSince, type Owed, periodToName, type StoredPattern, standingOf } from '#modules/policy/index.ts';
import type { Words } from '#modules/policy/model.ts';
import { addDays, type CalendarDay, day, isoDay } from '#shared/calendar-day.ts';
import type { PolicyShelf } from './policy-shelf.ts';

/** The columns of a stored duty that reading it needs. */
export interface StoredDuty {
  readonly key: string;
  readonly rule: string;
  readonly clause: string;
  readonly force: string;
  readonly state: string;
  readonly owes: string;
  readonly owing: string;
  readonly due: string;
  readonly dueAt: string | null;
  readonly lateAfter: string;
  readonly lateAfterAt: string | null;
  readonly until: string | null;
  readonly pausedFrom: string | null;
  readonly metOn?: string | null;
  readonly pattern: unknown;
  readonly openParts: readonly string[];
}

export interface StandingDuty {
  readonly standing: string;
  /** The day to show: of a repeating duty the end of the period today lies in, while that one is owed or exempted. */
  readonly due: string;
  /** Periods that are over and nobody met. */
  readonly missed: number;
}

/** How a stored duty stands at an instant: arithmetic over the row. */
export function standStored(row: StoredDuty, now: string, today: CalendarDay): StandingDuty {
  const duty = owedAs(row);
  const period = periodToName(duty, today);
  return {
    standing: standingOf(duty, now, today),
    due: period ? isoDay(period.due) : row.due,
    missed: missedSince(duty, duty.due, today),
  };
}

/** What a stored duty is called, and its citation, in the words of its pack and by the numbers its holder goes by for it. */
export function nameStored(
  shelf: PolicyShelf,
  { programme, holder }: { readonly programme: Programme; readonly holder: number },
  row: Pick<StoredDuty, 'rule' | 'clause' | 'state' | 'metOn' | 'until' | 'pattern'>,
  today: CalendarDay,
): { readonly title: Words; readonly cite: string } {
  const named = shelf.ruleOn(programme, holder, row.rule, numbersCountedOn(row, today));
  return named ?? { title: { en: row.rule, es: row.rule }, cite: row.clause };
}

/**
 * The day whose numbers judged a duty, as the engine takes them (`judgedInTurn`): what was settled goes by those of that day, a
 * running cycle by those it began with, and what is owed by today's.
 */
function numbersCountedOn(
  { state, metOn, until, pattern }: Pick<StoredDuty, 'state' | 'metOn' | 'until' | 'pattern'>,
  today: CalendarDay,
): CalendarDay {
  const cycle = pattern as StoredPattern | null;
  if (cycle?.unit === 'cycle') return addDays(cycle.origin, -1);
  if (metOn) return day(metOn);
  return state === 'missed' && until ? day(until) : today;
}

/** The row as the arithmetic wants it. */
function owedAs(row: StoredDuty): Owed {
  const nullable = (text: string | null): CalendarDay | null => (text ? day(text) : null);
  return {
    state: row.state as Owed['state'],
    due: day(row.due),
    dueAt: row.dueAt,
    lateAfter: day(row.lateAfter),
    lateAfterAt: row.lateAfterAt,
    force: row.force as Owed['force'],
    until: nullable(row.until),
    pausedFrom: nullable(row.pausedFrom),
    pattern: row.pattern as StoredPattern | null,
  };
}
