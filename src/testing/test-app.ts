import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { inMemoryDirectory } from '#modules/directory/index.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { recordEditions } from '#modules/policy-desk/index.ts';
import type { RouteDeps } from '#modules/record/routes.ts';
import { movableClock } from '#platform/clock/clock.ts';
import type { Pools } from '#platform/database/pools.ts';
import { testDatabase } from '#platform/database/testing/test-database.ts';
import { startJobs } from '#platform/jobs/start-jobs.ts';
import { type Log, silentLog } from '#platform/log/log.ts';
import { type AppDeps, createApp } from '../app.ts';
import { factKinds } from '../fact-kinds.ts';
import { ensureDirectory } from '../first-start.ts';
import { projectFolder } from '../project-folder.ts';

export interface TestApp {
  readonly app: FastifyInstance;
  readonly routes: RouteDeps;
  readonly pools: Pools;
  readonly shelf: PolicyShelf;
  /** Starts the program's long work, as `main` does; the returned function stops it between units. */
  readonly startJobs: () => Promise<() => Promise<void>>;
  /** Moves the time of the program and of the database to an instant. */
  readonly moveTo: (iso: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The real program on a real database of its own, at a fixed time. Nothing inside is replaced. */
export async function testApp(
  startIso: string,
  log: Log = silentLog,
  more: Partial<Pick<AppDeps, 'mailer' | 'metricsToken'>> = {},
): Promise<TestApp> {
  const database = await testDatabase();
  const { pools } = database;
  const clock = movableClock(startIso);
  const moveTo = async (iso: string) => {
    clock.moveTo(iso);
    await pools.owner.query('update kinfold.clock_setting set ahead = $1::timestamptz - now()', [iso]);
  };
  await ensureDirectory(pools.owner);
  await moveTo(startIso);
  const shelf = await readPolicies(join(projectFolder, 'policies'), factKinds);
  await recordEditions(pools.owner, shelf, clock.now());
  const { app, routes, jobs, stop } = await createApp({
    pools,
    secret: database.secret,
    publicUrl: 'http://localhost:4040',
    shelf,
    kinds: factKinds,
    directory: inMemoryDirectory(),
    countiesOfZip: () => [],
    mailer: null,
    clock,
    log,
    ...more,
  });
  await app.ready();
  return {
    app,
    routes,
    pools,
    shelf,
    startJobs: async () => (await startJobs({ pools, log, handlers: jobs, everyMs: 50 })).stop,
    moveTo,
    stop: async () => {
      await app.close();
      await stop();
      await database.drop();
    },
  };
}
