import type { SignedNote } from '#modules/contacts/model.ts';
import type { OwedSource } from '#modules/worklists/owed-item.ts';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import type { Transferred } from './contract.ts';

const LIST = statement(
  'transferred.list',
  `select chart, number, name, born, left_on as "leftOn", to_agency as "toAgency" from kinfold.transferred() order by left_at desc`,
);
const HEADER = statement(
  'transferred.header',
  `select chart, number, name, born, left_on as "leftOn", left_at as "leftAt", to_agency as "toAgency" from kinfold.transferred() where chart = $1`,
);
const NOTES = statement(
  'transferred.notes',
  `with notes as materialized (select * from kinfold.transferred_notes($1))
   select n.id, n.made, n.with_whom as "withWhom", n.how, n.place, n.on_day as on, n.started_at as "startedAt", n.minutes_face as "minutesFace",
     n.minutes_travel as "minutesTravel", n.minutes_call as "minutesCall", n.interpreter, n.topics, n.category, n.words, n.signed_at as "signedAt", n.supersedes,
     n.amend_reason as "amendReason", (select h.name from kinfold.seat_holder h where h.seat = n.signed_by) as "signedBy",
     (select a.id from notes a where a.supersedes = n.id) as "amendedBy"
   from notes n order by n.on_day desc, n.started_at desc nulls last, n.id desc`,
);
const MARKS = statement(
  'transferred.marks',
  `select kind, on_day as on, data, source_id as source from kinfold.transferred_facts($1) order by on_day, seq`,
);
const OWED = statement(
  'transferred.owed',
  `select chart, key, rule, clause, force, state, owes, owing, due, due_at as "dueAt", late_after as "lateAfter", late_after_at as "lateAfterAt",
     until, paused_from as "pausedFrom", pattern, open_parts as "openParts", met_on as "metOn", numbers_on as "numbersOn"
   from kinfold.transferred_duties($1) order by due, key`,
);

/** Every chart handed over that the reader may still read of, the latest first. */
export async function transferredCharts(db: Db): Promise<Transferred[]> {
  return (await db.query<Transferred>(LIST)).rows;
}

export interface TransferredRows {
  readonly header: Transferred & { readonly leftAt: string };
  readonly notes: SignedNote[];
  readonly marks: { kind: string; on: string; data: Record<string, unknown>; source: string | null }[];
  readonly owed: OwedSource[];
}

/** The agency's own rows of one chart it handed over; null when there is no such chart for this reader. */
export async function transferredRows(db: Db, chart: string): Promise<TransferredRows | null> {
  const header = (await db.query<TransferredRows['header']>(HEADER, [chart])).rows[0];
  if (!header) return null;
  const [notes, marks, owed] = await Promise.all([
    db.query<SignedNote>(NOTES, [chart]),
    db.query<TransferredRows['marks'][number]>(MARKS, [chart]),
    db.query<OwedSource>(OWED, [chart]),
  ]);
  return { header, notes: notes.rows, marks: marks.rows, owed: owed.rows };
}
