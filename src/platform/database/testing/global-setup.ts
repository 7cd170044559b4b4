import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { withPool } from '../pools.ts';
import { ensureRoles } from '../roles.ts';
import { majorUnderTest, throwawayServer } from './throwaway-server.ts';

export interface TestServer {
  readonly connection: Connection;
  readonly secret: string;
  /** Name of the migrated database that every test file copies. */
  readonly template: string;
  readonly major: 15 | 18;
  /** What PostgreSQL itself complains into, for all test files of the run. */
  readonly logFile: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly testServer: TestServer;
  }
}

const MIGRATIONS = fileURLToPath(new URL('../../../../db/migrations', import.meta.url));
const TEMPLATE = 'kinfold_template';

/**
 * One PostgreSQL for the whole run: the embedded one, or the system's 15 with `KINFOLD_TEST_POSTGRES=15`. Stopped and
 * deleted at the end, whatever the tests did.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const major = majorUnderTest();
  const server = await throwawayServer(major);
  try {
    await makeTemplate(server.connection, server.secret);
    const { connection, secret, dataDir } = server;
    const logFile = path.join(dataDir, 'postgres.log');
    project.provide('testServer', { connection, secret, template: TEMPLATE, major, logFile });
  } catch (error) {
    await server.discard();
    throw error;
  }
  return server.discard;
}

async function makeTemplate(connection: Connection, secret: string): Promise<void> {
  await withPool(connection, async (pool) => {
    await ensureRoles(pool, secret);
    await pool.query(`CREATE DATABASE ${TEMPLATE}`);
  });
  await withPool({ ...connection, database: TEMPLATE }, (pool) => migrate(pool, MIGRATIONS));
}
