import { FUNCTIONS } from '../compile/functions.ts';
import type { Clause, PackProblem } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { type Mention, mentionsOf } from './mentions.ts';

/** Every term a rule leans on exists, is of the right sort, and no term leans on itself through others. */
export function checkLayers(clauses: readonly Clause[]): PackProblem[] {
  const rules = new Map<string, Rule>(clauses.flatMap((clause) => clause.rules.map((rule) => [rule.id, rule])));
  const problems: PackProblem[] = [];
  for (const rule of clauses.flatMap((clause) => clause.rules)) {
    for (const mention of mentionsOf(rule)) {
      const reason = refusal(rules, rule, mention);
      if (reason !== null) problems.push({ ...rule.place, reason });
    }
    const loop = loopFrom(rules, rule, []);
    if (loop !== null) problems.push({ ...rule.place, reason: `goes round in a circle: ${loop.join(' → ')}` });
  }
  return problems;
}

function refusal(rules: ReadonlyMap<string, Rule>, rule: Rule, mention: Mention): string | null {
  if (mention.of === 'function') {
    return mention.name in FUNCTIONS ? null : `${rule.id} names the function "${mention.name}", which does not exist`;
  }
  const target = rules.get(mention.name);
  if (mention.of === 'coverage') {
    return target?.kind === 'coverage' ? null : `${rule.id} names the coverage "${mention.name}", which is not defined`;
  }
  if (target?.kind !== 'term') return `${rule.id} names the term "${mention.name}", which is not defined`;
  if (mention.of === 'span' && target.means.of !== 'span')
    return `"${mention.name}" is not a span of days, and ${rule.id} needs one`;
  if (mention.of === 'facts' && target.means.of !== 'facts')
    return `"${mention.name}" is not a set of facts, and ${rule.id} needs one`;
  return null;
}

function loopFrom(rules: ReadonlyMap<string, Rule>, rule: Rule, path: readonly string[]): string[] | null {
  if (path.includes(rule.id)) return path[0] === rule.id ? [...path, rule.id] : null;
  for (const mention of mentionsOf(rule)) {
    const next = mention.of === 'function' ? undefined : rules.get(mention.name);
    const loop = next ? loopFrom(rules, next, [...path, rule.id]) : null;
    if (loop !== null) return loop;
  }
  return null;
}
