import { z } from 'zod';
import { jobOf, type ProgressKeeper, stepJob } from '#modules/background/index.ts';
import { readActor } from '#modules/record/charted.ts';
import type { Caller } from '#modules/record/command.ts';
import type { SeatPools } from '#modules/record/seat-pools.ts';
import { statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import { type JobHandler, stopIfAsked } from '#platform/jobs/handler.ts';
import { day } from '#shared/calendar-day.ts';
import { type WhatIfDeps, whatIf } from './what-if.ts';

export const WHAT_IF_JOB = 'policy.what-if';

const ENTER = statement('record.enter', 'select kinfold.enter($1, $2) as actor');
const REACH = statement(
  'policy.reach',
  'select kinfold.scope_categories() as categories, kinfold.scope_agencies() as agencies',
);
const START_OVER = statement('policy.start-over', `update kinfold.job_progress set done = 0 where id = $1`);

const asked = z.object({
  overrides: z.array(z.object({ parameter: z.string(), value: z.union([z.number(), z.boolean()]).nullable() })),
});

/** Counts in the background; taken up again after a crash it counts from the start. */
export function whatIfJob(
  deps: WhatIfDeps & { readonly seats: SeatPools; readonly refreshOverrides: () => Promise<void> },
  progress: ProgressKeeper,
): JobHandler {
  return progress.handler(WHAT_IF_JOB, async ({ data, signal }) => {
    const { job, caller } = jobOf(data);
    await deps.refreshOverrides();
    await deps.owner.query(START_OVER.text, [job]);
    const reach = await inScope(deps.seats, caller, async (db, actor) => {
      const { rows } = await db.query<{ categories: string[]; agencies: number[] }>(REACH);
      return {
        actor,
        categories: rows[0]?.categories ?? [],
        seesCharts: rows[0]?.agencies.includes(actor.agency) ?? false,
      };
    });
    const { programme, agency } = reach.actor;
    const question = {
      programme,
      agency,
      today: day(reach.actor.today),
      categories: reach.categories,
      seesCharts: reach.seesCharts,
      overrides: asked.parse(data).overrides,
    };
    const answer = await whatIf(deps, question, async (done) => {
      stopIfAsked(signal);
      await inScope(deps.seats, caller, (db) => stepJob(db, job, { done }));
    });
    return { ...answer };
  });
}

async function inScope<T>(
  seats: SeatPools,
  caller: Caller,
  work: (db: Transaction, actor: ReturnType<typeof readActor>) => Promise<T>,
): Promise<T> {
  return seats.on(caller.seat, (pool) =>
    transaction(pool, async (db) => {
      const { rows } = await db.query<{ actor: unknown }>(ENTER, [caller.tokenHash, caller.seat]);
      return work(db, readActor(rows[0]?.actor));
    }),
  );
}
