import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../connection.ts';
import { socketAnswers } from './address.ts';
import { serverBeside } from './beside.ts';
import { preparedBinaries } from './binaries.ts';
import { clusterExists, ensureCluster } from './cluster.ts';
import { assertReachable, defaultDataFolder, openDataFolder, secretFile } from './data-folder.ts';
import { databaseUser } from './os-user.ts';
import { FolderInUse, lockFolder, type Owner } from './owner-lock.ts';
import { runningServer } from './postmaster.ts';
import { withClient } from './sign-in.ts';
import type { Software } from './software.ts';
import { StartRefused } from './start-refused.ts';
import { type SupervisedPlan, SupervisedServer } from './supervised-server.ts';

/**
 * `alone`: nobody else works on the folder meanwhile. `serve`: others may work beside it. `beside`: on the server of a
 * program that serves; where none does, alone.
 */
export type FolderUse = 'alone' | 'serve' | 'beside';

export interface EmbeddedOptions {
  /** Default: alone. */
  readonly use?: FolderUse;
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
 * `stop`; or, `beside` a program that serves, uses the one that program runs. Throws `StartRefused` with one sentence when
 * that is not possible.
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const asked = options.dataDir ?? defaultDataFolder();
  await openDataFolder(asked);
  // Its one true name: the server reports it so, and a link to the folder is the same folder.
  const dataDir = await realpath(asked);
  await refuseUnseen(dataDir);
  const lock = await lockFolder(path.join(dataDir, 'owner.lock'), options.use === 'serve').catch((error: unknown) => {
    if (options.use === 'beside' && error instanceof FolderInUse && error.owner.serves) return error;
    throw error;
  });
  if (lock instanceof FolderInUse) return besideOwner(dataDir, lock.owner);
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

/** A server killed this moment goes out of sight before its socket does. */
const GONE_WITHIN_MS = 3_000;

/**
 * A program in another container on the same volume cannot be seen by its process, and its lock looks like one left behind;
 * but its server answers. A second server on its files would destroy them.
 */
async function refuseUnseen(dataDir: string): Promise<void> {
  for (let waited = 0; waited < GONE_WITHIN_MS; waited += 100) {
    if (await runningServer(path.join(dataDir, 'postgres'))) return;
    if (!(await socketAnswers(dataDir))) return;
    await pause(100);
  }
  throw new StartRefused(
    'data-folder-in-use',
    'The data folder is in use by a program that cannot be seen from here, such as one in another container; stop it first.',
  );
}

async function besideOwner(dataDir: string, owner: Owner): Promise<Embedded> {
  const clusterFolder = path.join(dataDir, 'postgres');
  const password = await passwordFor(clusterFolder, path.join(dataDir, 'password'));
  const { pid, connection } = await serverBeside(clusterFolder, owner, { user: USER, password, database: DATABASE });
  const secret = await secretFile(path.join(dataDir, 'secret'));
  return { connection, secret, dataDir, adopted: false, pid, stop: async () => {} };
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
