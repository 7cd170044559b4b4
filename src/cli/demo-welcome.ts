import type pg from 'pg';
import { onPool, plain } from '#platform/database/db.ts';

interface DemoPeople {
  readonly people: readonly { readonly name: string; readonly email: string; readonly seat: string }[];
  readonly password: string;
}

/** Whom one can sign in as, when this database holds the demo; null otherwise. */
export async function demoPeople(owner: pg.Pool): Promise<DemoPeople | null> {
  return (await onPool(owner).query<DemoPeople>(plain('select people, password from kinfold.demo'))).rows[0] ?? null;
}

/** The same in words. */
export async function demoWelcome(owner: pg.Pool, address: string): Promise<string | null> {
  const demo = await demoPeople(owner);
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
