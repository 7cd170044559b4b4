import type { Fact } from '#modules/facts/model.ts';
import { type CalendarDay, trustedDay } from '#shared/calendar-day.ts';
import type { Compiled } from '../compile/compiled.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { amountOf } from '../compile/settings.ts';
import { intervalsOf } from '../compile/span.ts';
import { type Duty, dutyKey } from '../duty.ts';
import { outcomeOf } from '../evaluate/evaluate.ts';
import { ruleBehind } from '../evaluate/in-force.ts';
import { countedFrom } from '../evaluate/items.ts';
import { periodOf, periodStart } from '../evaluate/period-arithmetic.ts';
import { type Situation, situate } from '../evaluate/situation.ts';
import { daysReasons } from './counted-days.ts';
import { nearMisses } from './near-misses.ts';
import type { Explanation, Reason } from './reason.ts';
import { usedParameters } from './used-parameters.ts';

/** Explains one duty of a history, by its key; null when there is no such duty. Nothing of this is built otherwise. */
export function explainDuty(compiled: Compiled, facts: readonly Fact[], key: string): Explanation | null {
  const situation = situate(compiled, facts);
  const duty = outcomeOf(situation).duties.find((one) => dutyKey(one) === key);
  const rule = duty && ruleBehind(compiled, duty);
  const fact = facts.find((one) => one.seq === duty?.anchor);
  if (duty === undefined || rule === undefined || fact === undefined) return null;
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
      ...stateReasons(duty),
      ...(duty.state === 'void' || duty.state === 'met' || duty.state === 'missed'
        ? []
        : nearMisses(situation, rule, duty)),
      ...usedParameters(compiled, clause).map((parameter): Reason => ({ code: 'parameter', parameter })),
      ...clause.readings.map((reading): Reason => ({ code: 'reading', reading })),
    ],
  };
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
  if (duty.decidedBy !== null) reasons.push({ code: 'decided', kind: duty.state, seq: duty.decidedBy });
  if (duty.yieldsTo !== null) reasons.push({ code: 'outranked', by: duty.yieldsTo });
  else if (duty.state === 'missed' && duty.because !== null && duty.until !== null)
    reasons.push({ code: 'missed', because: duty.because, on: duty.until });
  else if (duty.because !== null && duty.state === 'void') reasons.push({ code: 'void', because: duty.because });
  if (duty.until !== null && duty.state !== 'missed') reasons.push({ code: 'ends', until: duty.until });
  return reasons;
}
