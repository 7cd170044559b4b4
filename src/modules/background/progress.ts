import type pg from 'pg';
import { z } from 'zod';
import type { Caller } from '#modules/record/command.ts';
import { type Db, onPool, statement } from '#platform/database/db.ts';
import { type JobHandler, type JobRun, StoppedBetweenUnits } from '#platform/jobs/handler.ts';

const STEP = statement('job.step', 'select kinfold.step_job($1, $2, $3, $4::jsonb)');
// A job taken up again after a crash finds its session idle, and still its own.
const BEGIN = statement(
  'job.begin',
  `with begun as (update kinfold.job_progress set state = 'running', started_at = coalesce(started_at, now())
     where id = $1 and state in ('waiting', 'running') returning session)
   update kinfold.session set last_seen_at = now() from begun where session.id = begun.session and ended_at is null returning session.id`,
);
const END = statement(
  'job.end',
  `with over as (update kinfold.job_progress set state = $2, finished_at = now(), result = result || $3::jsonb
     where id = $1 and state in ('waiting', 'running') returning id, session),
   closed as (update kinfold.session set ended_at = now() from over where session.id = over.session and ended_at is null)
   select id from over`,
);

/**
 * Of one kind of work, what is under way by its own account and waits or runs nowhere, such as in a database restored from a
 * copy, or when every process that tried it was killed. Asked for, handed over and running are read in one snapshot.
 */
const LOST = statement(
  'job.lost',
  `select p.id from kinfold.job_progress p where p.name = $1 and p.state in ('waiting', 'running')
     and not exists (select 1 from kinfold.job_request r where r.name = p.name and r.data ->> 'job' = p.id::text)
     and not exists (select 1 from pgboss.job j where j.name = p.name and j.data ->> 'job' = p.id::text
       and j.state in ('created', 'retry', 'active'))`,
);

const jobData = z.object({ job: z.uuid(), seat: z.uuid(), key: z.string().regex(/^[0-9a-f]{64}$/) });

/** Which job this is and on whose authority it works. */
export function jobOf(data: JobRun['data']): { job: string; caller: Caller } {
  const { job, seat, key } = jobData.parse(data);
  return { job, caller: { seat, tokenHash: Buffer.from(key, 'hex') } };
}

/** Says, in the transaction of a step, how many more units are done, how many of them were not, and what came of them. */
export async function stepJob(
  db: Db,
  job: string,
  step: { done: number; failed?: number; result?: Readonly<Record<string, unknown>> },
): Promise<void> {
  await db.query(STEP, [job, step.done, step.failed ?? 0, JSON.stringify(step.result ?? {})]);
}

/** Wraps long work somebody asked for in its progress: begun, finished with a result, or given up. */
export class ProgressKeeper {
  readonly #owner: Db;

  constructor(owner: pg.Pool) {
    this.#owner = onPool(owner);
  }

  handler(
    name: string,
    work: (run: JobRun) => Promise<Readonly<Record<string, unknown>>>,
    onStopped?: (job: string) => Promise<void>,
  ): JobHandler {
    return {
      name,
      run: async (run) => {
        const { job } = jobOf(run.data);
        const begun = await this.#owner.query(BEGIN, [job]);
        // Finished before, or its person may no longer act: nothing to do.
        if (begun.rowCount === 0) return this.#stopped(job, onStopped);
        try {
          await this.#end(job, 'finished', await work(run));
        } catch (error) {
          if (!(error instanceof StoppedBetweenUnits) && noLongerMay(error)) return this.#stopped(job, onStopped);
          throw error;
        }
      },
      gaveUp: ({ data }) => this.#stopped(jobOf(data).job, onStopped),
      giveUpLost: async () => {
        const { rows } = await this.#owner.query<{ id: string }>(LOST, [name]);
        for (const { id } of rows) await this.#stopped(id, onStopped);
      },
    };
  }

  async #stopped(job: string, onStopped?: (job: string) => Promise<void>): Promise<void> {
    if (await this.#end(job, 'stopped', {})) await onStopped?.(job);
  }

  /** Whether it was still under way. */
  async #end(job: string, state: 'finished' | 'stopped', result: Readonly<Record<string, unknown>>): Promise<boolean> {
    const ended = await this.#owner.query<{ id: string }>(END, [job, state, JSON.stringify(result)]);
    return ended.rowCount > 0;
  }
}

/** The person signed out everywhere, or the seat ended: trying again cannot help. */
function noLongerMay(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'KF401' || code === 'KF403' || code === 'not-allowed';
}
