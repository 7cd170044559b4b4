import type { Category, Programme } from '#modules/facts/model.ts';

/** One row of a table of ours; a missing column takes the table's default. */
export interface SeedRow {
  readonly table: string;
  readonly values: Record<string, unknown>;
}

/** Somebody who did something: a seat and whose it is. */
export interface Who {
  readonly seat: string;
  readonly person: string;
  readonly capacity: string;
  readonly agency: number;
}

/** A fact as the database would have recorded it at that instant. */
export interface SeedFact {
  readonly seq: number;
  /** ISO 8601 with microseconds, strictly increasing in a chart. */
  readonly recordedAt: string;
  readonly agency: number;
  readonly saidBy: string | null;
  readonly kind: string;
  readonly on: string;
  readonly at: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly category: Category;
  readonly source: { readonly table: string; readonly id: string } | null;
}

/** One line of the audit trail: codes and references only. */
export interface SeedLook {
  readonly at: number;
  readonly who: Who;
  readonly holder: number;
  readonly operation: string;
  readonly outcome: 'done' | 'looked';
  readonly details: Readonly<Record<string, unknown>>;
}

/** A whole chart, as the commands that made it would have left it, before its duties are worked out. */
export interface SeedChart {
  readonly id: string;
  readonly agency: number;
  readonly holder: number;
  readonly programme: Programme;
  readonly openedOn: string;
  readonly rows: readonly SeedRow[];
  readonly facts: readonly SeedFact[];
  readonly looks: readonly SeedLook[];
}
