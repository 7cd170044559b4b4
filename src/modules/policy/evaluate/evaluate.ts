import type { Fact } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Compiled, Hashes } from '../compile/compiled.ts';
import { intervalsOf } from '../compile/span.ts';
import type { Duty } from '../duty.ts';
import type { Words } from '../model.ts';
import { type CoverageOutcome, runCoverage } from './coverage.ts';
import { type Judged, judgedInTurn } from './in-turn.ts';
import { keptAsVoid } from './kept-as-void.ts';
import { type Excess, runLimit } from './limits.ts';
import { settlePrecedence } from './precedence.ts';
import { runDuty } from './run-duty.ts';
import { type Situation, situate } from './situation.ts';

/** From this day something is so, unless a fact comes before it. */
export interface ChangePoint {
  readonly term: string;
  readonly clause: string;
  readonly cite: string;
  readonly title: Words;
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
}

/** Everything that follows from one subject's facts. It does not depend on today. */
export interface Outcome {
  readonly pack: string;
  readonly version: string;
  readonly hashes: Hashes;
  readonly duties: readonly Duty[];
  readonly coverages: readonly CoverageOutcome[];
  readonly excesses: readonly Excess[];
  readonly changePoints: readonly ChangePoint[];
}

/** Evaluates a compiled pack over a subject's facts. Pure: no clock, no database, the same for any order of the facts. */
export function evaluate(compiled: Compiled, facts: readonly Fact[]): Outcome {
  const outcome = outcomeOf(situate(compiled, facts));
  if (compiled.earlier.length === 0) return outcome;
  return { ...outcome, duties: inTurn(compiled, facts, outcome.duties).map(({ duty }) => duty) };
}

/** Each duty with the pack and numbers it was judged by. */
export function judged(compiled: Compiled, facts: readonly Fact[]): readonly Judged[] {
  const { duties } = outcomeOf(situate(compiled, facts));
  if (compiled.earlier.length === 0) return duties.map((duty) => ({ duty, by: compiled }));
  return inTurn(compiled, facts, duties);
}

const inTurn = (compiled: Compiled, facts: readonly Fact[], now: readonly Duty[]): readonly Judged[] =>
  judgedInTurn(compiled, facts, now, (by) => outcomeOf(situate(by, facts)).duties);

export function outcomeOf(situation: Situation): Outcome {
  const { compiled } = situation;
  const duties: Duty[] = [];
  for (const duty of compiled.duties) runDuty(situation, duty, duties);
  keptAsVoid(situation, duties);
  settlePrecedence(compiled, duties);
  const coverages = compiled.coverages.map((one) => runCoverage(situation, one));
  const excesses: Excess[] = [];
  for (const limit of compiled.limits) runLimit(situation, limit, coverages, excesses);
  return {
    pack: compiled.pack.id,
    version: compiled.pack.version,
    hashes: compiled.hashes,
    duties,
    coverages,
    excesses,
    changePoints: changePointsOf(situation),
  };
}

function changePointsOf(situation: Situation): ChangePoint[] {
  const found: ChangePoint[] = [];
  for (const { clause, rule, span } of situation.compiled.changePoints) {
    for (const { from, to } of intervalsOf(situation, span))
      found.push({ term: rule.id, clause: clause.id, cite: clause.cite, title: rule.title, from, to });
  }
  return found;
}
