import type { Category } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Confidence, Force, Words } from './model.ts';
import type { Party } from './rules/rule.ts';

export const DUTY_STATES = [
  'open',
  'partial',
  'met',
  'met-late',
  'impossible',
  'missed',
  'exempted',
  'delegated',
  'void',
] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/**
 * Whether somebody still has it to do. What nobody could do in time is no violation, and is to be done all the same, until
 * the need for it ends. Days are `YYYY-MM-DD`.
 */
export function isStillOwed(
  { state, until }: { readonly state: string; readonly until: string | null },
  today: string,
) {
  if (state === 'impossible') return until === null || until > today;
  return state === 'open' || state === 'partial' || state === 'delegated';
}

/** Why a duty is void although it was owed once; or missed, when it ended only after its last day. */
export type VoidReason =
  | 'withdrawn'
  | 'no-longer-fits'
  | 'care-ended'
  | 'ended'
  | 'suspended'
  | 'voided'
  | 'replaced'
  | 'outranked';

/** A day range; `to` is the first day outside, null while nothing ends it. */
export interface Stretch {
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
}

/** Days that are not owed: a pause, or a period about which somebody decided so. */
export interface Excused extends Stretch {
  readonly decided?: true;
}

/** How a duty of each period repeats. Periods are numbered from 0; which is current or missed is arithmetic. */
export interface Repetition {
  readonly unit: 'week' | 'month' | 'year' | 'cycle';
  /** The first day of period 0. */
  readonly origin: CalendarDay;
  /** Days in period 0 and in every later one; only for cycles. */
  readonly firstDays: number;
  readonly days: number;
  /** The last period owed; null while nothing ends it. */
  readonly last: number | null;
  /** A period that touches one of these is not owed. */
  readonly excused: readonly Excused[];
  /** Periods that ended before this day were over when Kinfold learnt of the duty: not owed unless met. */
  readonly knownFrom: CalendarDay;
}

export interface Pattern extends Repetition {
  /** The periods met, in order, each with the fact that met it. */
  readonly met: readonly { readonly period: number; readonly seq: number; readonly on: CalendarDay }[];
}

/** A pattern as it is stored: which periods were met, and no more, since a list of facts is long and read with every worklist. */
export interface StoredPattern extends Repetition {
  /** A `1` for each period met and a `0` for each not, from period 0 to the last one met. */
  readonly met: string;
}

/** What somebody owes, as the facts have it. Nothing in it depends on today. */
export interface Duty {
  readonly rule: string;
  readonly clause: string;
  readonly cite: string;
  readonly title: Words;
  /** The first fact of the chain of corrections of the fact this duty hangs on: it never changes. */
  readonly root: number;
  /** The fact of that chain that counts now. */
  readonly anchor: number;
  readonly anchorOn: CalendarDay;
  /** The item ranged over, or the label of the period: `2026-W38`, `2026-09`, `2`. */
  readonly item: string | null;
  /** Roles, in order of who steps in for whom. */
  readonly owes: readonly string[];
  readonly party: Party;
  state: DutyState;
  because: VoidReason | null;
  /** The strict reading of the deadline. */
  due: CalendarDay;
  dueAt: string | null;
  /** The last reading: after this day it is late. Between the two it is amber. */
  lateAfter: CalendarDay;
  lateAfterAt: string | null;
  readonly force: Force;
  readonly confidence: Confidence;
  /** The strictest category of the facts that made it. */
  category: Category;
  metBy: readonly number[];
  metOn: CalendarDay | null;
  openParts: readonly string[];
  /** Met, but not in the way the clause prefers. */
  notPreferred: boolean;
  /** The day from which nobody owes it any more although nobody did it: what was missed stays as history. */
  until: CalendarDay | null;
  /** The day from which the count stands still, while the pause has no end. */
  pausedFrom: CalendarDay | null;
  /** It was past due before Kinfold could know of it: explained, never a violation. */
  impossible: boolean;
  pattern: Pattern | null;
  /** The stronger or more specific rule this one gives way to. */
  yieldsTo: string | null;
  delegatedTo: string | null;
  /** The person's decision that set the state. */
  decidedBy: number | null;
}

/** Stable text that names one duty of one chart: rule, root, and item or period. */
export function dutyKey(duty: Pick<Duty, 'rule' | 'root' | 'item'>): string {
  return duty.item === null ? `${duty.rule}#${duty.root}` : `${duty.rule}#${duty.root}#${duty.item}`;
}
