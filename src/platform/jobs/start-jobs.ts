import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { onPool, statement } from '#platform/database/db.ts';
import type { Pools } from '#platform/database/pools.ts';
import type { Log } from '#platform/log/log.ts';
import { openBoss } from './boss.ts';
import { type JobHandler, StoppedBetweenUnits } from './handler.ts';
import { relayRequests } from './relay.ts';
import { keepSchedules } from './schedules.ts';

export interface JobsDeps {
  readonly pools: Pools;
  readonly log: Log;
  readonly handlers: readonly JobHandler[];
  /** How often new requests are looked for, in milliseconds. */
  readonly everyMs?: number;
  /** A job runner that is open already; default: one is opened. It is closed with the rest. */
  readonly boss?: PgBoss;
}

export interface RunningJobs {
  /** Lets the unit at hand finish, gives unfinished jobs back, and closes. */
  readonly stop: () => Promise<void>;
}

/** Relays and runs long work until stopped. Any number of processes may do so on one database. */
export async function startJobs({ pools, log, handlers, everyMs = 500, ...given }: JobsDeps): Promise<RunningJobs> {
  const boss = given.boss ?? (await openBoss(pools.owner, log));
  const byName = new Map(handlers.map((handler) => [handler.name, handler]));
  const stopping = new AbortController();
  for (const handler of handlers) {
    await boss.createQueue(handler.name, handler.oneWaitingPer ? { policy: 'stately' } : {});
    await handler.giveUpLost?.();
    await boss.work(
      handler.name,
      { pollingIntervalSeconds: 0.5, includeMetadata: true },
      async ([job]: JobWithMetadata<object>[]) => {
        if (job) await runOne(handler, job, { pools, log, stopping: stopping.signal });
      },
    );
  }
  await keepSchedules(boss, handlers);
  let relaying: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    relaying = relayRequests(pools.owner, boss, byName)
      .catch((error: unknown) => log.warn('job requests not handed over', { error }))
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await relaying;
      await boss.stop({ graceful: true, timeout: 30_000 });
    },
  };
}

const ASK_AGAIN = statement('jobs.ask-again', 'insert into kinfold.job_request (name, data) values ($1, $2::jsonb)');

interface Running extends Pick<JobsDeps, 'pools' | 'log'> {
  readonly stopping: AbortSignal;
}

async function runOne(
  handler: JobHandler,
  job: JobWithMetadata<object>,
  { pools, log, stopping }: Running,
): Promise<void> {
  const data = { ...job.data };
  try {
    await handler.run({ data, signal: AbortSignal.any([job.signal, stopping]) });
  } catch (error) {
    // Asked for anew: a try that was not let finish is none of those it has.
    if (error instanceof StoppedBetweenUnits && stopping.aborted) {
      await onPool(pools.owner).query(ASK_AGAIN, [handler.name, JSON.stringify(data)]);
      return;
    }
    const last = job.retryCount >= job.retryLimit;
    if (!(error instanceof StoppedBetweenUnits)) log.warn('job failed', { job: handler.name, error, last });
    if (last) await handler.gaveUp?.({ data });
    throw new Error(codeOf(error));
  }
}

/** What the job runner keeps of an error: its code or name. Messages may carry values, and values here are about people. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
