import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { Actor } from '../model.ts';

const SET = statement(
  'access.set-agency-settings',
  `update kinfold.agency set staff_reach = coalesce($2, staff_reach), idle_minutes = coalesce($3, idle_minutes), revision = revision + 1
   where id = $1 and revision = $4 returning revision`,
);
const NOW = statement(
  'access.agency-settings-now',
  'select staff_reach as reach, idle_minutes as minutes, revision from kinfold.agency where id = $1',
);

export interface AgencySettings {
  /** How far the staff of the agency see. */
  readonly reach?: 'agency' | 'assigned';
  /** After how many idle minutes their sessions lock: 5 to 15. It holds at once, also for sessions that are open. */
  readonly minutes?: number;
}

/**
 * Changes what holds for everybody in the actor's agency, and answers its new revision. Throws 409 `changed-meanwhile` when it
 * was changed since `base` was read.
 */
export async function changeSettings(db: Db, actor: Actor, base: number, yours: AgencySettings): Promise<number> {
  const values = [actor.agency, yours.reach ?? null, yours.minutes ?? null, base];
  const { rows } = await db.query<{ revision: number }>(SET, values);
  if (rows[0]) return rows[0].revision;
  const [current] = (await db.query(NOW, [actor.agency])).rows;
  throw new Refusal(409, 'changed-meanwhile', [], { yours, current });
}
