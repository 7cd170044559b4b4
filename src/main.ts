import { join } from 'node:path';
import { startSealer } from '#modules/audit/seal/sealer.ts';
import { storedDirectory } from '#modules/directory/stored.ts';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { askReEvaluation } from '#modules/policy-desk/index.ts';
import { systemClock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { defaultDataFolder } from '#platform/database/embedded/data-folder.ts';
import { type Migrated, migrate } from '#platform/database/migrate.ts';
import { openPools, type Pools } from '#platform/database/pools.ts';
import { ensureRoles, withoutTemporary } from '#platform/database/roles.ts';
import { assertSafeRoles } from '#platform/database/safe-roles.ts';
import { type RunningDatabase, startDatabase } from '#platform/database/start-database.ts';
import { openBoss } from '#platform/jobs/boss.ts';
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
): Promise<{ database: RunningDatabase; pools: Pools; migrated: Migrated; close: () => Promise<void> }> {
  const database = await startDatabase(config, (line) => log.info(line));
  try {
    const patience = {
      statementMs: config.KINFOLD_STATEMENT_MS,
      lockMs: config.KINFOLD_LOCK_MS,
      idleMs: config.KINFOLD_IDLE_MS,
    };
    const pools = openPools(database.connection, { secret: database.secret, patience });
    await ensureRoles(pools.owner, database.secret);
    await withoutTemporary(pools.owner);
    const migrated = await migrate(pools.owner, join(projectFolder, 'db/migrations'));
    if (migrated.applied.length > 0) log.info('database migrated', { to: migrated.at });
    await assertSafeRoles(pools);
    return { database, pools, migrated, close: () => pools.end().then(() => database.stop()) };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** config → database → policies → modules → http. What does not wait for each other starts together. */
export async function startKinfold(config: Config, log: Log): Promise<Kinfold> {
  const { shelf, database, pools, close } = await readAndOpen(config, log);
  const closing: (() => Promise<unknown>)[] = [close];
  const stop = async () => {
    for (const one of closing.reverse()) await one();
  };
  try {
    await ensureDirectory(pools.owner);
    const boss = openBoss(pools.owner, log);
    // Waited for below; until then its failure must not end the process before the database is closed.
    boss.catch(() => {});
    closing.push(() =>
      boss.then(
        (open) => open.stop(),
        () => {},
      ),
    );
    // Before anybody is served: a restored database begins a new era of the audit.
    const headsFile = headsFileOf(config, database);
    const sealer = await startSealer({ owner: pools.owner, headsFile, clock: systemClock, log });
    closing.push(sealer.stop);
    const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
    const composed = await createApp({
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
      trustProxy: config.TRUST_PROXY,
      clock: systemClock,
      log,
    });
    closing.push(composed.stop);
    if (database.embedded && config.KINFOLD_DEMO === 'yes') {
      await loadDemo(pools.owner, { evaluate: evaluatorOf(shelf), clock: systemClock });
    }
    const { app } = composed;
    closing.push(() => app.close());
    await serveStaffApp(app, join(projectFolder, 'dist/web'), await isDemo(pools.owner));
    const url = await app.listen({ port: config.PORT, host: config.HOST });
    const running = await startJobs({ pools, log, handlers: composed.jobs, boss: await boss });
    closing.push(running.stop);
    await askReEvaluation(pools.owner, null);
    return { url, database, pools, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads the policies while the database starts; when either is refused, nothing is left running. */
async function readAndOpen(config: Config, log: Log) {
  const [opened, read] = await Promise.allSettled([
    openDatabase(config, log),
    readPolicies(join(projectFolder, 'policies'), factKinds),
  ]);
  if (read.status === 'fulfilled' && opened.status === 'fulfilled') return { ...opened.value, shelf: read.value };
  if (opened.status === 'fulfilled') await opened.value.close();
  throw read.status === 'rejected' ? read.reason : opened.status === 'rejected' && opened.reason;
}

/** Where the audit's heads go: with a database of the installation's own, only where it says, best on another machine. */
export function headsFileOf(config: Config, { embedded }: RunningDatabase): string | null {
  if (config.KINFOLD_AUDIT_HEADS) return config.KINFOLD_AUDIT_HEADS;
  return embedded ? join(config.KINFOLD_DATA ?? defaultDataFolder(), 'audit-heads.jsonl') : null;
}
