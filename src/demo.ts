import type pg from 'pg';
import { onPool, plain } from '#platform/database/db.ts';
import { seedDemo } from '../seeds/demo.ts';

const SIGN = plain('insert into kinfold.demo (people, password) values ($1, $2)');

/** Fills an empty database with the demo world. Returns false, and does nothing, when there are charts or people already. */
export async function loadDemo(owner: pg.Pool): Promise<boolean> {
  const db = onPool(owner);
  const there = await db.query(plain('select 1 from kinfold.chart union all select 1 from kinfold.person limit 1'));
  if (there.rowCount > 0) return false;
  const { people, password } = await seedDemo(owner);
  await db.query(SIGN, [JSON.stringify(people), password]);
  return true;
}

/** Whether this database is a demo; an empty embedded one becomes it first when asked to. */
export async function demoHere(owner: pg.Pool, load: boolean): Promise<boolean> {
  if (load) await loadDemo(owner);
  return (await onPool(owner).query(plain('select 1 from kinfold.demo'))).rowCount > 0;
}
