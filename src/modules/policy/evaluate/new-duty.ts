import type { Category } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import type { Duty } from '../duty.ts';
import type { BothDeadlines } from './deadline-of.ts';

const NOTHING: readonly never[] = [];

/** What a duty hangs on, from an entry in force or from a version that no longer counts. */
export interface Hook {
  readonly root: number;
  readonly seq: number;
  readonly on: CalendarDay;
  readonly category: Category;
}

/** An open duty with nothing done about it yet. */
export function newDuty(compiled: CompiledDuty, hook: Hook, item: string | null, deadlines: BothDeadlines): Duty {
  const { rule, clause } = compiled;
  return {
    rule: rule.id,
    clause: clause.id,
    cite: clause.cite,
    title: rule.title,
    root: hook.root,
    anchor: hook.seq,
    anchorOn: hook.on,
    item,
    owes: rule.owes,
    party: rule.party,
    state: 'open',
    because: null,
    due: deadlines.due,
    dueAt: deadlines.dueAt,
    lateAfter: deadlines.lateAfter,
    lateAfterAt: deadlines.lateAfterAt,
    force: compiled.force,
    confidence: clause.confidence,
    category: hook.category,
    metBy: NOTHING,
    metOn: null,
    openParts: NOTHING,
    notPreferred: false,
    until: null,
    pausedFrom: deadlines.pausedFrom,
    impossible: false,
    pattern: null,
    yieldsTo: null,
    delegatedTo: null,
    decidedBy: null,
  };
}
