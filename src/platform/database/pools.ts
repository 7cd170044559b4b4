import pg from 'pg';
import type { Connection } from './connection.ts';
import { ignoreLoss } from './db.ts';
import { REQUEST_ROLES, type RequestRole, roleName, rolePassword } from './roles.ts';
import { valueTypes } from './values.ts';

/** One pool per database role. A request runs on the pool of its seat, never by switching roles on a shared one. */
export type Pools = Readonly<Record<PoolName, pg.Pool>> & { readonly end: () => Promise<void> };
export type PoolName = 'owner' | RequestRole;
export const POOL_NAMES: readonly PoolName[] = ['owner', ...REQUEST_ROLES];

export interface PoolOptions {
  /** What the role passwords are derived from; see `rolePassword`. */
  readonly secret: string;
  /** Most connections per pool. They are opened when first needed. */
  readonly sizes?: Partial<Record<PoolName, number>>;
  /** How long requests may keep the database; see `PATIENCE`. */
  readonly patience?: Patience;
  /** Told when an idle connection is lost, for instance because the database restarted. */
  readonly onLost?: (pool: PoolName, error: Error) => void;
}

const SIZES: Readonly<Record<PoolName, number>> = {
  owner: 4,
  staff: 16,
  assigned: 16,
  person: 8,
  engine: 8,
  reports: 2,
};

/** Longest a statement may run, wait for a lock, or leave its transaction idle, in milliseconds. */
export interface Patience {
  readonly statementMs: number;
  readonly lockMs: number;
  readonly idleMs: number;
}

/** Somebody waits for a request; a lost or hung one must not hold a chart's lock or a connection for long. */
const PATIENCE: Patience = { statementMs: 60_000, lockMs: 20_000, idleMs: 60_000 };
/** Nobody waits for the engine's jobs and reports; they are only kept from hanging for ever. */
const BACKGROUND: Patience = { statementMs: 900_000, lockMs: 60_000, idleMs: 300_000 };

const limits = ({ statementMs, lockMs, idleMs }: Patience): string =>
  ` -c statement_timeout=${statementMs} -c lock_timeout=${lockMs} -c idle_in_transaction_session_timeout=${idleMs}`;

/**
 * Every session: UTC, ISO dates, our schema first, and a generic plan for every prepared statement, because planning anew
 * under row security was measured at 2 to 7 ms, several times what most statements take to run. Sent with the start
 * packet, so it costs no round trip.
 */
const SESSION = '-c timezone=UTC -c datestyle=ISO -c search_path=kinfold,public -c plan_cache_mode=force_generic_plan';

/** Client settings shared by everything that talks to the database. Statements queued together go in one flush. */
export function clientConfig(connection: Connection): pg.ClientConfig {
  const { ssl, ...where } = connection;
  return {
    ...where,
    ...(ssl ? { ssl: true } : {}),
    pipeline: true,
    types: valueTypes,
    options: SESSION,
    application_name: 'kinfold',
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  };
}

/**
 * A pool whose connections are listened to as long as they live; connects to nothing yet. A server that ends as a connection
 * is made says so in the same breath as that it is ready, before whoever asked for the connection can listen; heard by
 * nobody, that would end the process. Who waits for an answer is told by it.
 */
export function listenedPool(config: pg.PoolConfig, onLost: (error: Error) => void = ignoreLoss): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('connect', (client) => client.on('error', ignoreLoss));
  pool.on('error', onLost);
  return pool;
}

/** Opens the pools; connects to nothing yet. `owner` connects as given, the others as `kinfold_<name>`. */
export function openPools(owner: Connection, { secret, sizes = {}, patience = PATIENCE, onLost }: PoolOptions): Pools {
  const open = (name: PoolName, connection: Connection, limit = ''): pg.Pool =>
    listenedPool(
      {
        ...clientConfig(connection),
        options: SESSION + limit,
        max: sizes[name] ?? SIZES[name],
        idleTimeoutMillis: 60_000,
      },
      (error) => onLost?.(name, error),
    );
  const as = (role: RequestRole): pg.Pool =>
    open(
      role,
      { ...owner, user: roleName(role), password: rolePassword(secret, role) },
      limits(role === 'engine' || role === 'reports' ? BACKGROUND : patience),
    );
  const pools = {
    owner: open('owner', owner),
    staff: as('staff'),
    assigned: as('assigned'),
    person: as('person'),
    engine: as('engine'),
    reports: as('reports'),
  } satisfies Record<PoolName, pg.Pool>;
  const end = async () => {
    await Promise.all(POOL_NAMES.map((name) => pools[name].end()));
  };
  return { ...pools, end };
}

/** Opens one small pool for `work` and closes it: for a command that does one thing, such as migrating. */
export async function withPool<T>(connection: Connection, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = listenedPool({ ...clientConfig(connection), max: 2 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
