import { isoDay } from '#shared/calendar-day.ts';
import type { Clause, Pack } from './model.ts';
import type { DutyRule, Rule } from './rules/rule.ts';

/** A rule, or a part of one, that a FHIR R4 PlanDefinition cannot carry, and why. */
export interface NotCarried {
  readonly rule: string;
  readonly why: string;
}

export interface PlanDefinitionExport {
  readonly resource: Readonly<Record<string, unknown>> & {
    readonly resourceType: 'PlanDefinition';
    readonly id: string;
    readonly version: string;
  };
  readonly notCarried: readonly NotCarried[];
}

const PERIOD_UNITS = {
  'calendar days': 'd',
  'business days': 'd',
  hours: 'h',
  weeks: 'wk',
  months: 'mo',
  years: 'a',
} as const;

/** The pack as a FHIR R4 PlanDefinition: an action for each duty, and a list of all that did not fit in. */
export function toPlanDefinition(pack: Pack): PlanDefinitionExport {
  const numbers = new Map(pack.clauses.flatMap((clause) => clause.parameters.map((one) => [one.key, one.is] as const)));
  const rules = pack.clauses.flatMap((clause) => clause.rules.map((rule) => ({ clause, rule })));
  const actions = rules.flatMap(({ clause, rule }) => (rule.kind === 'duty' ? [actionOf(clause, rule, numbers)] : []));
  return {
    resource: {
      resourceType: 'PlanDefinition',
      id: pack.id,
      version: pack.version,
      name: pack.id.replaceAll('-', '_'),
      title: pack.title.en,
      status: 'active',
      effectivePeriod: { start: isoDay(pack.from) },
      action: actions,
    },
    notCarried: rules.flatMap(({ rule }) => notCarried(rule)),
  };
}

function actionOf(
  clause: Clause,
  rule: DutyRule,
  numbers: ReadonlyMap<string, number | boolean>,
): Record<string, unknown> {
  const amount =
    rule.due === null || typeof rule.due.amount === 'number'
      ? rule.due?.amount
      : numbers.get(rule.due.amount.parameter);
  const unit = rule.due === null ? undefined : PERIOD_UNITS[rule.due.unit];
  const offset =
    typeof amount === 'number' && unit !== undefined
      ? { timingDuration: { value: amount, code: unit, system: 'http://unitsofmeasure.org' } }
      : {};
  return {
    id: rule.id,
    title: rule.title.en,
    description: clause.says.en,
    documentation: [{ type: 'citation', display: clause.cite, citation: clause.source }],
    trigger: rule.when.patterns.map((pattern) => ({ type: 'named-event', name: pattern.kind })),
    requiredBehavior: clause.force === 'must' && !rule.target ? 'must' : 'could',
    participant: rule.owes.map((role) => ({ type: 'practitioner', role: { text: role } })),
    ...offset,
  };
}

function notCarried(rule: Rule): NotCarried[] {
  if (rule.kind !== 'duty')
    return rule.kind === 'note' ? [] : [{ rule: rule.id, why: `a ${rule.kind} has no place in PlanDefinition` }];
  const reasons: string[] = [];
  if (rule.when.terms.length > 0 || rule.when.patterns.some(({ tests, onlyIf }) => tests.length > 0 || onlyIf))
    reasons.push('which of the facts that trigger it do');
  if (rule.provided !== null) reasons.push('the condition under which it is owed');
  if (rule.party !== 'holder') reasons.push(`that another organization owes it: ${rule.party}`);
  if (rule.dayZeroCounts) reasons.push('that day zero counts');
  if (rule.closedDays !== 'stay') reasons.push('a deadline that moves off a closed day');
  if (rule.due?.unit === 'business days') reasons.push('business days and their calendar; the export says days');
  if (rule.due?.direction === 'before') reasons.push('a deadline before a day');
  if (rule.repeats.how !== 'once') reasons.push(`repetition "${rule.repeats.how}" with its first unmet period`);
  if (rule.parts.length > 0) reasons.push('which facts meet it, and from when they count');
  if (rule.prefer !== null) reasons.push('the way in which it is better met');
  if (rule.afterMove !== 'still counts') reasons.push('what must be done again after a move');
  if (rule.lateAfter !== null) reasons.push('the last reading of the deadline');
  if (rule.stopsDuring !== null || rule.suspendedDuring !== null || rule.notOwedDuring !== null) reasons.push('pauses');
  if (rule.voidIf !== null || rule.endsWith !== null) reasons.push('what voids or ends it');
  if (rule.forEach !== null) reasons.push('one duty for each item of a recorded set');
  if (rule.topic !== null) reasons.push('precedence between rules on one topic');
  return reasons.map((why) => ({ rule: rule.id, why }));
}
