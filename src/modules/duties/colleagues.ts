import type { Capacity } from '#modules/access/model.ts';
import { permissionsOf } from '#modules/access/permissions.ts';
import { type Db, statement } from '#platform/database/db.ts';

const REACHING = statement('duties.colleagues', 'select * from kinfold.seats_that_reach($1)');

export interface Colleague {
  readonly seat: string;
  readonly name: string;
  readonly capacity: Capacity;
  readonly title: string | null;
}

/** Whether duties are part of what somebody in this capacity does. */
export const worksWithDuties = (capacity: Capacity): boolean => permissionsOf(capacity).includes('duty.decide');

/** Who can be handed a duty of a chart: colleagues who see it, and whose work is with duties. Throws 404 out of reach. */
export async function colleaguesToHand(db: Db, chart: string): Promise<Colleague[]> {
  const { rows } = await db.query<Colleague>(REACHING, [chart]);
  return rows.filter(({ capacity }) => worksWithDuties(capacity));
}
