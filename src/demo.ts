import type pg from 'pg';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { recordEditions } from '#modules/policy-desk/index.ts';
import type { Evaluate } from '#modules/record/evaluation.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { DEMO_PASSWORD, seedDemo } from '../seeds/demo.ts';
import { factKinds } from './fact-kinds.ts';

const SIGN = plain('insert into kinfold.demo (people, password) values ($1, $2)');
const BEGINS = plain('select min(recorded_at) as at from kinfold.fact');

export interface DemoTools {
  readonly evaluate: Evaluate;
  readonly shelf: PolicyShelf;
  readonly clock: Clock;
  readonly progress?: (done: number, all: number) => void;
}

/**
 * Fills an empty database with the demo world, whose rules are those it began with. Returns false, and does nothing, when
 * there are charts or people already.
 */
export async function loadDemo(owner: pg.Pool, { evaluate, shelf, clock, progress }: DemoTools): Promise<boolean> {
  const db = onPool(owner);
  const there = await db.query(plain('select from kinfold.chart union all select from kinfold.person limit 1'));
  if (there.rowCount > 0) return false;
  const told = progress ? { progress } : {};
  const { people } = await seedDemo(owner, { evaluate, kinds: factKinds, nowMs: clock.now(), ...told });
  const begins = (await db.query<{ at: string }>(BEGINS)).rows[0]?.at;
  await recordEditions(owner, shelf, begins ? Date.parse(begins) : clock.now());
  const shown = people.map(({ name, email, capacity, agency }) => ({ name, email, seat: `${capacity}, ${agency}` }));
  await db.query(SIGN, [JSON.stringify(shown), DEMO_PASSWORD]);
  return true;
}

/** Whether this database is a demo. */
export async function isDemo(owner: pg.Pool): Promise<boolean> {
  return (await onPool(owner).query(plain('select from kinfold.demo'))).rowCount > 0;
}
