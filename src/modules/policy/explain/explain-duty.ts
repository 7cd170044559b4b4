import type { Fact } from '#modules/facts/model.ts';
import { type CalendarDay, trustedDay } from '#shared/calendar-day.ts';
import type { Compiled } from '../compile/compiled.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { amountOf } from '../compile/settings.ts';
import { intervalsOf } from '../compile/span.ts';
import { type Duty, dutyKey } from '../duty.ts';
import { judged } from '../evaluate/evaluate.ts';
import { ruleBehind } from '../evaluate/in-force.ts';
import { countedFrom } from '../evaluate/items.ts';
import { periodOf, periodStart } from '../evaluate/period-arithmetic.ts';
import { type Situation, situate } from '../evaluate/situation.ts';
import { exemptedPeriods } from '../exempted-periods.ts';
import { missedPeriods, periodToName } from '../periods.ts';
import { daysReasons } from './counted-days.ts';
import { nearMisses } from './near-misses.ts';
import type { Explanation, Reason } from './reason.ts';
import { usedParameters } from './used-parameters.ts';

/**
 * Explains one duty of a history, by its key; null when there is no such duty. Nothing of this is built otherwise. With a day,
 * a duty of each period is explained by the period lists name on it, and says which were missed before.
 */
export function explainDuty(
  compiled: Compiled,
  facts: readonly Fact[],
  key: string,
  today: CalendarDay | null = null,
): Explanation | null {
  const found = judged(compiled, facts).find(({ duty }) => dutyKey(duty) === key);
  if (found === undefined) return null;
  const { by } = found;
  const missed = today === null ? [] : missedBefore(found.duty, today);
  const duty = today === null ? found.duty : asNamedOn(found.duty, today);
  const situation = situate(by, facts);
  const rule = ruleBehind(by, duty);
  const fact = facts.find((one) => one.seq === duty.anchor);
  if (rule === undefined || fact === undefined) return null;
  const { clause } = rule;
  return {
    duty,
    anchor: { kind: fact.kind, on: trustedDay(fact.on), seq: fact.seq },
    clause: {
      id: clause.id,
      cite: clause.cite,
      source: clause.source,
      says: clause.says,
      confidence: clause.confidence,
    },
    reasons: [
      ...deadlineReasons(situation, rule, duty, countedFrom(rule, fact, duty.item)),
      ...correctionReasons(situation, duty),
      ...missed,
      ...exemptedReasons(situation, found.duty),
      ...stateReasons(duty),
      ...(duty.state === 'void' || duty.state === 'met' || duty.state === 'missed'
        ? []
        : nearMisses(situation, rule, duty)),
      ...usedParameters(by, clause).map((parameter): Reason => ({ code: 'parameter', parameter })),
      ...laterNumbers(compiled, by),
      ...clause.readings.map((reading): Reason => ({ code: 'reading', reading })),
    ],
  };
}

/** A duty of each period by the one its lists name on a day. */
function asNamedOn(duty: Duty, today: CalendarDay): Duty {
  const period = periodToName(duty, today);
  return period === null ? duty : { ...duty, item: period.label, due: period.due, lateAfter: period.due };
}

/** The latest periods that nobody met, so that the one that is open now is not taken for the only one. */
function missedBefore(duty: Duty, today: CalendarDay): Reason[] {
  const missed = missedPeriods(duty, today).slice(-MOST_MISSED);
  const unit = duty.pattern?.unit;
  if (unit === undefined || missed.length === 0 || periodToName(duty, today) === null) return [];
  return [{ code: 'missed-before', periods: missed.map(({ label, from }) => ({ unit, label, from })) }];
}

function exemptedReasons(situation: Situation, duty: Duty): Reason[] {
  const periods = exemptedPeriods(situation, duty);
  const unit = duty.pattern?.unit;
  if (unit === undefined || periods.length === 0) return [];
  return [{ code: 'exempted-periods', periods: periods.map((period) => ({ unit, ...period })) }];
}

const MOST_MISSED = 6;

/** Since when other numbers count, for what was judged by earlier ones. */
function laterNumbers({ earlier }: Compiled, by: Compiled): Reason[] {
  const then = earlier.find((one) => one.compiled === by);
  return then ? [{ code: 'numbers-until', until: then.until }] : [];
}

function deadlineReasons(situation: Situation, rule: CompiledDuty, duty: Duty, from: CalendarDay): Reason[] {
  const reasons: Reason[] = [];
  const { due } = rule.rule;
  if (due !== null) {
    const amount = amountOf(situation.compiled.settings, due.amount);
    reasons.push({ code: 'deadline', amount, unit: due.unit, direction: due.direction });
    if (due.unit === 'business days')
      reasons.push(...daysReasons(situation.compiled.calendar, from, duty.due, duty.lateAfter));
  }
  if (duty.pattern !== null && duty.item !== null) {
    const begins = periodStart(duty.pattern, periodOf(duty.pattern, duty.due));
    reasons.push({ code: 'period', unit: duty.pattern.unit, label: duty.item, from: begins });
  } else if (duty.item !== null && rule.sinceLast) {
    reasons.push({ code: 'round', after: from });
  } else if (duty.item !== null) {
    reasons.push({ code: 'item', item: duty.item, on: from === duty.anchorOn ? null : from });
  }
  if (duty.lateAfter !== duty.due) reasons.push({ code: 'last-reading', lateAfter: duty.lateAfter });
  if (rule.stopsDuring !== null) {
    for (const one of intervalsOf(situation, rule.stopsDuring)) {
      if (one.from <= duty.due && (one.to === null || one.to > from))
        reasons.push({ code: 'paused', from: one.from, to: one.to });
    }
  }
  return reasons;
}

function correctionReasons(situation: Situation, duty: Duty): Reason[] {
  const entry = situation.chronicle.altered.find((one) => one.root === duty.root);
  return (entry?.earlier ?? [])
    .filter((version) => trustedDay(version.on) !== duty.anchorOn)
    .map((version): Reason => ({ code: 'corrected', from: trustedDay(version.on), seq: version.seq }));
}

function stateReasons(duty: Duty): Reason[] {
  const reasons: Reason[] = [];
  if (duty.force === 'target') reasons.push({ code: 'target' });
  if (duty.metOn !== null)
    reasons.push({ code: 'met', seqs: duty.metBy, on: duty.metOn, late: duty.state === 'met-late' });
  if (duty.notPreferred) reasons.push({ code: 'not-preferred' });
  if (duty.openParts.length > 0) reasons.push({ code: 'open-parts', parts: duty.openParts });
  if (duty.impossible) reasons.push({ code: 'impossible' });
  // Of a duty of each period some were decided about, and it stays open.
  if (duty.decidedBy !== null && duty.state !== 'open' && duty.state !== 'missed')
    reasons.push({ code: 'decided', kind: duty.state, seq: duty.decidedBy });
  if (duty.yieldsTo !== null) reasons.push({ code: 'outranked', by: duty.yieldsTo });
  else if (duty.state === 'missed' && duty.because !== null && duty.until !== null)
    reasons.push({ code: 'missed', because: duty.because, on: duty.until });
  else if (duty.because !== null && duty.state === 'void') reasons.push({ code: 'void', because: duty.because });
  if (duty.until !== null && duty.state !== 'missed') reasons.push({ code: 'ends', until: duty.until });
  return reasons;
}
