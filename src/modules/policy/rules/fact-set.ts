import type { Place } from '../model.ts';

/** A number written in a rule: itself, or the name of one of the clause's parameters (by its key). */
export type Amount = number | { readonly parameter: string };

export type Scalar = string | number | boolean;

/**
 * What one field of a fact must be. For a field that holds several codes, `is` asks for at least one of the values and
 * `all` for every one. `same` and `another` compare with a field of the fact that made the duty; `item` with the item
 * ranged over.
 */
export type FieldTest =
  | { readonly op: 'is' | 'not' | 'all'; readonly field: string; readonly values: readonly Scalar[] }
  | { readonly op: 'at least' | 'at most'; readonly field: string; readonly amount: Amount }
  | { readonly op: 'known'; readonly field: string; readonly known: boolean }
  | { readonly op: 'same' | 'another'; readonly field: string; readonly as: string }
  | { readonly op: 'item'; readonly field: string };

/** Facts of one kind whose fields pass. With a reading, only while that parameter is on. */
export interface KindPattern {
  readonly kind: string;
  readonly tests: readonly FieldTest[];
  readonly onlyIf?: string;
}

/** Facts that fit any of the patterns or belong to any of the named terms. */
export interface FactSet {
  readonly patterns: readonly KindPattern[];
  readonly terms: readonly string[];
  readonly place: Place;
}
