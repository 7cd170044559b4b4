import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';

/** This month, by the database's own clock, and two ahead. */
const MONTHS = statement(
  'audit.months',
  `select to_char((date_trunc('month', now() at time zone 'UTC') + n * interval '1 month'), 'YYYY-MM-DD') as month
   from generate_series(0, 2) n
   where to_regclass('kinfold.audit_event_' || to_char(date_trunc('month', now() at time zone 'UTC') + n * interval '1 month', 'YYYY_MM')) is null`,
);
const MAKE = statement('audit.make-month', 'select kinfold.ensure_audit_month($1)');

/** Makes the month partitions that audit rows will soon need. Asks cheaply; usually there is nothing to make. */
export async function ensureMonths(db: Db): Promise<readonly string[]> {
  const { rows } = await db.query<{ month: string }>(MONTHS);
  for (const { month } of rows) await db.query(MAKE, [month]);
  return rows.map(({ month }) => month);
}
