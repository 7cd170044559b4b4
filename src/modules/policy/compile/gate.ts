import type { Clause } from '../model.ts';
import type { GateRule } from '../rules/rule.ts';
import { compileCondition, type Holds } from './condition.ts';
import type { Workshop } from './workshop.ts';

export interface CompiledGate {
  readonly rule: GateRule;
  readonly clause: Clause;
  readonly requires: readonly { readonly name: string; readonly holds: Holds }[];
}

export function compileGate(workshop: Workshop, clause: Clause, rule: GateRule): CompiledGate {
  const requires = rule.requires.map((one) => ({ name: one.name, holds: compileCondition(workshop, one.condition) }));
  return { rule, clause, requires };
}
