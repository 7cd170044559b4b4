import { hash } from 'node:crypto';
import type { Fact, Programme } from '#modules/facts/model.ts';
import type { KnownDuty } from './charted.ts';

/** A duty as it is stored; see the `duty` table. Days are `YYYY-MM-DD`, instants ISO 8601. */
export interface DutyRow {
  readonly key: string;
  readonly state: string;
  readonly due: string;
  readonly lateAfter: string;
  readonly dueAt: string | null;
  readonly metOn: string | null;
  readonly until: string | null;
  readonly pausedFrom: string | null;
  readonly because: string | null;
  readonly category: string;
  readonly owes: string;
  readonly openParts: readonly string[];
  readonly pattern: unknown;
  readonly rule: string;
  readonly clause: string;
  readonly root: number;
  readonly item: string | null;
  readonly owing: string;
  readonly force: string;
  readonly lateAfterAt: string | null;
  /** A day on which the numbers counted that it was judged by; not there where they are the first its agency had. */
  readonly numbersOn?: string;
}

/** Stored copies of what the facts say, for lists and headers. */
export interface ChartSummary {
  readonly stage: string;
  readonly since: string | null;
  /** Which pack and parameters made this. */
  readonly evaluatedWith: string;
}

export interface Evaluation {
  readonly duties: readonly DutyRow[];
  readonly summary: ChartSummary;
  /** How a duty stands at an instant and on a day there; what became of a period that nothing goes by any more. */
  readonly told: (key: string, at: { readonly now: string; readonly today: string }) => ToldDuty;
}

/** What is told of a duty to the person whose write changed it. */
export interface ToldDuty {
  readonly state: string;
  /** As `policy/standing.ts` names it: a duty of each period may be met for now, or not counted, and stay open. */
  readonly standing: string;
  /** The key it goes by now, where it went by that of another period. */
  readonly now?: string;
}

/** The engine as a command sees it: all facts of one chart in, everything owed out. Pure. */
export type Evaluate = (programme: Programme, holder: number, facts: readonly Fact[]) => Evaluation;

/** A duty with the fingerprint of what the engine said of it. */
export type SaidDuty = DutyRow & { readonly said: string };

export interface Difference {
  readonly upsert: readonly SaidDuty[];
  readonly gone: readonly string[];
}

/** A short text that is the same exactly when the engine said the same of a duty: stored with it, and all that need be compared. */
export const fingerprint = (duty: DutyRow): string => hash('sha256', inOneText(duty), 'base64url').slice(0, 22);

/** Everything a duty says, a line each. Nearly all of it is a text or nothing, which costs less so than as JSON. */
function inOneText(duty: DutyRow): string {
  let text = '';
  for (const key in duty) {
    const value = duty[key as keyof DutyRow];
    if (typeof value === 'string') text += `${value}\n`;
    else text += value === null ? '\u0000\n' : `${JSON.stringify(value)}\n`;
  }
  return text;
}

/** What must be written so that the stored duties are those the engine now says. */
export function difference(known: readonly KnownDuty[], now: readonly DutyRow[]): Difference {
  const before = new Map(known.map(({ key, said }) => [key, said]));
  const upsert: SaidDuty[] = [];
  for (const duty of now) {
    const said = fingerprint(duty);
    if (before.get(duty.key) !== said) upsert.push({ ...duty, said });
    before.delete(duty.key);
  }
  return { upsert, gone: [...before.keys()] };
}
