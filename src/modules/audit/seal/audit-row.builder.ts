import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Appends audit rows as the owner, each in a transaction of its own, and answers their ids. */
export async function addAuditRows(db: Pick<pg.Pool, 'query'>, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 0; n < count; n++) {
    const { rows } = await db.query<{ id: number }>(
      `insert into kinfold.audit_event (person, agency, operation, outcome, details, digest, era)
       values ($1, 15, 'test.happened', 'done', jsonb_build_object('n', $2::int), '', (select coalesce(max(era), 1) from kinfold.audit_era)) returning id`,
      [randomUUID(), n],
    );
    const id = rows[0]?.id;
    if (id !== undefined) ids.push(id);
  }
  return ids;
}
