import type { Capacity } from '#modules/access/model.ts';
import { permissionsOf } from '#modules/access/permissions.ts';
import type { Category } from '#modules/facts/model.ts';
import { notFound } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';

const REACHING = statement('duties.colleagues', 'select * from kinfold.seats_that_reach($1, $2)');
const CATEGORY = statement('duties.category', 'select category from kinfold.duty where chart = $1 and key = $2');

export interface Colleague {
  readonly seat: string;
  readonly name: string;
  readonly capacity: Capacity;
  readonly title: string | null;
}

/** Whether duties are part of what somebody in this capacity does. */
export const worksWithDuties = (capacity: Capacity): boolean => permissionsOf(capacity).includes('duty.decide');

/**
 * Who can be handed a duty of this category in a chart: colleagues who see both, and whose work is with duties. Throws 404
 * out of reach.
 */
export async function colleaguesToHand(db: Db, chart: string, category: Category): Promise<Colleague[]> {
  const { rows } = await db.query<Colleague>(REACHING, [chart, category]);
  return rows.filter(({ capacity }) => worksWithDuties(capacity));
}

/** What a duty of a chart is about. Throws 404 where there is none that the reader sees. */
export async function categoryOfDuty(db: Db, chart: string, key: string): Promise<Category> {
  const { rows } = await db.query<{ category: Category }>(CATEGORY, [chart, key]);
  const [found] = rows;
  if (!found) throw notFound();
  return found.category;
}
