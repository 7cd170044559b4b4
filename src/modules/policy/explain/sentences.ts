import type { VoidReason } from '../duty.ts';
import type { Unit } from '../rules/deadline.ts';
import type { NearMiss, UsedParameter } from './reason.ts';
import { ENGLISH } from './sentences-en.ts';
import { SPANISH } from './sentences-es.ts';

/** Every sentence an explanation may need. Days come in worded. */
export interface Sentences {
  readonly headline: (due: string, length: string, direction: 'after' | 'before', hook: string, cite: string) => string;
  readonly headlineOfPeriod: (due: string, label: string, hook: string, cite: string) => string;
  readonly headlinePlain: (due: string, cite: string) => string;
  readonly after: (what: string, day: string) => string;
  readonly length: (amount: number, unit: Unit) => string;
  readonly item: (item: string) => string;
  /** What the next round hangs on where the one before it was exempted. */
  readonly round: (day: string) => string;
  readonly corrected: (day: string) => string;
  readonly skipped: (day: string, why: string) => string;
  readonly unsureDay: (day: string, why: string) => string;
  readonly calendarUnknown: (day: string) => string;
  readonly lastReading: (day: string) => string;
  readonly paused: (from: string, to: string | null) => string;
  readonly met: (day: string) => string;
  readonly metLate: (day: string) => string;
  readonly notPreferred: string;
  readonly openParts: (parts: string) => string;
  readonly nearMiss: (what: string, day: string, how: string | null, why: NearMiss) => string;
  readonly void: (because: VoidReason) => string;
  readonly missed: (because: VoidReason, day: string) => string;
  readonly impossible: string;
  readonly outranked: (by: string) => string;
  readonly decided: (how: string) => string;
  readonly ends: (day: string) => string;
  readonly target: string;
  readonly parameter: (parameter: UsedParameter) => string;
  readonly exemptedPeriods: (periods: readonly string[]) => string;
  readonly missedBefore: (periods: readonly string[]) => string;
  readonly numbersUntil: (day: string) => string;
  readonly reading: (question: string, answer: string) => string;
}

export const SENTENCES: Readonly<Record<'en' | 'es', Sentences>> = { en: ENGLISH, es: SPANISH };
