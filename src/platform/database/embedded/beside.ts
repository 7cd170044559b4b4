import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../connection.ts';
import { FolderInUse, type Owner } from './owner-lock.ts';
import { runningServer } from './postmaster.ts';
import { isAlive } from './process-identity.ts';
import { withClient } from './sign-in.ts';

/** A first start makes the database before it answers. */
const PATIENCE_MS = 60_000;
const POLL_MS = 100;

/**
 * The server that the owner of a data folder keeps running, waited for while the owner starts. It is neither watched nor
 * stopped from here. Throws `FolderInUse` when it does not answer in time or its owner ends.
 */
export async function serverBeside(
  clusterFolder: string,
  owner: Owner,
  as: Pick<Connection, 'user' | 'password' | 'database'>,
): Promise<{ readonly pid: number; readonly connection: Connection }> {
  for (let waited = 0; waited < PATIENCE_MS && (await isAlive(owner)); waited += POLL_MS) {
    const server = await runningServer(clusterFolder);
    const connection = server && { ...server.address, ...as };
    if (server && connection && (await answers(connection))) return { pid: server.process.pid, connection };
    await pause(POLL_MS);
  }
  throw new FolderInUse(owner);
}

const answers = (connection: Connection): Promise<boolean> =>
  withClient(connection, (client) => client.query('SELECT 1')).then(
    () => true,
    () => false,
  );
