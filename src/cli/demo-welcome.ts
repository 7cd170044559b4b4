import type pg from 'pg';
import { onPool, plain } from '#platform/database/db.ts';

/** Whom to sign in as, when this database holds the demo; null otherwise. */
export async function demoWelcome(owner: pg.Pool, address: string): Promise<string | null> {
  const { rows } = await onPool(owner).query<{
    people: { name: string; email: string; seat: string }[];
    password: string;
  }>(plain('select people, password from kinfold.demo'));
  const demo = rows[0];
  if (!demo) return null;
  const widest = Math.max(...demo.people.map(({ email }) => email.length));
  const lines = demo.people.map(({ email, seat }) => `  ${email.padEnd(widest)}  ${seat}`);
  return [
    'This is the demo: everybody in it is invented.',
    `Sign in at ${address}/app/ with the password  ${demo.password}`,
    ...lines,
    '',
  ].join('\n');
}
