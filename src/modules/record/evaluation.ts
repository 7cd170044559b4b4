import type { Fact, Programme } from '#modules/facts/model.ts';
import type { KnownDuty } from './charted.ts';

/** A duty as it is stored; see the `duty` table. Days are `YYYY-MM-DD`, instants ISO 8601. */
export interface DutyRow extends KnownDuty {
  readonly rule: string;
  readonly clause: string;
  readonly root: number;
  readonly item: string | null;
  readonly owing: string;
  readonly force: string;
  readonly lateAfterAt: string | null;
}

/** Stored copies of what the facts say, for lists and headers. */
export interface ChartSummary {
  readonly stage: string;
  readonly since: string | null;
  readonly lastContactOn: string | null;
  /** Which pack and parameters made this. */
  readonly evaluatedWith: string;
}

export interface Evaluation {
  readonly duties: readonly DutyRow[];
  readonly summary: ChartSummary;
}

/** The engine as a command sees it: all facts of one chart in, everything owed out. Pure. */
export type Evaluate = (programme: Programme, holder: number, facts: readonly Fact[]) => Evaluation;

export interface Difference {
  readonly upsert: readonly DutyRow[];
  readonly gone: readonly string[];
}

/** What must be written so that the stored duties are those the engine now says. */
export function difference(known: readonly KnownDuty[], now: readonly DutyRow[]): Difference {
  const before = new Map(known.map((duty) => [duty.key, duty]));
  const upsert = now.filter((duty) => {
    const old = before.get(duty.key);
    before.delete(duty.key);
    return !old || !same(old, duty);
  });
  return { upsert, gone: [...before.keys()] };
}

function same(a: KnownDuty, b: KnownDuty): boolean {
  return (
    a.state === b.state &&
    a.due === b.due &&
    a.lateAfter === b.lateAfter &&
    a.metOn === b.metOn &&
    a.until === b.until &&
    a.pausedFrom === b.pausedFrom &&
    a.because === b.because &&
    a.category === b.category &&
    a.owes === b.owes &&
    sameInstant(a.dueAt, b.dueAt) &&
    a.openParts.join() === b.openParts.join() &&
    sameJson(a.pattern, b.pattern)
  );
}

function sameInstant(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));
}

/** Patterns are small flat objects; PostgreSQL returns their keys in an order of its own. */
function sameJson(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  return JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
}
