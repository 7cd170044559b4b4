import pg from 'pg';
import { onPool, plain } from './db.ts';
import type { Pools } from './pools.ts';
import { REQUEST_ROLES, type RequestRole, roleName } from './roles.ts';
import { transaction } from './transaction.ts';

/** The database would not keep people apart; the message is one sentence for the person who started the program. */
export class UnsafeRoles extends Error {
  override readonly name = 'UnsafeRoles';
}

interface ProtectedTable {
  readonly oid: number;
  readonly name: string;
  readonly owner: string;
  readonly pages: number;
}

const PROTECTED = `
  SELECT c.oid::int4 AS oid, format('%I.%I', n.nspname, c.relname) AS name, r.rolname AS owner,
    coalesce((SELECT sum(greatest(p.relpages, 0)) FROM pg_partition_tree(c.oid) t JOIN pg_class p ON p.oid = t.relid), c.relpages)::int4 AS pages
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.oid = c.relowner
  WHERE n.nspname = 'kinfold' AND c.relkind IN ('r', 'p') AND c.relrowsecurity ORDER BY 2`;

const POWERS = `
  SELECT r.rolname AS holder, r.rolsuper AS superuser, r.rolbypassrls AS bypass
  FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'MEMBER') AND (r.rolsuper OR r.rolbypassrls)
  ORDER BY r.rolname = current_user DESC LIMIT 1`;

/**
 * Refuses to serve when row security would not hold: a request role is (or may become) a superuser, may bypass row
 * security, owns a protected table or may become its owner, or sees a row although nobody has entered. Throws
 * `UnsafeRoles`. Asks through the very pools that will serve.
 */
export async function assertSafeRoles(pools: Pools): Promise<void> {
  const tables = await onPool(pools.owner).query<ProtectedTable>(plain(PROTECTED));
  const checks = REQUEST_ROLES.map(async (role) => {
    await assertNoPower(pools[role], role);
    await assertOwnsNone(pools[role], role, tables.rows);
    await assertSeesNothing(pools[role], role, tables.rows);
  });
  await Promise.all(checks);
}

async function assertNoPower(pool: pg.Pool, role: RequestRole): Promise<void> {
  const { rows } = await onPool(pool).query<{ holder: string; superuser: boolean; bypass: boolean }>(plain(POWERS));
  const [power] = rows;
  if (!power) return;
  const what = power.superuser ? 'is a superuser' : 'may bypass row security';
  const via = power.holder === roleName(role) ? '' : ` through ${power.holder}`;
  throw new UnsafeRoles(`The database role ${roleName(role)} ${what}${via}, so row security would not hold.`);
}

async function assertOwnsNone(pool: pg.Pool, role: RequestRole, tables: readonly ProtectedTable[]): Promise<void> {
  const { rows } = await onPool(pool).query<{ owner: string }>(
    plain(`SELECT o AS owner FROM unnest($1::text[]) o WHERE pg_has_role(current_user, o, 'MEMBER')`),
    [[...new Set(tables.map((table) => table.owner))]],
  );
  const mine = tables.find((table) => table.owner === rows[0]?.owner);
  if (mine)
    throw new UnsafeRoles(`The database role ${roleName(role)} owns ${mine.name}, so row security would not hold.`);
}

/** A table the role may not read at all shows nothing, which is as good. */
async function assertSeesNothing(pool: pg.Pool, role: RequestRole, tables: readonly ProtectedTable[]): Promise<void> {
  const readable = await onPool(pool).query<{ oid: number }>(
    plain(`SELECT c.oid::int4 AS oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.oid = ANY($1::oid[]) AND has_any_column_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE')`),
    [tables.map((table) => table.oid)],
  );
  const may = new Set(readable.rows.map(({ oid }) => oid));
  for (const { name, pages } of tables.filter(({ oid }) => may.has(oid))) {
    if (await showsARow(pool, name, pages)) {
      throw new UnsafeRoles(`The table ${name} shows rows to ${roleName(role)} although nobody has signed in.`);
    }
  }
}

/** Pages looked at in a large table: a policy that lets everybody in lets them in everywhere, and a state's facts take minutes to read. */
const PAGES = 200;

async function showsARow(pool: pg.Pool, table: string, pages: number): Promise<boolean> {
  const sample = pages <= PAGES ? '' : ` TABLESAMPLE SYSTEM (${((100 * PAGES) / pages).toFixed(6)})`;
  try {
    const { rows } = await transaction(pool, (tx) => {
      // Through an index nobody's reach is empty at once.
      void tx.query(plain('SET LOCAL enable_seqscan = off'));
      return tx.last<{ shown: boolean }>(plain(`SELECT EXISTS (SELECT FROM ${table}${sample}) AS shown`));
    });
    return rows[0]?.shown === true;
  } catch (error) {
    // 42501: a policy calls something the role may not; it sees no row that way either.
    if (error instanceof pg.DatabaseError && error.code === '42501') return false;
    throw error;
  }
}
