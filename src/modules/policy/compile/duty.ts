import { addDays, type CalendarDay } from '#shared/calendar-day.ts';
import type { Clause } from '../model.ts';
import type { DutyRule } from '../rules/rule.ts';
import { compileCondition, type Holds } from './condition.ts';
import { compileDeadline, type DayFrom, rolled } from './deadline.ts';
import { type CompiledSet, compileSet } from './fact-set.ts';
import { amountOf } from './settings.ts';
import { type CompiledSpan, compileSpan } from './span.ts';
import type { Workshop } from './workshop.ts';

/** A duty rule with everything looked up and every number filled in. */
export interface CompiledDuty {
  readonly rule: DutyRule;
  readonly clause: Clause;
  readonly force: Clause['force'];
  readonly when: CompiledSet;
  readonly provided: Holds | null;
  readonly due: DayFrom;
  readonly lateAfter: DayFrom;
  /** Hours to the strict and the last deadline, when they are counted in hours. */
  readonly dueHours: number | null;
  readonly lateAfterHours: number | null;
  readonly before: boolean;
  /** Owed anew in each period. */
  readonly periodic: boolean;
  /** Each anchor ends what the one before it made. */
  readonly sinceLast: boolean;
  readonly parts: readonly { readonly name: string | null; readonly set: CompiledSet }[];
  /** Days before the anchor from which an act counts; Infinity for any time. */
  readonly opensBefore: number;
  readonly prefer: CompiledSet | null;
  readonly voidIf: CompiledSet | null;
  readonly endsWith: CompiledSet | null;
  readonly stopsDuring: CompiledSpan | null;
  readonly suspendedDuring: CompiledSpan | null;
  readonly notOwedDuring: CompiledSpan | null;
  /** The span of care the duty ends with; null when nothing of the kind ends it. */
  readonly care: CompiledSpan | null;
  /** Days in the first and in each later cycle; zero unless the duty repeats by cycle. */
  readonly cycle: { readonly first: number; readonly days: number };
}

const ON_THE_DAY: DayFrom = (day) => day;

export function compileDuty(workshop: Workshop, clause: Clause, rule: DutyRule): CompiledDuty {
  const set = (facts: DutyRule['prefer']) => (facts ? compileSet(workshop, facts) : null);
  const span = (name: string | null) => (name ? compileSpan(workshop, name) : null);
  const roll =
    rule.closedDays === 'late after only'
      ? { due: 'stay' as const, last: 'later' as const }
      : { due: rule.closedDays, last: rule.closedDays };
  const due = rule.due
    ? rolled(workshop, compileDeadline(workshop, rule.due, rule.dayZeroCounts), roll.due)
    : ON_THE_DAY;
  const last = rule.lateAfter ?? rule.due;
  const { settings } = workshop;
  return {
    rule,
    clause,
    force: rule.target ? 'target' : clause.force,
    when: compileSet(workshop, rule.when),
    provided: rule.provided ? compileCondition(workshop, rule.provided) : null,
    due,
    lateAfter: last ? rolled(workshop, compileDeadline(workshop, last, rule.dayZeroCounts), roll.last) : ON_THE_DAY,
    dueHours: rule.due?.unit === 'hours' ? amountOf(settings, rule.due.amount) : null,
    lateAfterHours: last?.unit === 'hours' ? amountOf(settings, last.amount) : null,
    before: rule.due?.direction === 'before',
    periodic: rule.repeats.how.startsWith('each'),
    sinceLast: rule.repeats.how === 'since last',
    parts: rule.parts.map((part) => ({ name: part.name, set: compileSet(workshop, part.facts) })),
    opensBefore: opensBefore(workshop, rule),
    prefer: set(rule.prefer),
    voidIf: set(rule.voidIf),
    endsWith: set(rule.endsWith),
    stopsDuring: span(rule.stopsDuring),
    suspendedDuring: span(rule.suspendedDuring),
    notOwedDuring: span(rule.notOwedDuring),
    care: rule.afterCare === 'stays' ? null : span(workshop.pack.care?.span ?? null),
    cycle: cycleOf(workshop, rule),
  };
}

function opensBefore(workshop: Workshop, rule: DutyRule): number {
  if (rule.countsFrom.from === 'any time') return Number.POSITIVE_INFINITY;
  return rule.countsFrom.from === 'before anchor' ? amountOf(workshop.settings, rule.countsFrom.days) : 0;
}

function cycleOf(workshop: Workshop, rule: DutyRule): CompiledDuty['cycle'] {
  if (rule.repeats.how !== 'each cycle') return { first: 0, days: 0 };
  const days = amountOf(workshop.settings, rule.repeats.days);
  const offset = amountOf(workshop.settings, rule.repeats.offset);
  return { first: offset === 0 ? days : offset, days };
}

/** The first day on which an act counts for a duty that hangs on a day. */
export function windowOpens(duty: CompiledDuty, anchorOn: CalendarDay): CalendarDay {
  return addDays(anchorOn, -duty.opensBefore);
}
