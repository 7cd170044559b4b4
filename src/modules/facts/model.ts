import type { z } from 'zod';
import type { IsoDay } from '#shared/calendar-day.ts';

/** Data categories, from the least to the most closely held; every row about a youth carries one. */
export const CATEGORIES = [
  'general',
  'mental-health',
  'school',
  'child-welfare',
  'justice',
  'incident',
  'quality-of-care',
  'reproductive',
  'hiv',
  'violence',
  'family-private',
  'substance-use',
  'counseling-notes',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** A programme is a hard wall: its pack, words and roles never see the other's charts. */
export const PROGRAMMES = ['nj-cmo', 'pa-tcm'] as const;
export type Programme = (typeof PROGRAMMES)[number];

/**
 * Something that happened. Append-only: a correction or a withdrawal is a new fact that supersedes the old one, once.
 * `data` holds codes, days and references, never names or free text.
 */
export interface Fact {
  /** Position in the subject's history, from 1, given by the database under the chart's lock. */
  readonly seq: number;
  /** When Kinfold learnt it: an instant, strictly increasing per subject. Nothing else decides what was known when. */
  readonly recordedAt: string;
  readonly kind: string;
  /** The day it happened, in the agency's zone. */
  readonly on: IsoDay;
  /** The instant it happened, when known. */
  readonly at?: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  readonly category: Category;
  /** The `seq` this one replaces (same kind: a correction) or takes back (`withdraws`). */
  readonly supersedes?: number | undefined;
  readonly withdraws?: boolean | undefined;
}

/** A fact about to be recorded: the database adds `seq` and `recordedAt`. */
export type NewFact = Omit<Fact, 'seq' | 'recordedAt'> & {
  /** The row it came from. */
  readonly source?: { readonly table: string; readonly id: string };
};

/** How a slice declares a kind of fact; `main` registers them all and the policy packs are checked against them. */
export interface FactKind {
  readonly kind: string;
  /** One sentence: what happened when this is recorded. */
  readonly says: string;
  readonly subject: 'chart' | 'agency' | 'agreement' | 'staff';
  readonly data: z.ZodObject;
}
