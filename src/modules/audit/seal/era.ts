import type pg from 'pg';
import { type Db, onPool, plain, statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import { CHAIN_LOCK, sealBelow } from './seal-range.ts';

const CLUSTER = `select 'cluster ' || (select system_identifier from pg_control_system()) || ' database ' || oid as system
  from pg_database where datname = current_database()`;
/** Where the cluster's number may not be read: each start of the server counts as another place, which is safe, only wordy. */
const START = `select 'started ' || extract(epoch from pg_postmaster_start_time()) || ' database ' || oid as system
  from pg_database where datname = current_database()`;

const LAST = statement('audit.last-era', 'select era, system from kinfold.audit_era order by era desc limit 1');
const FOREIGN = statement(
  'audit.foreign-rows',
  'select exists (select 1 from kinfold.audit_event where tx >= pg_snapshot_xmax(pg_current_snapshot())) as found',
);
const OPEN = statement(
  'audit.open-era',
  'insert into kinfold.audit_era (era, system, started_at) values ($1, $2, clock_timestamp())',
);
const BEYOND = statement(
  'audit.beyond-era',
  `select (max(tx)::text::numeric + 1)::text as below from kinfold.audit_event where era = $1`,
);

/** Which database this is: another cluster numbers its transactions anew. */
export async function placeOf(db: Db): Promise<string> {
  const system = async (text: string) => (await db.query<{ system: string }>(plain(text))).rows[0]?.system ?? 'unknown';
  return system(CLUSTER).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === '42501') return system(START);
    throw error;
  });
}

/** Whether the trail's last rows were written in this very database, and not in the one it was restored from. */
export async function writtenHere(owner: pg.Pool): Promise<boolean> {
  const db = onPool(owner);
  const last = (await db.query<{ era: number; system: string }>(LAST)).rows[0];
  return !last || last.system === (await placeOf(db));
}

/**
 * The era to seal in. A new one begins when the database was restored into another cluster or database, or when
 * `wentBack` says that it is an earlier copy of itself; what the old era left unsealed is sealed first. To be called
 * before anybody is served, so that no row of the new place is written into the old era.
 */
export async function openEra(owner: pg.Pool, wentBack: boolean): Promise<{ era: number; opened: boolean }> {
  const place = await placeOf(onPool(owner));
  return transaction(owner, async (tx) => {
    await tx.query(plain(`select pg_advisory_xact_lock(${CHAIN_LOCK})`));
    const last = (await tx.query<{ era: number; system: string }>(LAST)).rows[0];
    if (last && last.system === place && !wentBack) return { era: last.era, opened: false };
    // Rows being written now belong to the old era: they finish first, and later ones see the new era.
    await tx.query(plain('lock table kinfold.audit_event in share row exclusive mode'));
    if (last) return { era: await begin(tx, last.era, place), opened: true };
    const foreign = (await tx.query<{ found: boolean }>(FOREIGN)).rows[0]?.found;
    await tx.query(OPEN, [1, foreign ? 'before the first seal' : place]);
    return { era: foreign ? await begin(tx, 1, place) : 1, opened: true };
  });
}

async function begin(tx: Transaction, before: number, place: string): Promise<number> {
  await tx.query(OPEN, [before + 1, place]);
  const below = (await tx.query<{ below: string | null }>(BEYOND, [before])).rows[0]?.below;
  if (below) while ((await sealBelow(tx, before, below, 20_000)) > 0);
  return before + 1;
}
