import type { Condition } from '../rules/condition.ts';
import type { FactSet } from '../rules/fact-set.ts';
import type { Rule } from '../rules/rule.ts';
import type { Span } from '../rules/span.ts';

/** A name that a rule leans on, and what it must turn out to be. */
export interface Mention {
  readonly of: 'facts' | 'span' | 'coverage' | 'function';
  readonly name: string;
}

/** Everything a rule leans on: what makes rules layers, and a circle of them an error. */
export function mentionsOf(rule: Rule): Mention[] {
  switch (rule.kind) {
    case 'term':
      if (rule.means.of === 'span') return inSpan(rule.means.span);
      if (rule.means.of === 'count') return [...inFacts(rule.means.facts), ...inFacts(rule.means.since)];
      return inFacts(rule.means.facts);
    case 'duty':
      return [
        ...[rule.when, rule.prefer, rule.voidIf, rule.endsWith, ...rule.parts.map((part) => part.facts)].flatMap(
          inFacts,
        ),
        ...[rule.stopsDuring, rule.suspendedDuring, rule.notOwedDuring].flatMap(spanNamed),
        ...(rule.provided ? inCondition(rule.provided) : []),
      ];
    case 'limit':
      return [
        ...inFacts(rule.facts),
        ...inFacts(rule.liftedFrom),
        ...[rule.during, rule.liftedDuring].flatMap(spanNamed),
        ...(rule.liftedWhileCoverage ? [{ of: 'coverage' as const, name: rule.liftedWhileCoverage.coverage }] : []),
      ];
    case 'gate':
      return rule.requires.flatMap((one) => inCondition(one.condition));
    case 'coverage':
      return rule.changes.flatMap((change) => [...inFacts(change.from.facts), ...inFacts(change.unless)]);
    default:
      return [];
  }
}

function inFacts(facts: FactSet | null): Mention[] {
  return (facts?.terms ?? []).map((name) => ({ of: 'facts', name }));
}

function spanNamed(name: string | null): Mention[] {
  return name === null ? [] : [{ of: 'span', name }];
}

function inSpan(span: Span): Mention[] {
  switch (span.shape) {
    case 'between':
      return [...inFacts(span.from.facts), ...inFacts(span.to?.facts ?? null)];
    case 'without':
      return [...inFacts(span.facts), ...spanNamed(span.during)];
    case 'except':
      return [span.term, ...span.except].flatMap(spanNamed);
    default:
      return span.terms.flatMap(spanNamed);
  }
}

function inCondition(condition: Condition): Mention[] {
  switch (condition.is) {
    case 'during':
    case 'not during':
      return spanNamed(condition.term);
    case 'has':
    case 'lacks':
      return inFacts(condition.facts);
    case 'at least':
    case 'at most':
      return [...inFacts(condition.facts), ...inFacts(condition.since)];
    case 'all':
    case 'any':
      return condition.of.flatMap(inCondition);
    case 'function':
      return [{ of: 'function', name: condition.name }, ...inFacts(condition.facts), ...inFacts(condition.since)];
  }
}
