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

const COMPLAINT = /FATAL|PANIC|ERROR|error while loading/;

/**
 * The last thing the server itself complained about, and the last anybody did: sessions of a server that was killed write
 * into the same log until they notice, and so does what a server starts to recover.
 */
export async function complaintsIn(
  logFile: string,
  { process: { pid } }: Pick<Postmaster, 'process'>,
): Promise<{ readonly own: string | null; readonly last: string }> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-LINES_READ);
  const complaints = lines.filter((line) => COMPLAINT.test(line));
  const own = complaints.findLast((line) => line.includes(` [${pid}] `));
  const last = own ?? complaints.at(-1);
  return {
    own: own === undefined ? null : said(own),
    last: last === undefined ? `see ${path.basename(logFile)}` : said(last),
  };
}

/** A killed server leaves up to a hundred sessions, each with a line or two of its own. */
const LINES_READ = 400;

const said = (line: string): string => line.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').replace(/\.$/, '');
