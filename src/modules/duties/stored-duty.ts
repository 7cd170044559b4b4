import { CATEGORIES, type Programme } from '#modules/facts/model.ts';
import { currentPeriod, type Duty, missedSince, type Pattern, standingOf } from '#modules/policy/index.ts';
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
  /** The day to show: of a repeating duty the end of the period today lies in. */
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
  const duty = asDuty(row, clause);
  const current = currentPeriod(duty, today);
  return {
    title: titleOf(clause, row.rule)[language],
    cite: clause?.cite ?? row.clause,
    standing: standingOf(duty, now, today),
    due: current ? isoDay(current.due) : row.due,
    missed: missedSince(duty, day(row.due), today),
  };
}

function titleOf(clause: Clause | undefined, rule: string): { en: string; es: string } {
  const title = clause?.rules.find((one) => one.id === rule)?.title ?? clause?.title;
  return title ?? { en: rule, es: rule };
}

function asDuty(row: StoredDuty, clause: Clause | undefined): Duty {
  const nullable = (text: string | null | undefined): CalendarDay | null => (text ? day(text) : null);
  const title = titleOf(clause, row.rule);
  return {
    rule: row.rule,
    clause: row.clause,
    cite: clause?.cite ?? row.clause,
    title,
    root: 0,
    anchor: 0,
    anchorOn: day(row.due),
    item: null,
    owes: row.owes.split(','),
    party: row.owing as Duty['party'],
    state: row.state as Duty['state'],
    because: null,
    due: day(row.due),
    dueAt: row.dueAt,
    lateAfter: day(row.lateAfter),
    lateAfterAt: row.lateAfterAt,
    force: row.force as Duty['force'],
    confidence: clause?.confidence ?? 'low',
    category: CATEGORIES[0],
    metBy: [],
    metOn: nullable(row.metOn),
    openParts: row.openParts,
    notPreferred: false,
    until: nullable(row.until),
    pausedFrom: nullable(row.pausedFrom),
    impossible: row.state === 'impossible',
    pattern: row.pattern as Pattern | null,
    yieldsTo: null,
    delegatedTo: null,
    decidedBy: null,
  };
}
