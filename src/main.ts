import { join } from 'node:path';
import { startSealer } from '#modules/audit/seal/sealer.ts';
import { storedDirectory } from '#modules/directory/stored.ts';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { askReEvaluation, recordEditions } from '#modules/policy-desk/index.ts';
import { systemClock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { defaultDataFolder } from '#platform/database/embedded/data-folder.ts';
import type { Pools } from '#platform/database/pools.ts';
import type { RunningDatabase } from '#platform/database/start-database.ts';
import { assertPortFree } from '#platform/http/free-port.ts';
import { openBoss } from '#platform/jobs/boss.ts';
import { startJobs } from '#platform/jobs/start-jobs.ts';
import type { Log } from '#platform/log/log.ts';
import { smtpMailer } from '#platform/mail/mailer.ts';
import { createApp } from './app.ts';
import { isDemo, loadDemo } from './demo.ts';
import { evaluatorOf } from './evaluator.ts';
import { factKinds } from './fact-kinds.ts';
import { ensureDirectory } from './first-start.ts';
import { openDatabase } from './open-database.ts';
import { countiesOfZip } from './places.ts';
import { projectFolder } from './project-folder.ts';
import { serveStaffApp } from './serve-staff-app.ts';

export interface Kinfold {
  readonly url: string;
  readonly database: RunningDatabase;
  readonly pools: Pools;
  readonly stop: () => Promise<void>;
}

/** config → database → policies → modules → http. What does not wait for each other starts together. */
export async function startKinfold(config: Config, log: Log): Promise<Kinfold> {
  const { shelf, database, pools, close } = await readAndOpen(config, log);
  const closing: (() => Promise<unknown>)[] = [close];
  const stop = async () => {
    const failures: unknown[] = [];
    // The database last, and whatever befell the others: it must not run on by itself.
    for (const one of closing.reverse()) await one().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
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
      issuersInside: config.KINFOLD_ISSUERS_INSIDE,
      headsFile,
      metricsToken: config.METRICS_TOKEN,
      trustProxy: config.TRUST_PROXY,
      clock: systemClock,
      log,
    });
    closing.push(composed.stop);
    if (database.embedded && config.KINFOLD_DEMO === 'yes') {
      await loadDemo(pools.owner, { evaluate: evaluatorOf(shelf), shelf, clock: systemClock });
    }
    await recordEditions(pools.owner, shelf, systemClock.now());
    const { app } = composed;
    closing.push(() => app.close());
    await serveStaffApp(app, join(projectFolder, 'dist/web'), () => isDemo(pools.owner));
    const url = await app.listen({ port: config.PORT, host: config.HOST });
    const running = await startJobs({ pools, log, handlers: composed.jobs, boss: await boss });
    closing.push(running.stop);
    await askReEvaluation(pools.owner, null);
    return { url, database, pools, stop };
  } catch (error) {
    await stop().catch((failure: unknown) => log.warn('could not stop in order', { error: failure }));
    throw error;
  }
}

/**
 * Reads the policies while the database starts; what is there is brought up to date only once they are found good and nobody
 * else has the port, as the program before this one does that still serves.
 */
async function readAndOpen(config: Config, log: Log) {
  const reading = readPolicies(join(projectFolder, 'policies'), factKinds);
  const first = Promise.all([reading, assertPortFree(config.PORT, config.HOST)]);
  const opened = await openDatabase(config, log, { first, serves: true });
  return { ...opened, shelf: await reading };
}

/** Where the audit's heads go: with a database of the installation's own, only where it says, best on another machine. */
export function headsFileOf(config: Config, { embedded }: RunningDatabase): string | null {
  if (config.KINFOLD_AUDIT_HEADS) return config.KINFOLD_AUDIT_HEADS;
  return embedded ? join(config.KINFOLD_DATA ?? defaultDataFolder(), 'audit-heads.jsonl') : null;
}
