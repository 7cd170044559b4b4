import { createHmac } from 'node:crypto';
import pg from 'pg';
import { type Db, onPool, plain, statement } from './db.ts';
import { transaction } from './transaction.ts';

/**
 * The roles requests run as. `staff`: people working in an agency; `assigned`: staff limited to charts they are
 * assigned; `person`: family, guests and providers; `engine`: re-evaluation and jobs; `reports`: de-identified reads.
 */
export const REQUEST_ROLES = ['staff', 'assigned', 'person', 'engine', 'reports'] as const;
export type RequestRole = (typeof REQUEST_ROLES)[number];

export const roleName = (role: RequestRole): string => `kinfold_${role}`;

/** The same in every process that shares the secret, so that none has to be told another's passwords. */
export function rolePassword(secret: string, role: RequestRole): string {
  return createHmac('sha256', secret).update(roleName(role)).digest('hex');
}

/**
 * Takes from the request roles the right to make temporary tables, types and functions in this database: nothing of ours
 * needs it, and names made there are how definer functions are deceived. A database copied or restored has lost this, so
 * it is set at every start. An owner of our schema that does not own the database cannot; our functions do not rely on it.
 */
export async function withoutTemporary(owner: pg.Pool): Promise<void> {
  await onPool(owner).query(
    plain(`DO $$ BEGIN
      IF has_database_privilege('${roleName('staff')}', current_database(), 'TEMPORARY')
         AND pg_has_role((SELECT datdba FROM pg_database WHERE datname = current_database()), 'MEMBER') THEN
        EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
      END IF;
    END $$`),
  );
}

const LOCK = 'kinfold:roles';

/**
 * Creates the request roles, or brings them back to what they must be. Safe to run from many processes at once, and
 * with databases of one cluster sharing the roles: a password that already works is left alone, and one that another
 * program works with is not taken from it (`RolesInUse`), so that a running process is never locked out. Throws when the
 * owner may not make or change roles and that is needed.
 */
export async function ensureRoles(owner: pg.Pool, secret: string): Promise<void> {
  const wrong: RequestRole[] = [];
  for (const role of REQUEST_ROLES) if (!(await isRight(onPool(owner), owner, secret, role))) wrong.push(role);
  if (wrong.length === 0) return;
  await transaction(owner, async (tx) => {
    await tx.query(plain('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))'), [LOCK]);
    // Asked again: whoever held the lock before us has probably done it.
    for (const role of wrong) if (!(await isRight(tx, owner, secret, role))) await setRight(tx, owner, secret, role);
  });
}

async function isRight(db: Db, owner: pg.Pool, secret: string, role: RequestRole): Promise<boolean> {
  const found = await db.query<Powers>(ROLE, [roleName(role)]);
  return found.rows[0]?.powers === false && found.rows[0].path && canSignIn(owner, secret, role);
}

interface Powers {
  readonly powers: boolean;
  readonly path: boolean;
}

const ROLE = statement(
  'database.role',
  `SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole AS powers,
     COALESCE('search_path=kinfold, public' = ANY (rolconfig), false) AS path
   FROM pg_roles WHERE rolname = $1`,
);

/** Another program works on this cluster under another secret; the message is one sentence for who started this one. */
export class RolesInUse extends Error {
  override readonly name = 'RolesInUse';
}

/** A program that serves always has its job runner's connection, also while no request is under way. */
const AT_WORK = statement(
  'database.programs-at-work',
  `SELECT FROM pg_stat_activity WHERE usename = ANY ($1::text[]) OR application_name = 'kinfold-jobs' LIMIT 1`,
);

async function assertNobodyLockedOut(tx: Db): Promise<void> {
  if ((await tx.query(AT_WORK, [REQUEST_ROLES.map(roleName)])).rowCount === 0) return;
  throw new RolesInUse(
    'Another Kinfold program works on this PostgreSQL with another secret, and this one would lock it out; give both the same KINFOLD_SECRET, or stop it first.',
  );
}

async function setRight(tx: Db, owner: pg.Pool, secret: string, role: RequestRole): Promise<void> {
  const name = roleName(role);
  const { rows } = await tx.query<Powers>(ROLE, [name]);
  const [found] = rows;
  if (found && !(await canSignIn(owner, secret, role))) await assertNobodyLockedOut(tx);
  await tx.query(plain(`${found ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN PASSWORD '${rolePassword(secret, role)}'`));
  // Only when it has them: PostgreSQL 15 lets nobody but a superuser even say NOSUPERUSER.
  if (found?.powers) await tx.query(plain(`ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`));
  await tx.query(plain(`ALTER ROLE ${name} SET search_path = kinfold, public`));
}

/** True when the role exists and signs in with its password. */
async function canSignIn(owner: pg.Pool, secret: string, role: RequestRole): Promise<boolean> {
  const { host, port, database, ssl } = owner.options;
  const client = new pg.Client({
    ...{ host, port, database, ssl },
    user: roleName(role),
    password: rolePassword(secret, role),
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (isRefusedSignIn(error)) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** 28P01 wrong password, 28000 no such role or not allowed in. Anything else is the database's own trouble. */
function isRefusedSignIn(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '28P01' || error.code === '28000');
}
