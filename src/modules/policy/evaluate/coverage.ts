import type { CalendarDay } from '#shared/calendar-day.ts';
import type { CompiledCoverage } from '../compile/coverage.ts';
import { entriesOf, fits } from '../compile/fact-set.ts';
import type { Stretch } from '../duty.ts';
import type { Entry } from './chronicle.ts';
import type { Situation } from './situation.ts';

/** Who pays from which day to which, and the fact that made it so. */
export interface CoverageInterval extends Stretch {
  readonly payer: string;
  /** Null for what coverage starts as. */
  readonly startedBy: number | null;
}

export interface CoverageOutcome {
  readonly rule: string;
  readonly clause: string;
  readonly cite: string;
  /** In order, without overlap or gap. */
  readonly intervals: readonly CoverageInterval[];
}

interface Change {
  readonly day: CalendarDay;
  readonly payer: string;
  readonly onlyFrom: readonly string[];
  readonly entry: Entry;
  readonly order: number;
}

/** One line of intervals: each change ends what was there; of changes on one day the later event counts. */
export function runCoverage(situation: Situation, coverage: CompiledCoverage): CoverageOutcome {
  const { rule, clause } = coverage;
  const changes: Change[] = [];
  coverage.changes.forEach((change, order) => {
    const { unless } = change;
    const guards = unless === null ? [] : entriesOf(situation, unless);
    for (const entry of entriesOf(situation, change.set)) {
      const day = change.day(entry.on, 'strict');
      const prevented = guards.some(
        (one) => one.on >= entry.on && one.on < day && unless !== null && fits(unless, one, entry.fact.data, null),
      );
      if (!prevented) changes.push({ day, payer: change.payer, onlyFrom: change.onlyFrom, entry, order });
    }
  });
  changes.sort((a, b) => a.day - b.day || a.entry.position - b.entry.position || a.order - b.order);
  return { rule: rule.id, clause: clause.id, cite: clause.cite, intervals: intervalsOf(rule.startsAs, changes) };
}

function intervalsOf(startsAs: string, changes: readonly Change[]): CoverageInterval[] {
  const intervals: CoverageInterval[] = [];
  let now: { from: CalendarDay; payer: string; startedBy: number | null } = {
    from: Number.NEGATIVE_INFINITY as CalendarDay,
    payer: startsAs,
    startedBy: null,
  };
  for (const change of changes) {
    if (change.payer === now.payer || (change.onlyFrom.length > 0 && !change.onlyFrom.includes(now.payer))) continue;
    if (change.day > now.from) intervals.push({ ...now, to: change.day });
    now = { from: change.day, payer: change.payer, startedBy: change.entry.fact.seq };
  }
  return [...intervals, { ...now, to: null }];
}
