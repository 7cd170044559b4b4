import { join } from 'node:path';
import type { Config } from '#platform/config/config.ts';
import type { FolderUse } from '#platform/database/embedded/start-embedded.ts';
import { type Migrated, MigrationRefused, migrate, schemaStanding } from '#platform/database/migrate.ts';
import { openPools, type Pools } from '#platform/database/pools.ts';
import { ensureRoles, withoutTemporary } from '#platform/database/roles.ts';
import { assertSafeRoles } from '#platform/database/safe-roles.ts';
import { type RunningDatabase, startDatabase } from '#platform/database/start-database.ts';
import type { Log } from '#platform/log/log.ts';
import { beforeTheEnd } from './before-the-end.ts';
import { projectFolder } from './project-folder.ts';

const migrations = join(projectFolder, 'db/migrations');

export interface OpenDatabase {
  readonly database: RunningDatabase;
  readonly pools: Pools;
  readonly close: () => Promise<void>;
}

/**
 * Database: started, migrated, its roles made and found safe. What every command begins with that changes something.
 * `first` is what must have gone well before anything in the database is touched, such as reading the rules: a program that
 * cannot serve must not leave a schema behind that the one before it cannot serve either. With `serves` it is kept running
 * for whoever comes, and other commands may work on it meanwhile.
 */
export async function openDatabase(
  config: Config,
  log: Log,
  { first = Promise.resolve(), serves = false }: { first?: Promise<unknown>; serves?: boolean } = {},
): Promise<OpenDatabase & { migrated: Migrated }> {
  // Waited for below; until then its failure must not end the process before the database is stopped.
  first.catch(() => {});
  return opened(config, log, serves ? 'serve' : 'beside', async (pools, { rolesSecret }) => {
    await first;
    await ensureRoles(pools.owner, rolesSecret);
    await withoutTemporary(pools.owner);
    const migrated = await migrate(pools.owner, migrations);
    if (migrated.applied.length > 0) log.info('database migrated', { to: migrated.at });
    await assertSafeRoles(pools);
    return { migrated };
  });
}

/**
 * The same for commands that only look: nothing is made, changed or brought up to date. Throws `MigrationRefused` when the
 * schema is another than this program's; with `older` one of before will do, as long as there is one.
 */
export async function openToLook(config: Config, log: Log, { older = false } = {}): Promise<OpenDatabase> {
  return opened(config, log, 'beside', async (pools) => {
    const { at, lacks } = await schemaStanding(pools.owner, migrations);
    if (lacks > 0 && !(older && at > 0))
      throw new MigrationRefused('older-database', 'The database is of an older schema; run kinfold migrate.');
    return {};
  });
}

async function opened<M>(
  config: Config,
  log: Log,
  use: FolderUse,
  ready: (pools: Pools, database: RunningDatabase) => Promise<M>,
): Promise<OpenDatabase & M> {
  const { database, stop } = await openForNow(config, log, use);
  const patience = {
    statementMs: config.KINFOLD_STATEMENT_MS,
    lockMs: config.KINFOLD_LOCK_MS,
    idleMs: config.KINFOLD_IDLE_MS,
  };
  const pools = openPools(database.connection, { secret: database.rolesSecret, patience });
  const close = () => pools.end().finally(stop);
  try {
    return { ...(await ready(pools, database)), database, pools, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The database alone, neither looked at nor changed; stopped before the process ends if nobody does so earlier. */
export async function openForNow(
  config: Config,
  log: Log,
  use: FolderUse,
): Promise<{ readonly database: RunningDatabase; readonly stop: () => Promise<void> }> {
  const starting = startDatabase(config, (line) => log.info(line), use);
  const done = beforeTheEnd(() => starting.then((database) => database.stop()));
  try {
    const database = await starting;
    return { database, stop: () => database.stop().finally(done) };
  } catch (error) {
    done();
    throw error;
  }
}
