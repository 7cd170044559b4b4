import type { Programme } from '#modules/facts/model.ts';
import { missedSince, type Owed, periodToName, type StoredPattern, standingOf } from '#modules/policy/index.ts';
import type { Words } from '#modules/policy/model.ts';
import { type CalendarDay, day, isoDay } from '#shared/calendar-day.ts';
import type { Named } from './named-rules.ts';
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

/** What naming a stored duty needs of it. */
export interface ToName {
  readonly rule: string;
  readonly clause: string;
  /** A day on which the numbers counted that it was judged by; null where they are the first its agency had. */
  readonly numbersOn: string | null;
}

/**
 * What a stored duty is called, and its citation, in the words of its pack and by the numbers it was judged by. A rule that left
 * the pack is called what its clause is, until its chart is judged again.
 */
export function nameStored(
  shelf: PolicyShelf,
  { programme, holder }: { readonly programme: Programme; readonly holder: number },
  row: ToName,
): Named {
  const names = shelf.namesOn(programme, holder, row.numbersOn === null ? 'first' : day(row.numbersOn));
  return names?.rules.get(row.rule) ?? names?.clauses.get(row.clause) ?? { title: GONE, cite: row.clause };
}

/** The clause left the pack too, and with it what it was called. */
const GONE: Words = {
  en: 'Owed under a clause that is no longer in the rules',
  es: 'Se debe según una cláusula que ya no está en las reglas',
};

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
