import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Connection } from '../connection.ts';
import { preparedBinaries } from './binaries.ts';
import { clusterExists, ensureCluster } from './cluster.ts';
import { assertReachable, defaultDataFolder, openDataFolder, secretFile } from './data-folder.ts';
import { databaseUser } from './os-user.ts';
import { lockFolder } from './owner-lock.ts';
import { withClient } from './sign-in.ts';
import type { Software } from './software.ts';
import { StartRefused } from './start-refused.ts';
import { type SupervisedPlan, SupervisedServer } from './supervised-server.ts';

export interface EmbeddedOptions {
  /** Default: see `defaultDataFolder`. */
  readonly dataDir?: string;
  readonly log?: (line: string) => void;
  /** Another PostgreSQL than the one of the platform package. */
  readonly software?: Software;
  /** Where the copied binaries are kept; default inside the data folder. */
  readonly binariesDir?: string;
  /** False only for tests: commits are not flushed to disk. */
  readonly durable?: boolean;
}

export interface Embedded {
  readonly connection: Connection;
  /** Random, kept in the data folder: what the role passwords are derived from when `KINFOLD_SECRET` is not set. */
  readonly secret: string;
  readonly dataDir: string;
  /** True when a server left behind by a killed program was taken over. */
  readonly adopted: boolean;
  /** The server's process; another one after the supervisor had to start it again. */
  readonly pid: number;
  /** Stops the server in order and gives the data folder free. May be called again. */
  readonly stop: () => Promise<void>;
}

const USER = 'kinfold';
const DATABASE = 'kinfold';

/**
 * Runs a real PostgreSQL for this program in a data folder, made when first asked for, and keeps it running until
 * `stop`. Throws `StartRefused` with one sentence when that is not possible.
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const asked = options.dataDir ?? defaultDataFolder();
  await openDataFolder(asked);
  // Its one true name: the server reports it so, and a link to the folder is the same folder.
  const dataDir = await realpath(asked);
  const lock = await lockFolder(path.join(dataDir, 'owner.lock'));
  try {
    const server = await open(dataDir, options);
    await ensureDatabase(server);
    return {
      connection: server.connectionTo(DATABASE),
      secret: await secretFile(path.join(dataDir, 'secret')),
      dataDir,
      adopted: server.adopted,
      get pid() {
        return server.pid;
      },
      stop: async () => {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function open(dataDir: string, options: EmbeddedOptions): Promise<SupervisedServer> {
  const clusterFolder = path.join(dataDir, 'postgres');
  const passwordFile = path.join(dataDir, 'password');
  const osUser = await databaseUser(clusterFolder);
  await assertReachable(dataDir, osUser);
  const software = options.software ?? (await preparedBinaries(options.binariesDir ?? path.join(dataDir, 'binaries')));
  const password = await passwordFor(clusterFolder, passwordFile);
  const durable = options.durable ?? true;
  await ensureCluster({ software, folder: clusterFolder, osUser, user: USER, password, durable });
  const plan: SupervisedPlan = {
    ...{ software, clusterFolder, osUser, durable, password, dataFolder: dataDir, user: USER },
    logFile: path.join(dataDir, 'postgres.log'),
    log: options.log ?? (() => {}),
  };
  return SupervisedServer.open(plan);
}

async function passwordFor(clusterFolder: string, passwordFile: string): Promise<string> {
  if ((await clusterExists(clusterFolder)) && !(await isFile(passwordFile))) {
    throw new StartRefused(
      'password-missing',
      `The data folder has a database but not its password; put the file ${passwordFile} back from a copy of the folder.`,
    );
  }
  return secretFile(passwordFile);
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );

async function ensureDatabase(server: SupervisedServer): Promise<void> {
  await withClient(server.connectionTo('postgres'), async (client) => {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}
