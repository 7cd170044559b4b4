import type { Amount } from './fact-set.ts';

export const UNITS = ['hours', 'calendar days', 'business days', 'weeks', 'months', 'years'] as const;
export type Unit = (typeof UNITS)[number];

/** A length of time as a clause writes it. */
export interface Length {
  readonly amount: Amount;
  readonly unit: Unit;
}

/** By when: so long after, or before, the day the duty hangs on. The same day is zero calendar days after. */
export interface Deadline extends Length {
  readonly direction: 'after' | 'before';
}
