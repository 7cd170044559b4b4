import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../connection.ts';
import { chooseAddress, isSocket } from './address.ts';
import { type Postmaster, runningServer, type ServerPlan, spawnServer, stopServer } from './postmaster.ts';
import { isAlive } from './process-identity.ts';
import { complaintsIn, signsIn, withClient } from './sign-in.ts';
import { StartRefused } from './start-refused.ts';

export interface SupervisedPlan extends ServerPlan {
  readonly dataFolder: string;
  readonly user: string;
  readonly password: string;
  readonly log: (line: string) => void;
}

const WATCH_MS = 200;
const LONGEST_BACKOFF_MS = 5_000;
const FIRST_TRIES = 40;

/**
 * One server kept running. `open` adopts a server a killed program left behind or starts one; from then on a server
 * that dies is started again at the same address, so pools reconnect by themselves. Ends with `stop`.
 */
export class SupervisedServer {
  readonly #plan: SupervisedPlan;
  readonly #ended = new AbortController();
  #server: Postmaster;
  #watching: Promise<void> = Promise.resolve();
  readonly adopted: boolean;

  private constructor(plan: SupervisedPlan, server: Postmaster, adopted: boolean) {
    this.#plan = plan;
    this.#server = server;
    this.adopted = adopted;
  }

  /** Throws `StartRefused` when no server can be brought up. */
  static async open(plan: SupervisedPlan): Promise<SupervisedServer> {
    const orphan = await adopt(plan);
    const server = orphan ?? (await startFirst(plan));
    const supervised = new SupervisedServer(plan, server, orphan !== null);
    supervised.#watching = supervised.#watch();
    return supervised;
  }

  get pid(): number {
    return this.#server.process.pid;
  }

  connectionTo(database: string): Connection {
    return connectionTo(this.#plan, this.#server, database);
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    await this.#watching;
    await stopServer(this.#server);
  }

  async #watch(): Promise<void> {
    for (let backoff = 100; await this.#rest(WATCH_MS); ) {
      if (await isAlive(this.#server.process)) {
        backoff = 100;
        continue;
      }
      const { last } = await complaintsIn(this.#plan.logFile, this.#server);
      this.#plan.log(`database stopped unexpectedly: ${last}; starting it again`);
      if (!(await this.#restart()) && (await this.#rest(backoff))) backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MS);
    }
  }

  async #restart(): Promise<boolean> {
    try {
      this.#server = await spawnServer(this.#plan, this.#server.address);
      const { signal } = this.#ended;
      const answers = await signsIn(this.connectionTo('postgres'), this.#server, this.#plan.clusterFolder, signal);
      if (answers) this.#plan.log('database runs again');
      return answers;
    } catch (error) {
      this.#plan.log(`database could not be started again: ${String(error)}`);
      return false;
    }
  }

  /** False when the supervision ended meanwhile. The timer does not keep the program alive. */
  #rest(milliseconds: number): Promise<boolean> {
    const rest = pause(milliseconds, true, { ref: false, signal: this.#ended.signal });
    return rest.catch(() => false);
  }
}

function connectionTo(plan: SupervisedPlan, { address }: Postmaster, database: string): Connection {
  return { ...address, user: plan.user, password: plan.password, database };
}

/**
 * A server left behind that lets us in, serves this very folder, and is the build we would start ourselves. Any other
 * server on our folder is stopped, so that ours can start.
 */
async function adopt(plan: SupervisedPlan): Promise<Postmaster | null> {
  const orphan = await runningServer(plan.clusterFolder);
  if (!orphan) return null;
  const fits = await serves(plan, orphan).catch(() => false);
  if (fits) return orphan;
  plan.log('a database server left running here could not be used again; stopping it');
  await stopServer(orphan);
  return null;
}

async function serves(plan: SupervisedPlan, orphan: Postmaster): Promise<boolean> {
  const connection = connectionTo(plan, orphan, 'postgres');
  if (!(await signsIn(connection, orphan, plan.clusterFolder))) return false;
  const { rows } = await withClient(connection, (client) =>
    client.query<{ folder: string; version: string; durable: string }>(
      `SELECT current_setting('data_directory') AS folder, current_setting('server_version') AS version,
         current_setting('fsync') AS durable`,
    ),
  );
  const [it] = rows;
  if (!it) return false;
  const sameBuild = plan.software.version.startsWith(it.version.split(' ')[0] ?? '');
  return it.folder === plan.clusterFolder && sameBuild && it.durable === (plan.durable ? 'on' : 'off');
}

/**
 * Starts a server and waits for it. Tries again for a while when it ends at once: after a server was killed its
 * sessions take a moment to notice, and until then its memory counts as in use; a free port may be taken meanwhile.
 */
async function startFirst(plan: SupervisedPlan): Promise<Postmaster> {
  for (let tries = 1; ; tries += 1) {
    const server = await spawnServer(plan, await chooseAddress(plan.dataFolder, plan.osUser));
    const answers = await signsIn(connectionTo(plan, server, 'postgres'), server, plan.clusterFolder).catch(
      async (cause) => {
        await stopServer(server);
        throw new StartRefused('did-not-start', `The database does not let this program in: ${String(cause)}.`, {
          cause,
        });
      },
    );
    if (answers) return server;
    const { own, last } = await complaintsIn(plan.logFile, server);
    if (tries >= FIRST_TRIES || (isSocket(server.address) && !/in use|already exists|lock file/.test(own ?? ''))) {
      throw new StartRefused('did-not-start', `The database did not start: ${last}.`);
    }
    await pause(Math.min(50 * tries, 500));
  }
}
