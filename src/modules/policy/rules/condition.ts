import type { Length } from './deadline.ts';
import type { Amount, FactSet } from './fact-set.ts';

/** Something that is true or not as of a day. */
export type Condition =
  | { readonly is: 'during' | 'not during'; readonly term: string }
  | { readonly is: 'has' | 'lacks'; readonly facts: FactSet; readonly within: Length | null }
  | {
      readonly is: 'at least' | 'at most';
      readonly amount: Amount;
      readonly facts: FactSet;
      readonly since: FactSet | null;
    }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | {
      readonly is: 'function';
      readonly name: string;
      readonly facts: FactSet;
      readonly since: FactSet | null;
      readonly settings: Readonly<Record<string, Amount>>;
    };
