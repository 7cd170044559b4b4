import type { Programme } from '#modules/facts/model.ts';
import { missedSince, type Owed, periodToName, type StoredPattern, standingOf } from '#modules/policy/index.ts';
import type { Clause } from '#modules/policy/model.ts';
import { type CalendarDay, day, isoDay } from '#shared/calendar-day.ts';
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
  readonly title: string;
  readonly cite: string;
  readonly standing: string;
  /** The day to show: of a repeating duty the end of the period today lies in, while that one is owed. */
  readonly due: string;
  /** Periods that are over and nobody met. */
  readonly missed: number;
}

/** How a stored duty stands at an instant: arithmetic over the row, in the words of its pack. */
export function standStored(
  shelf: PolicyShelf,
  programme: Programme,
  row: StoredDuty,
  now: string,
  today: CalendarDay,
  language: 'en' | 'es',
): StandingDuty {
  const clause = shelf.clause(programme, row.clause);
  const duty = owedAs(row);
  const period = periodToName(duty, today);
  return {
    title: titleOf(clause, row.rule)[language],
    cite: clause?.cite ?? row.clause,
    standing: standingOf(duty, now, today),
    due: period ? isoDay(period.due) : row.due,
    missed: missedSince(duty, duty.due, today),
  };
}

function titleOf(clause: Clause | undefined, rule: string): { en: string; es: string } {
  const title = clause?.rules.find((one) => one.id === rule)?.title ?? clause?.title;
  return title ?? { en: rule, es: rule };
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
