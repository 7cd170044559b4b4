import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Connection } from '../connection.ts';
import { isReady, type Postmaster } from './postmaster.ts';
import { isAlive } from './process-identity.ts';

/** Runs `work` on one connection and closes it. */
export async function withClient<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { ssl: _, ...where } = connection;
  const client = new pg.Client({ ...where, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const POLL_MS = 25;
/** Recovery after a crash can take long on a large database; while the server lives, this is how long we wait. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Waits until the server lets us in. Returns false when its process ended first, or nobody waits any more; throws what the
 * server said when it answers but refuses us (another password), since waiting would not change that.
 */
export async function signsIn(
  connection: Connection,
  server: Postmaster,
  clusterFolder: string,
  signal?: AbortSignal,
): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE_MS && signal?.aborted !== true; waited += POLL_MS) {
    // Asked first, since the server would log every attempt that comes too early.
    if ((await isReady(clusterFolder, server)) && (await letsIn(connection))) return true;
    if (!(await isAlive(server.process))) return false;
    await pause(POLL_MS);
  }
  return false;
}

async function letsIn(connection: Connection): Promise<boolean> {
  try {
    await withClient(connection, (client) => client.query('SELECT 1'));
    return true;
  } catch (error) {
    if (isNotYet(error)) return false;
    throw error;
  }
}

/** 57P03: starting up, shutting down, or recovering. Without a database error nobody listens yet. */
function isNotYet(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || error.code === '57P03';
}

/** The last thing the server complained about, for a sentence to a person. */
export async function lastComplaint(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-40);
  const complaint = lines.findLast((line) => /FATAL|PANIC|ERROR|error while loading/.test(line));
  const said = complaint?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '') ?? `see ${path.basename(logFile)}`;
  return said.replace(/\.$/, '');
}
