import type { Clause } from '../model.ts';
import type { CoverageRule } from '../rules/rule.ts';
import { compileDeadline, type DayFrom } from './deadline.ts';
import { type CompiledSet, compileSet } from './fact-set.ts';
import type { Workshop } from './workshop.ts';

export interface CompiledCoverage {
  readonly rule: CoverageRule;
  readonly clause: Clause;
  readonly changes: readonly {
    readonly set: CompiledSet;
    readonly day: DayFrom;
    readonly payer: string;
    readonly onlyFrom: readonly string[];
    readonly unless: CompiledSet | null;
  }[];
}

export function compileCoverage(workshop: Workshop, clause: Clause, rule: CoverageRule): CompiledCoverage {
  const changes = rule.changes.map((change) => ({
    set: compileSet(workshop, change.from.facts),
    day: change.from.offset ? compileDeadline(workshop, change.from.offset) : (day: Parameters<DayFrom>[0]) => day,
    payer: change.payer,
    onlyFrom: change.onlyFrom,
    unless: change.unless ? compileSet(workshop, change.unless) : null,
  }));
  return { rule, clause, changes };
}
