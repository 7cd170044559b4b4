import { readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

const POLL_MS = 20;
const GONE_WITHIN_MS = 5_000;

/**
 * Ends the sessions a killed server left at work on its folder. One in the middle of a long statement notices only at its
 * end that its server is gone, and until then keeps the next one from starting. What was acknowledged is on disk by then; what
 * was not is undone by the next server. To be called when no server runs there. Only Linux tells which processes those are;
 * elsewhere, and of another user's, nothing is ended.
 */
export async function endLeftSessions(clusterFolder: string): Promise<void> {
  const left = await processesOn(clusterFolder);
  // A server without a pid file that fits: PostgreSQL itself refuses to start beside it.
  if (left.some(({ serves }) => serves)) return;
  for (const { process: one } of left) if (await isAlive(one)) end(one.pid);
  for (let waited = 0; waited < GONE_WITHIN_MS; waited += POLL_MS) {
    const alive = await Promise.all(left.map(({ process: one }) => isAlive(one)));
    if (!alive.includes(true)) return;
    await pause(POLL_MS);
  }
}

interface Found {
  readonly process: ProcessIdentity;
  /** Started on the folder itself, not by a server. */
  readonly serves: boolean;
}

/** PostgreSQL's processes stand in the folder of their cluster. */
async function processesOn(clusterFolder: string): Promise<readonly Found[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => processOn(clusterFolder, pid)));
  return found.filter((one) => one !== null);
}

async function processOn(clusterFolder: string, pid: string): Promise<Found | null> {
  const linked = (name: string) => readlink(`/proc/${pid}/${name}`).catch(() => '');
  if ((await linked('cwd')) !== clusterFolder) return null;
  // One whose program was replaced meanwhile is named with "(deleted)" behind.
  if (!/^postgres( |$)/.test(path.basename(await linked('exe')))) return null;
  const [it, command] = await Promise.all([
    identify(Number(pid)),
    readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
  ]);
  return it && { process: it, serves: command.split('\0').includes('-D') };
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone between the look and the signal.
  }
}
