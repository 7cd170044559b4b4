import { entriesOf } from '../compile/fact-set.ts';
import type { CompiledLimit } from '../compile/limit.ts';
import { intervalsOf } from '../compile/span.ts';
import type { Stretch } from '../duty.ts';
import type { Words } from '../model.ts';
import type { CoverageOutcome } from './coverage.ts';
import { inForce } from './in-force.ts';
import type { Situation } from './situation.ts';
import { covers } from './stretches.ts';

/** A fact beyond a limit: the how-manieth it was, or the value it named. */
export interface Excess {
  readonly rule: string;
  readonly clause: string;
  readonly cite: string;
  readonly title: Words;
  readonly seq: number;
  readonly counted: number;
  readonly atMost: number;
}

const ALWAYS: readonly Stretch[] = [{ from: Number.NEGATIVE_INFINITY as Stretch['from'], to: null }];

/** The facts beyond a limit. Every fact is counted; one on a day on which the limit is lifted is never an excess. */
export function runLimit(
  situation: Situation,
  limit: CompiledLimit,
  coverages: readonly CoverageOutcome[],
  found: Excess[],
): void {
  const { rule, clause, atMost } = limit;
  const entries = entriesOf(situation, limit.set);
  if (entries.length === 0) return;
  const stretches = limit.during === null ? ALWAYS : intervalsOf(situation, limit.during);
  for (const stretch of stretches) {
    let count = 0;
    for (const entry of entries) {
      if (entry.on < stretch.from || (stretch.to !== null && entry.on >= stretch.to)) continue;
      if (!inForce(clause, entry.on)) continue;
      count += 1;
      const counted = rule.valueOf === null ? count : Number(entry.fact.data[rule.valueOf]);
      if (counted <= atMost || isLifted(situation, limit, coverages, stretch, entry.on)) continue;
      found.push({
        rule: rule.id,
        clause: clause.id,
        cite: clause.cite,
        title: rule.title,
        seq: entry.fact.seq,
        counted,
        atMost,
      });
    }
  }
}

function isLifted(
  situation: Situation,
  limit: CompiledLimit,
  coverages: readonly CoverageOutcome[],
  stretch: Stretch,
  day: Stretch['from'],
): boolean {
  if (limit.liftedDuring !== null && covers(intervalsOf(situation, limit.liftedDuring), day)) return true;
  const lifting = limit.liftedFrom === null ? [] : entriesOf(situation, limit.liftedFrom);
  if (lifting.some((one) => one.on <= day && one.on >= stretch.from)) return true;
  const wanted = limit.rule.liftedWhileCoverage;
  if (wanted === null) return false;
  const coverage = coverages.find((one) => one.rule === wanted.coverage);
  return coverage?.intervals.some((one) => one.payer === wanted.payer && covers([one], day)) ?? false;
}
