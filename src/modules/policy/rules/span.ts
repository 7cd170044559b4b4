import type { Deadline, Length } from './deadline.ts';
import type { FactSet } from './fact-set.ts';

/** A day taken from a fact: its own, or one so long before or after it. */
export interface Boundary {
  readonly facts: FactSet;
  readonly offset: Deadline | null;
}

/** Stretches of days. The day of the ending fact is the first day outside, unless the rule counts the last day. */
export type Span =
  | {
      readonly shape: 'between';
      readonly from: Boundary;
      readonly to: Boundary | null;
      /** The field that ties an end to its beginning, such as the reference of a stay. */
      readonly ofTheSame: string | null;
      readonly lastDayCounts: boolean;
    }
  | { readonly shape: 'without'; readonly facts: FactSet; readonly length: Length; readonly during: string }
  | { readonly shape: 'all of' | 'any of'; readonly terms: readonly string[] }
  | { readonly shape: 'except'; readonly term: string; readonly except: readonly string[] };
