import type { z } from 'zod';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import type { AuditRow, listRedactions, readSeals, TrailPerson } from './contract.ts';

const TRAIL = statement(
  'audit.trail',
  `select id, at, person, name, capacity, operation, outcome, chart, chart_number as "chartNumber", details, sealed from kinfold.audit_trail($1::jsonb)`,
);

/** A row as it is stored. */
export type StoredRow = Omit<AuditRow, 'event'>;

export type TrailWish = Readonly<Record<string, string | number | undefined>> & { readonly limit: number };

/** One page of the trail, newest first, of rows with one of these names or of all; `more` is where the next one begins. */
export async function trail(
  db: Db,
  wish: TrailWish,
  names: readonly string[] | null,
): Promise<{ rows: StoredRow[]; more: number | null }> {
  const pages = await Promise.all(
    (names ?? [undefined]).map((operation) => db.query<StoredRow>(TRAIL, [JSON.stringify({ ...wish, operation })])),
  );
  // Each page is the newest of its name, so the newest of all are among them.
  const rows = pages
    .flatMap((page) => page.rows)
    .sort((a, b) => b.id - a.id)
    .slice(0, wish.limit);
  return { rows, more: rows.length === wish.limit ? (rows.at(-1)?.id ?? null) : null };
}

const PEOPLE = statement('audit.people', 'select person as id, name, agency from kinfold.people_in_trail($1, $2, $3)');

/** People who stand in the reader's trail whose first or last name begins so, by name. */
export async function peopleInTrail(db: Db, text: string, limit: number): Promise<TrailPerson[]> {
  return (await db.query<TrailPerson>(PEOPLE, [text, null, limit])).rows;
}

/** One person, if they stand in the reader's trail. */
export async function personInTrail(db: Db, person: string): Promise<TrailPerson | null> {
  return (await db.query<TrailPerson>(PEOPLE, [null, person, 1])).rows[0] ?? null;
}

const STANDING = statement('audit.seal-standing', 'select kinfold.seal_standing() as standing');

export async function sealStanding(db: Db): Promise<z.output<typeof readSeals.answer>> {
  const { rows } = await db.query<{ standing: z.output<typeof readSeals.answer> }>(STANDING);
  return rows[0]?.standing ?? { last: null, unsealed: 0, unsealedSince: null };
}

const REDACTIONS = statement(
  'audit.redactions',
  `select r.id, r.event, r.court_order as "courtOrder", r.reason, (select a.name from kinfold.seat_holder a where a.seat = r.requested_by) as "requestedBy",
     r.requested_at as "requestedAt", (select b.name from kinfold.seat_holder b where b.seat = r.confirmed_by) as "confirmedBy", r.confirmed_at as "confirmedAt", r.confirmed_at is null and r.requested_person <> kinfold.scope_person() as "mayConfirm"
   from kinfold.audit_redaction r
   order by r.requested_at desc limit 500`,
);

export async function redactions(db: Db): Promise<z.output<typeof listRedactions.answer>['redactions']> {
  return (await db.query<z.output<typeof listRedactions.answer>['redactions'][number]>(REDACTIONS)).rows;
}
