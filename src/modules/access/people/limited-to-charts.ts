import { type Db, statement } from '#platform/database/db.ts';
import type { Actor } from '../model.ts';

const LIMITED = statement(
  'access.limited-to-charts',
  `select g.staff_reach = 'assigned' and k.narrowed in ('by-agency', 'to-team') as limited
   from kinfold.agency g, kinfold.capacity k where g.id = $1 and k.code = $2`,
);

/**
 * Whether the agency limits this seat to charts, also while a shift of theirs opens the whole agency: who asked how a seat
 * acts now would let one shift lead to the next.
 */
export async function isLimitedToCharts(db: Db, { agency, capacity }: Actor): Promise<boolean> {
  const { rows } = await db.query<{ limited: boolean }>(LIMITED, [agency, capacity]);
  return rows[0]?.limited !== false;
}
