import { setTimeout as pause } from 'node:timers/promises';
import { type Db, statement } from '#platform/database/db.ts';
import { type Heads, readHeads } from './heads-file.ts';
import type { AuditProblem } from './verify.ts';

const HEADS_NOW = statement(
  'audit.heads-now',
  `select number, encode(head, 'hex') as head from kinfold.audit_seal where number = any ($1::bigint[])`,
);

/** Milliseconds between looks at the file while the newest head is not in it: it is written just after its seal is committed. */
const PATIENCE = [50, 150, 300, 500, 1000] as const;

/**
 * The heads of a file against those found in the database a moment ago, `inside`, by number. Sealing goes on meanwhile: the
 * newest head may still be on its way into the file, and the file may know seals younger than what was found, which are
 * asked for now.
 */
export async function compareOutside(
  db: Db,
  file: string,
  inside: ReadonlyMap<number, string>,
): Promise<Pick<Heads, 'lost'> & { readonly problems: AuditProblem[] }> {
  const { heads, lost, unreadable } = await readPatiently(file, inside);
  const problems: AuditProblem[] = unreadable > 0 ? [{ code: 'heads-unreadable' }] : [];
  for (const [seal, head] of inside) {
    const noted = heads.get(seal);
    if (noted === undefined) problems.push({ code: 'heads-missing', seal });
    else if (noted !== head) problems.push({ code: 'heads-differ', seal });
  }
  const younger = [...heads.keys()].filter((seal) => !inside.has(seal));
  const now = younger.length === 0 ? new Map<number, string>() : await headsNow(db, younger);
  for (const seal of younger) {
    if (!now.has(seal)) problems.push({ code: 'seals-lost', seal });
    else if (now.get(seal) !== heads.get(seal)) problems.push({ code: 'heads-differ', seal });
  }
  return { problems, lost };
}

async function readPatiently(file: string, inside: ReadonlyMap<number, string>): Promise<Heads> {
  let newest = 0;
  for (const seal of inside.keys()) newest = Math.max(newest, seal);
  let outside = await readHeads(file);
  for (const ms of PATIENCE) {
    if (newest === 0 || outside.heads.has(newest)) break;
    await pause(ms);
    outside = await readHeads(file);
  }
  return outside;
}

async function headsNow(db: Db, seals: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await db.query<{ number: number; head: string }>(HEADS_NOW, [seals]);
  return new Map(rows.map(({ number, head }) => [number, head]));
}
