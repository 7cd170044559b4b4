import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Duty, Repetition, VoidReason } from '../duty.ts';
import type { Ambiguity, Confidence, Words } from '../model.ts';
import type { Unit } from '../rules/deadline.ts';

/** Why a fact that looks right did not meet a duty. */
export type NearMiss =
  | 'attempted'
  | 'wrong-person'
  | 'other-way'
  | 'other-content'
  | 'too-early'
  | 'too-late'
  | 'about-something-else';

/** The number a deadline was counted with, and where it comes from. */
export interface UsedParameter {
  readonly key: string;
  readonly value: number | boolean;
  readonly default: number | boolean;
  readonly source: string;
  readonly confidence: Confidence;
  readonly overridden: boolean;
}

/** A period as it is worded: by its label, or its first day. */
export interface NamedPeriod {
  readonly unit: Repetition['unit'];
  readonly label: string;
  readonly from: CalendarDay;
}

/** One step of the reasoning, as a code with what belongs to it. Words are chosen where it is shown. */
export type Reason =
  | { readonly code: 'deadline'; readonly amount: number; readonly unit: Unit; readonly direction: 'after' | 'before' }
  | ({ readonly code: 'period' } & NamedPeriod)
  /** Periods before the one explained that nobody met. */
  | { readonly code: 'missed-before'; readonly periods: readonly NamedPeriod[] }
  /** Periods that nobody owes because somebody decided so, and that are owed again once that is taken back. */
  | { readonly code: 'exempted-periods'; readonly periods: readonly (NamedPeriod & { readonly due: CalendarDay })[] }
  /** The one it ranges over; with the day that one brings, when it is counted from it. */
  | { readonly code: 'item'; readonly item: string; readonly on: CalendarDay | null }
  /** The round before it, due on a day, was exempted; this one is counted from there. */
  | { readonly code: 'round'; readonly after: CalendarDay }
  | { readonly code: 'corrected'; readonly from: CalendarDay; readonly seq: number }
  | { readonly code: 'skipped'; readonly day: CalendarDay; readonly why: string }
  | { readonly code: 'unsure-day'; readonly day: CalendarDay; readonly why: string }
  | { readonly code: 'calendar-unknown'; readonly from: CalendarDay }
  | { readonly code: 'last-reading'; readonly lateAfter: CalendarDay }
  | { readonly code: 'paused'; readonly from: CalendarDay; readonly to: CalendarDay | null }
  | { readonly code: 'met'; readonly seqs: readonly number[]; readonly on: CalendarDay; readonly late: boolean }
  | { readonly code: 'not-preferred' }
  | { readonly code: 'open-parts'; readonly parts: readonly string[] }
  | {
      readonly code: 'near-miss';
      readonly seq: number;
      readonly kind: string;
      readonly on: CalendarDay;
      /** The way it was tried, as its code; null when the fact names none. */
      readonly how: string | null;
      readonly why: NearMiss;
      readonly field: string | null;
    }
  | { readonly code: 'void'; readonly because: VoidReason }
  | { readonly code: 'missed'; readonly because: VoidReason; readonly on: CalendarDay }
  | { readonly code: 'impossible' }
  | { readonly code: 'outranked'; readonly by: string }
  | { readonly code: 'decided'; readonly kind: string; readonly seq: number }
  | { readonly code: 'ends'; readonly until: CalendarDay }
  | { readonly code: 'target' }
  | { readonly code: 'parameter'; readonly parameter: UsedParameter }
  /** It was settled, or began, by numbers that counted until a day. */
  | { readonly code: 'numbers-until'; readonly until: CalendarDay }
  | { readonly code: 'reading'; readonly reading: Ambiguity };

/** Why a duty is as it is: what it hangs on, the rule, and the steps from one to the other. */
export interface Explanation {
  readonly duty: Duty;
  readonly anchor: { readonly kind: string; readonly on: CalendarDay; readonly seq: number };
  readonly clause: {
    readonly id: string;
    readonly cite: string;
    readonly source: string;
    readonly says: Words;
    readonly confidence: Confidence;
  };
  readonly reasons: readonly Reason[];
}
