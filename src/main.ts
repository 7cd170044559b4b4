import { join } from 'node:path';
import { startSealer } from '#modules/audit/seal/sealer.ts';
import { storedDirectory } from '#modules/directory/stored.ts';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { askReEvaluation } from '#modules/policy-desk/index.ts';
import { systemClock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { defaultDataFolder } from '#platform/database/embedded/data-folder.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openPools, type Pools } from '#platform/database/pools.ts';
import { ensureRoles } from '#platform/database/roles.ts';
import { assertSafeRoles } from '#platform/database/safe-roles.ts';
import { type RunningDatabase, startDatabase } from '#platform/database/start-database.ts';
import { startJobs } from '#platform/jobs/start-jobs.ts';
import type { Log } from '#platform/log/log.ts';
import { smtpMailer } from '#platform/mail/mailer.ts';
import { createApp } from './app.ts';
import { isDemo, loadDemo } from './demo.ts';
import { evaluatorOf } from './evaluator.ts';
import { factKinds } from './fact-kinds.ts';
import { ensureDirectory } from './first-start.ts';
import { countiesOfZip } from './places.ts';
import { projectFolder } from './project-folder.ts';
import { serveStaffApp } from './serve-staff-app.ts';

export interface Kinfold {
  readonly url: string;
  readonly database: RunningDatabase;
  readonly pools: Pools;
  readonly stop: () => Promise<void>;
}

/** Database: started, migrated, its roles made and found safe. What every command of the program begins with. */
export async function openDatabase(
  config: Config,
  log: Log,
): Promise<{ database: RunningDatabase; pools: Pools; close: () => Promise<void> }> {
  const database = await startDatabase(config, (line) => log.info(line));
  try {
    const pools = openPools(database.connection, { secret: database.secret });
    await ensureRoles(pools.owner, database.secret);
    const migrated = await migrate(pools.owner, join(projectFolder, 'db/migrations'));
    if (migrated.applied.length > 0) log.info('database migrated', { to: migrated.at });
    await assertSafeRoles(pools);
    return { database, pools, close: () => pools.end().then(() => database.stop()) };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** config → database → policies → modules → http. */
export async function startKinfold(config: Config, log: Log): Promise<Kinfold> {
  const shelf = await readPolicies(join(projectFolder, 'policies'), factKinds);
  const { database, pools, close } = await openDatabase(config, log);
  try {
    await ensureDirectory(pools.owner);
    // Before anybody is served: a restored database begins a new era of the audit.
    const headsFile = headsFileOf(config, database);
    const sealer = await startSealer({ owner: pools.owner, headsFile, clock: systemClock, log });
    const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
    const { app, jobs, stop } = await createApp({
      pools,
      secret: database.secret,
      publicUrl,
      shelf,
      kinds: factKinds,
      directory: storedDirectory(pools.owner),
      countiesOfZip,
      mailer: config.SMTP_URL && config.MAIL_FROM ? smtpMailer(config.SMTP_URL, config.MAIL_FROM) : null,
      headsFile,
      metricsToken: config.METRICS_TOKEN,
      clock: systemClock,
      log,
    });
    if (database.embedded && config.KINFOLD_DEMO === 'yes') {
      await loadDemo(pools.owner, { evaluate: evaluatorOf(shelf), clock: systemClock });
    }
    await serveStaffApp(app, join(projectFolder, 'dist/web'), await isDemo(pools.owner));
    const url = await app.listen({ port: config.PORT, host: config.HOST });
    const running = await startJobs({ pools, log, handlers: jobs });
    await askReEvaluation(pools.owner, null);
    return {
      url,
      database,
      pools,
      stop: async () => {
        await app.close();
        await running.stop();
        await stop();
        await sealer.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where the audit's heads go: with a database of the installation's own, only where it says, best on another machine. */
function headsFileOf(config: Config, { embedded }: RunningDatabase): string | null {
  if (config.KINFOLD_AUDIT_HEADS) return config.KINFOLD_AUDIT_HEADS;
  return embedded ? join(config.KINFOLD_DATA ?? defaultDataFolder(), 'audit-heads.jsonl') : null;
}
