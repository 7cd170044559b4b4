import type { Fact } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import { ChangesByRule, type RuleChanges } from './changes-by-rule.ts';
import type { Compiled } from './compile/compiled.ts';
import { type Duty, dutyKey } from './duty.ts';
import { evaluate } from './evaluate/evaluate.ts';

export interface ChartFacts {
  readonly agency: string;
  readonly chart: string;
  readonly facts: readonly Fact[];
}

/** A duty that changes when rules or numbers change. Days are null where it is not owed. */
export interface Change {
  readonly chart: string;
  readonly key: string;
  readonly rule: string;
  readonly change: 'moved' | 'opened' | 'voided' | 'settled';
  readonly before: CalendarDay | null;
  readonly after: CalendarDay | null;
}

export interface AgencyImpact {
  readonly agency: string;
  readonly charts: number;
  readonly moved: number;
  readonly opened: number;
  readonly voided: number;
  /** Duties whose state changes without opening or becoming void: met on time before, late after, or the other way. */
  readonly settled: number;
  /** The same counts for each rule that changes anything, the one with most changes first. */
  readonly byRule: readonly RuleChanges[];
  readonly changes: readonly Change[];
}

/** What would change, per agency, if one compiled pack took the place of another: asked before anything is in force. */
export function impact(before: Compiled, after: Compiled, charts: Iterable<ChartFacts>): AgencyImpact[] {
  const counted = new Impact(before, after);
  for (const chart of charts) counted.add(chart);
  return counted.agencies;
}

/** The same for charts that come one after the other, so that nobody need hold the facts of them all. */
export class Impact {
  readonly #before: Compiled;
  readonly #after: Compiled;
  readonly #agencies = new Map<string, { charts: number; changes: Change[] }>();

  constructor(before: Compiled, after: Compiled) {
    this.#before = before;
    this.#after = after;
  }

  add({ agency, chart, facts }: ChartFacts): void {
    const found = this.#agencies.get(agency) ?? { charts: 0, changes: [] };
    this.#agencies.set(agency, found);
    found.charts += 1;
    found.changes.push(...changesOf(chart, evaluate(this.#before, facts).duties, evaluate(this.#after, facts).duties));
  }

  get agencies(): AgencyImpact[] {
    return [...this.#agencies].map(([agency, { charts, changes }]) => {
      const counted = new ChangesByRule();
      counted.add(changes);
      return { agency, charts, ...counted.all, byRule: counted.inWords(this.#after.pack), changes };
    });
  }
}

function changesOf(chart: string, before: readonly Duty[], after: readonly Duty[]): Change[] {
  const was = new Map(before.map((duty) => [dutyKey(duty), duty]));
  const is = new Map(after.map((duty) => [dutyKey(duty), duty]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const old = was.get(key);
    const now = is.get(key);
    const change = changeOf(old, now);
    if (change === null) return [];
    return [{ chart, key, rule: (now ?? old)?.rule ?? '', change, before: dayOf(old), after: dayOf(now) }];
  });
}

function changeOf(old: Duty | undefined, now: Duty | undefined): Change['change'] | null {
  const owedBefore = old !== undefined && old.state !== 'void';
  const owedAfter = now !== undefined && now.state !== 'void';
  if (owedBefore && !owedAfter) return 'voided';
  if (!owedBefore && owedAfter) return 'opened';
  if (!owedBefore || !owedAfter) return null;
  if (deadlineOf(old) !== deadlineOf(now)) return 'moved';
  return old.state === now.state && old.force === now.force ? null : 'settled';
}

/** Both days with their hours, as one text. */
const deadlineOf = ({ due, dueAt, lateAfter, lateAfterAt }: Duty): string =>
  [due, dueAt, lateAfter, lateAfterAt].join();

function dayOf(duty: Duty | undefined): CalendarDay | null {
  return duty === undefined || duty.state === 'void' ? null : duty.due;
}
