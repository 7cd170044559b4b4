import { type ChildProcess, spawn } from 'node:child_process';
import { chown, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Address, isSocket } from './address.ts';
import { endLeftSessions } from './left-sessions.ts';
import type { OsUser } from './os-user.ts';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';
import { serverSettings } from './settings.ts';
import { programEnv, type Software } from './software.ts';

export interface ServerPlan {
  readonly software: Software;
  readonly clusterFolder: string;
  readonly logFile: string;
  readonly osUser: OsUser;
  readonly durable: boolean;
}

/** A running server: ours, or one a killed program of ours left behind. */
export interface Postmaster {
  readonly process: ProcessIdentity;
  readonly address: Address;
}

const LONGEST_LOG = 8 * 1024 * 1024;
const POLL_MS = 20;

/**
 * Starts the server and returns at once; whether it answers is asked by connecting. It gets its own session, so that
 * an interrupt at the terminal reaches the program, which then stops the server in order, and its output goes to a
 * file, so that it survives the program's death without a broken pipe.
 */
export async function spawnServer(
  plan: ServerPlan,
  address: Address,
): Promise<Postmaster & { readonly child: ChildProcess }> {
  await forgetDeadServer(plan.clusterFolder, address);
  const logged = await stat(plan.logFile).catch(() => null);
  if (logged && logged.size > LONGEST_LOG) await rename(plan.logFile, `${plan.logFile}.1`);
  const log = await open(plan.logFile, 'a', 0o600);
  try {
    if (plan.osUser.runAs) await chown(plan.logFile, plan.osUser.runAs.uid, plan.osUser.runAs.gid);
    const child = spawn(plan.software.postgres, ['-D', plan.clusterFolder, ...serverSettings(address, plan.durable)], {
      cwd: '/',
      detached: true,
      env: programEnv(plan.software),
      stdio: ['ignore', log.fd, log.fd],
      ...(plan.osUser.runAs ?? {}),
    });
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.unref();
    const pid = child.pid ?? 0;
    return { process: (await identify(pid)) ?? { pid, started: 'gone' }, address, child };
  } finally {
    await log.close();
  }
}

/**
 * A killed server's pid file stops the next one for as long as anything answers to the pid in it: a stranger, or the
 * dead server itself while nobody has collected it. Naming ourselves instead says the entry is stale (PostgreSQL
 * ignores its own parent's pid) and keeps the rest, by which it still notices sessions of the dead server at work.
 */
async function forgetDeadServer(clusterFolder: string, address: Address): Promise<void> {
  if (await runningServer(clusterFolder)) return;
  await endLeftSessions(clusterFolder);
  const files = [path.join(clusterFolder, 'postmaster.pid'), path.join(address.host, `.s.PGSQL.${address.port}.lock`)];
  for (const file of isSocket(address) ? files : files.slice(0, 1)) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text) await writeFile(file, text.replace(/^-?\d+/, String(process.pid)));
  }
}

/** Whether the server has written that it takes connections. */
export async function isReady(clusterFolder: string, { process: server }: Postmaster): Promise<boolean> {
  const text = await readFile(path.join(clusterFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return lines[0] === String(server.pid) && lines[7]?.trim() === 'ready';
}

/** The server that runs on this cluster's folder according to its own pid file, or `null`. */
export async function runningServer(clusterFolder: string): Promise<Postmaster | null> {
  const text = await readFile(path.join(clusterFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, folder, , port, socketFolder, listen] = text.split('\n');
  if (!pid || !folder || !port) return null;
  const process = await identify(Number(pid));
  if (!process || !(await isServerOn(process.pid, clusterFolder))) return null;
  return { process, address: { host: socketFolder || listen || '127.0.0.1', port: Number(port) } };
}

/** A pid file may outlive its server and name a stranger: only a process started on this folder is ours. */
async function isServerOn(pid: number, clusterFolder: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const words = command.split('\0');
  return words.includes('-D') && words.includes(clusterFolder);
}

/**
 * Stops a server and waits until it is gone: first as PostgreSQL calls fast (sessions are ended, everything written),
 * then, when that takes unreasonably long, immediate, then by force. Every way, acknowledged commits are kept.
 */
export async function stopServer({ process: server }: Postmaster, patience = 30_000): Promise<void> {
  const ways: readonly (readonly [NodeJS.Signals, number])[] = [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, milliseconds] of ways) {
    if (!(await isAlive(server))) return;
    signalTo(server.pid, signal);
    if (await goneWithin(server, milliseconds)) return;
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone between the look and the signal.
  }
}

async function goneWithin(server: ProcessIdentity, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += POLL_MS) {
    if (!(await isAlive(server))) return true;
    await pause(POLL_MS);
  }
  return false;
}
