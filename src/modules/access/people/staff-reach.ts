import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { Actor } from '../model.ts';

const SET = statement(
  'access.set-staff-reach',
  'update kinfold.agency set staff_reach = $2, revision = revision + 1 where id = $1 and revision = $3 returning revision',
);
const NOW = statement(
  'access.staff-reach-now',
  'select staff_reach as reach, revision from kinfold.agency where id = $1',
);

/** How far the staff of the actor's agency see. Throws 409 `changed-meanwhile` when it was changed since `base` was read. */
export async function reachFrom(
  db: Db,
  actor: Actor,
  { base, reach }: { readonly base: number; readonly reach: 'agency' | 'assigned' },
): Promise<number> {
  const { rows } = await db.query<{ revision: number }>(SET, [actor.agency, reach, base]);
  if (rows[0]) return rows[0].revision;
  const [current] = (await db.query(NOW, [actor.agency])).rows;
  throw new Refusal(409, 'changed-meanwhile', [], { yours: { reach }, current });
}
