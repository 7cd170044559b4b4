import type { Clause } from '../model.ts';
import type { LimitRule } from '../rules/rule.ts';
import { type CompiledSet, compileSet } from './fact-set.ts';
import { amountOf } from './settings.ts';
import { type CompiledSpan, compileSpan } from './span.ts';
import type { Workshop } from './workshop.ts';

export interface CompiledLimit {
  readonly rule: LimitRule;
  readonly clause: Clause;
  readonly atMost: number;
  readonly set: CompiledSet;
  readonly during: CompiledSpan | null;
  readonly liftedFrom: CompiledSet | null;
  readonly liftedDuring: CompiledSpan | null;
}

export function compileLimit(workshop: Workshop, clause: Clause, rule: LimitRule): CompiledLimit {
  return {
    rule,
    clause,
    atMost: amountOf(workshop.settings, rule.atMost),
    set: compileSet(workshop, rule.facts),
    during: rule.during ? compileSpan(workshop, rule.during) : null,
    liftedFrom: rule.liftedFrom ? compileSet(workshop, rule.liftedFrom) : null,
    liftedDuring: rule.liftedDuring ? compileSpan(workshop, rule.liftedDuring) : null,
  };
}
