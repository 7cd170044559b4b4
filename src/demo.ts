import type pg from 'pg';
import type { Evaluate } from '#modules/record/evaluation.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { DEMO_PASSWORD, seedDemo } from '../seeds/demo.ts';
import { factKinds } from './fact-kinds.ts';

const SIGN = plain('insert into kinfold.demo (people, password) values ($1, $2)');

export interface DemoTools {
  readonly evaluate: Evaluate;
  readonly clock: Clock;
}

/** Fills an empty database with the demo world. Returns false, and does nothing, when there are charts or people already. */
export async function loadDemo(owner: pg.Pool, { evaluate, clock }: DemoTools): Promise<boolean> {
  const db = onPool(owner);
  const there = await db.query(plain('select from kinfold.chart union all select from kinfold.person limit 1'));
  if (there.rowCount > 0) return false;
  const { people } = await seedDemo(owner, { evaluate, kinds: factKinds, nowMs: clock.now() });
  const shown = people.map(({ name, email, capacity, agency }) => ({ name, email, seat: `${capacity}, ${agency}` }));
  await db.query(SIGN, [JSON.stringify(shown), DEMO_PASSWORD]);
  return true;
}

/** Whether this database is a demo. */
export async function isDemo(owner: pg.Pool): Promise<boolean> {
  return (await onPool(owner).query(plain('select from kinfold.demo'))).rowCount > 0;
}
