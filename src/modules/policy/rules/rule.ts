import type { Place, Words } from '../model.ts';
import type { Condition } from './condition.ts';
import type { Deadline } from './deadline.ts';
import type { Amount, FactSet } from './fact-set.ts';
import type { Boundary, Span } from './span.ts';

interface Named {
  readonly id: string;
  readonly title: Words;
  readonly place: Place;
}

/** Who owes a duty, as an organization. */
export const PARTIES = ['holder', 'csa', 'provider', 'payer'] as const;
export type Party = (typeof PARTIES)[number];

/** What the end of care does to a duty: ends it, passes it to whoever has care next, or leaves it as it is. */
export const AFTER_CARE = ['ends', 'passes on', 'stays'] as const;
export type AfterCare = (typeof AFTER_CARE)[number];

export interface TermRule extends Named {
  readonly kind: 'term';
  readonly means:
    | { readonly of: 'facts'; readonly facts: FactSet }
    | { readonly of: 'span'; readonly span: Span }
    | { readonly of: 'count'; readonly facts: FactSet; readonly since: FactSet | null };
  /** Whether an open stretch of this term is a day people should see coming. */
  readonly changePoint: boolean;
}

export interface DutyPart {
  /** Null when a duty has only one. */
  readonly name: string | null;
  readonly facts: FactSet;
}

export type Repetition =
  | { readonly how: 'once' }
  | { readonly how: 'since last' }
  | { readonly how: 'each week' | 'each month' | 'each year'; readonly first: 'own' | 'next' }
  | { readonly how: 'each cycle'; readonly days: Amount; readonly offset: Amount };

export interface DutyRule extends Named {
  readonly kind: 'duty';
  readonly when: FactSet;
  readonly provided: Condition | null;
  readonly owes: readonly string[];
  readonly party: Party;
  /** Null only for a duty of each period, which is due when the period ends. */
  readonly due: Deadline | null;
  readonly lateAfter: Deadline | null;
  /** True when the source gives no deadline of its own and the day is only aimed at. */
  readonly target: boolean;
  readonly dayZeroCounts: boolean;
  readonly closedDays: 'stay' | 'later' | 'earlier' | 'late after only';
  readonly parts: readonly DutyPart[];
  readonly countsFrom:
    | { readonly from: 'anchor' | 'any time' }
    | { readonly from: 'before anchor'; readonly days: Amount };
  readonly countsUntil: 'always' | 'due' | 'the day itself';
  readonly afterMove: 'still counts' | 'must be done again';
  readonly prefer: FactSet | null;
  readonly voidIf: FactSet | null;
  readonly endsWith: FactSet | null;
  readonly stopsDuring: string | null;
  readonly suspendedDuring: string | null;
  readonly notOwedDuring: string | null;
  readonly afterCare: AfterCare;
  readonly repeats: Repetition;
  readonly forEach: { readonly of: string; readonly named: string | null; readonly day: string | null } | null;
  readonly topic: string | null;
  readonly doneOn: {
    readonly kind: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly asks: readonly string[];
    /** Fields that say the same as a field of the fact the duty hangs on, by whose name. */
    readonly same: Readonly<Record<string, string>>;
  };
}

export interface LimitRule extends Named {
  readonly kind: 'limit';
  readonly atMost: Amount;
  readonly facts: FactSet;
  /** The number field that is limited; null when facts are counted. */
  readonly valueOf: string | null;
  readonly during: string | null;
  readonly liftedFrom: FactSet | null;
  readonly liftedDuring: string | null;
  /** Counted only while this coverage names this payer. */
  readonly liftedWhileCoverage: { readonly coverage: string; readonly payer: string } | null;
}

export interface GateRule extends Named {
  readonly kind: 'gate';
  readonly action: string;
  readonly strength: 'hard' | 'soft';
  readonly requires: readonly { readonly name: string; readonly condition: Condition }[];
}

export interface CoverageChange {
  readonly from: Boundary;
  /** The payer's code; `unknown` is one. */
  readonly payer: string;
  /** The change happens only while one of these pays; empty for any. */
  readonly onlyFrom: readonly string[];
  /** The change happens only if none of these came first. */
  readonly unless: FactSet | null;
  readonly place: Place;
}

export interface CoverageRule extends Named {
  readonly kind: 'coverage';
  readonly startsAs: string;
  readonly changes: readonly CoverageChange[];
}

export interface RoleRule extends Named {
  readonly kind: 'role';
  readonly action: string;
  readonly may: readonly string[];
  readonly mayNot: readonly string[];
}

export interface NoteRule extends Named {
  readonly kind: 'note';
}

export type Rule = TermRule | DutyRule | LimitRule | GateRule | CoverageRule | RoleRule | NoteRule;
