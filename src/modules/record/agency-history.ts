import { z } from 'zod';
import type { Actor } from '#modules/access/model.ts';
import { leastCategory } from '#modules/facts/least-category.ts';
import type { Fact } from '#modules/facts/model.ts';
import { statement } from '#platform/database/db.ts';
import type { Transaction } from '#platform/database/transaction.ts';
import { type DutyColumns, type FactColumns, factOf, type KnownDuty, knownDutyOf } from './charted.ts';
import { difference, type Evaluate } from './evaluation.ts';

const OPEN = statement('record.open-agency-subject', 'select kinfold.open_agency_subject($1, $2, $3) as known');
const KEEP = statement(
  'record.keep-agency-subject',
  'select kinfold.keep_agency_subject($1, $2, $3::jsonb, $4::jsonb, $5::text[], $6)',
);

const knownSchema = z.object({
  facts: z.array(z.custom<FactColumns>()),
  duties: z.array(z.custom<DutyColumns>()),
});

/** What is known of one of an agency's own histories. */
export interface KnownHistory {
  readonly facts: readonly Fact[];
  readonly duties: readonly KnownDuty[];
}

/** Reads what `agency_known` answers. */
export function readHistory(value: unknown): KnownHistory {
  const known = knownSchema.parse(value);
  return { facts: known.facts.map(factOf), duties: known.duties.map(knownDutyOf) };
}

/** A fact about something of the agency's own; beside it, in words, where the paper is and why an earlier one was wrong. */
export interface NewAgencyFact extends Pick<Fact, 'kind' | 'on' | 'data' | 'supersedes' | 'withdraws'> {
  readonly document?: string | null;
  readonly reason?: string | null;
}

/**
 * The history of one thing that is the agency's own and no youth's, such as an agreement, under its lock: facts as of a
 * chart, in a history of its own, and duties that follow from them by the same pack.
 */
export class AgencyHistory {
  readonly id: string;
  readonly facts: readonly Fact[];
  readonly #duties: readonly KnownDuty[];
  readonly #said: (NewAgencyFact & { readonly seq: number })[] = [];

  constructor(id: string, { facts, duties }: KnownHistory) {
    this.id = id;
    this.facts = facts;
    this.#duties = duties;
  }

  /** Opens a history that is there, or begins one. Throws the database's refusal for another agency's. */
  static async open(db: Transaction, subject: 'agreement', id: string, isNew: boolean): Promise<AgencyHistory> {
    const { rows } = await db.query<{ known: unknown }>(OPEN, [subject, id, isNew]);
    return new AgencyHistory(id, readHistory(rows[0]?.known));
  }

  /** Says that something happened. Returns the `seq` it will have. */
  record(fact: NewAgencyFact): number {
    const seq = (this.facts.at(-1)?.seq ?? 0) + this.#said.length + 1;
    this.#said.push({ ...fact, seq });
    return seq;
  }

  /** Keeps what was said and what now follows from all of it. */
  async keep(db: Transaction, { programme, agency }: Actor, evaluate: Evaluate, nowMs: number): Promise<void> {
    if (this.#said.length === 0) return;
    const recordedAt = new Date(nowMs).toISOString();
    const said = this.#said.map(({ kind, on, data, seq, supersedes, withdraws }): Fact => {
      return { kind, on, data, seq, supersedes, withdraws, recordedAt, category: leastCategory(kind, data) };
    });
    const evaluation = evaluate(programme, agency, [...this.facts, ...said]);
    const { upsert, gone } = difference(this.#duties, evaluation.duties);
    await db.query(KEEP, [
      this.id,
      this.facts.at(-1)?.seq ?? 0,
      JSON.stringify(this.#said),
      JSON.stringify(upsert),
      gone,
      evaluation.summary.evaluatedWith,
    ]);
  }
}
