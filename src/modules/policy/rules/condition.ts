import type { Length } from './deadline.ts';
import type { Amount, FactSet } from './fact-set.ts';

/** Of several facts in one of these only one is counted. */
export const DIFFERENT = ['days', 'weeks', 'months'] as const;
export type Different = (typeof DIFFERENT)[number];

/** Something that is true or not as of a day. */
export type Condition =
  | { readonly is: 'during' | 'not during'; readonly term: string }
  | { readonly is: 'has' | 'lacks'; readonly facts: FactSet; readonly within: Length | null }
  | {
      readonly is: 'at least' | 'at most';
      readonly amount: Amount;
      readonly facts: FactSet;
      readonly since: FactSet | null;
      /** Counted are not the facts, but the days, weeks or months of the calendar that have one. */
      readonly different: Different | null;
    }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | {
      readonly is: 'function';
      readonly name: string;
      readonly facts: FactSet;
      readonly since: FactSet | null;
      readonly settings: Readonly<Record<string, Amount>>;
    };
