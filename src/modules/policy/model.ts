import type { Programme } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Condition } from './rules/condition.ts';
import type { Rule } from './rules/rule.ts';

/** How strongly a source speaks. A `target` is never a violation: no deadline in the source, or a weak source. */
export const FORCES = ['must', 'should', 'may', 'fact', 'target'] as const;
export type Force = (typeof FORCES)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Who speaks, from the strongest; on one topic the stronger rule wins and the weaker is shown. */
export const AUTHORITIES = ['federal', 'state', 'contract', 'policy', 'practice'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** Where something stands in a pack's files, so that a refusal can point at it. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A text families may read, in both languages a pack is written in. */
export interface Words {
  readonly en: string;
  readonly es: string;
}

/** A number or a yes/no that a policy administrator may change, with where the default comes from. */
export interface Parameter {
  /** Unique in the pack: the clause's id, a slash, the parameter's name. */
  readonly key: string;
  readonly name: string;
  readonly is: number | boolean;
  readonly source: string;
  readonly confidence: Confidence;
  readonly place: Place;
}

/** A question the source leaves open, what we answer by default, and what the other answer would be. */
export interface Ambiguity {
  readonly question: string;
  readonly default: string;
  readonly otherwise: string;
}

/** One numbered passage of a source, in one version: the days between which it is in force (`to` is the last one). */
export interface Clause {
  readonly id: string;
  readonly cite: string;
  readonly source: string;
  readonly authority: Authority;
  readonly force: Force;
  readonly confidence: Confidence;
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
  /** By the numbers of the pack itself; `titledBy` says it by others. */
  readonly title: Words;
  /** Titles that name a number, its own and its rules', as they are written. */
  readonly forms: ReadonlyMap<Words, Words>;
  readonly says: Words;
  readonly parameters: readonly Parameter[];
  readonly readings: readonly Ambiguity[];
  readonly rules: readonly Rule[];
  readonly examples: readonly Example[];
  readonly place: Place;
}

/** A text or clause that a pack rests on and we do not hold: reported by name, never passed over in silence. */
export interface NotLoaded {
  readonly name: string;
  readonly why: string;
}

/** One file of a pack as it was read: its path from the root of the repository, and its text. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** One source set in one programme, versioned. */
export interface Pack {
  readonly id: string;
  readonly programme: Programme;
  readonly title: Words;
  readonly version: string;
  /** The first day the pack may be used. */
  readonly from: CalendarDay;
  /** The day its source says it will be reviewed; shown as a warning once past. */
  readonly reviewBy: CalendarDay | null;
  readonly calendar: string;
  /** IANA zone of the agencies, such as `America/New_York`. */
  readonly zone: string;
  /** The span of days during which an agency has somebody in care: what its duties end with. Null: nothing ends them. */
  readonly care: { readonly span: string; readonly place: Place } | null;
  readonly clauses: readonly Clause[];
  readonly notLoaded: readonly NotLoaded[];
  /** The files as read, in order of path: read again, they make the same pack. */
  readonly files: readonly PackFile[];
  /** The same as one text: what the pack's hash is taken over. */
  readonly sourceText: string;
}

/** Why a pack was refused. */
export interface PackProblem extends Place {
  readonly reason: string;
}

export interface ExampleFact {
  readonly kind: string;
  readonly on: string;
  readonly at?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly supersedes?: number;
  readonly withdraws?: boolean;
  readonly recordedAt?: string;
}

export interface Expectation {
  readonly of: 'duty' | 'gate' | 'coverage' | 'limit' | 'term';
  readonly rule: string;
  readonly on?: CalendarDay;
  /** `none` when nothing of that rule may come out. */
  readonly is: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** A situation written beside the clause it shows; run whenever the pack is checked. */
export interface Example {
  readonly title: string;
  readonly given: readonly ExampleFact[];
  readonly then: readonly Expectation[];
  readonly place: Place;
}

export type { Condition, Rule };
