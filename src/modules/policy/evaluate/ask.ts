import type { Fact } from '#modules/facts/model.ts';
import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import type { Compiled } from '../compile/compiled.ts';
import { intervalsOf } from '../compile/span.ts';
import type { Words } from '../model.ts';
import { type CoverageOutcome, runCoverage } from './coverage.ts';
import { inForce } from './in-force.ts';
import { type Excess, runLimit } from './limits.ts';
import { type Situation, situate } from './situation.ts';
import { covers } from './stretches.ts';

/** Whether an action is allowed as of a day, and what is missing if not. */
export interface GateAnswer {
  readonly gate: string;
  readonly clause: string;
  readonly cite: string;
  readonly title: Words;
  readonly action: string;
  readonly strength: 'hard' | 'soft';
  readonly allowed: boolean;
  readonly unmet: readonly string[];
  /** The person's decision that opened a soft gate. */
  readonly overriddenBy: number | null;
}

/** Every gate in force before an action, as of a day. No gate means nothing stands in the way. */
export function gatesFor(situation: Situation, action: string, day: CalendarDay): GateAnswer[] {
  const { gates } = situation.compiled;
  return gates
    .filter(({ rule, clause }) => rule.action === action && inForce(clause, day))
    .map(({ rule, clause, requires }) => {
      const unmet = requires.filter((one) => !one.holds(situation, day, null)).map((one) => one.name);
      const override = rule.strength === 'soft' && unmet.length > 0 ? overrideOf(situation, rule.id, day) : null;
      return {
        gate: rule.id,
        clause: clause.id,
        cite: clause.cite,
        title: rule.title,
        action,
        strength: rule.strength,
        allowed: unmet.length === 0 || override !== null,
        unmet,
        overriddenBy: override,
      };
    });
}

function overrideOf(situation: Situation, gate: string, day: CalendarDay): number | null {
  const overrides = situation.chronicle.byKind[situation.compiled.overrideKind] ?? [];
  const last = overrides.filter((one) => one.fact.data.gate === gate && one.on <= day).pop();
  return last?.fact.seq ?? null;
}

/** How something counted on a day stands against a limit in force on it. */
export interface LimitAnswer {
  readonly limit: string;
  readonly clause: string;
  readonly cite: string;
  readonly title: Words;
  readonly atMost: number;
  readonly exceeded: boolean;
}

/**
 * The limits on a kind of count, asked as of a day of one count that nobody records: how many families a care manager has
 * follows from who is accountable for whom.
 */
export function limitsOn(compiled: Compiled, kind: string, data: Fact['data'], day: CalendarDay): LimitAnswer[] {
  const on = isoDay(day);
  const counted: Fact = { seq: 1, recordedAt: `${on}T12:00:00Z`, kind, on, data, category: 'general' };
  const situation = situate(compiled, [counted]);
  return compiled.limits
    .filter(({ rule, clause }) => {
      const about = rule.facts.patterns.some((pattern) => pattern.kind === kind);
      return about && inForce(clause, day);
    })
    .map((limit) => {
      const found: Excess[] = [];
      runLimit(situation, limit, [], found);
      const { rule, clause, atMost } = limit;
      const { id, cite } = clause;
      return { limit: rule.id, clause: id, cite, title: rule.title, atMost, exceeded: found.length > 0 };
    });
}

/** Whether a span of the pack holds on a day. Throws a RangeError for a name the pack does not define as a span. */
export function isDuring(situation: Situation, term: string, day: CalendarDay): boolean {
  const span = situation.compiled.spans.get(term);
  if (span === undefined) throw new RangeError(`${term} is not a span of pack ${situation.compiled.pack.id}`);
  return covers(intervalsOf(situation, span), day);
}

/** Who pays on a day; null when the pack has no such coverage. */
export function payerOn(situation: Situation, coverage: string, day: CalendarDay): string | null {
  const compiled = situation.compiled.coverages.find((one) => one.rule.id === coverage);
  if (compiled === undefined) return null;
  const outcome: CoverageOutcome = runCoverage(situation, compiled);
  return outcome.intervals.find((one) => covers([one], day))?.payer ?? null;
}
