import { z } from 'zod';
import { jobOf, type ProgressKeeper, stepJob } from '#modules/background/index.ts';
import { runCommands } from '#modules/record/bulk-command.ts';
import { type Caller, type CommandDeps, runCommand } from '#modules/record/command.ts';
import { type Refusal, refusalFrom } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import { type JobHandler, stopIfAsked } from '#platform/jobs/handler.ts';
import { idNamed } from '#shared/id-named.ts';
import { accountableFor, assignCareManager } from '../commands/assign-care-manager.ts';

export const MOVE_CHARTS_JOB = 'caseload.move';

const DONE = statement('caseload.rows-done', 'select row from kinfold.job_row where job = $1');
const ADD_ROW = statement(
  'job.add-row',
  `insert into kinfold.job_row (job, row, agency, chart, outcome, problems) values ($1, $2, $3, $4, $5, $6::jsonb)`,
);

const asked = z.object({ moves: z.array(z.object({ chart: z.uuid(), seat: z.uuid() })), reason: z.string().nullish() });
type Moves = z.output<typeof asked>;

interface Move {
  readonly job: string;
  readonly caller: Caller;
  readonly row: number;
  readonly chart: string;
  readonly seat: string;
  readonly reason: string | null;
}

/** Assigns chart by chart on the authority of the seat that asked. A chart that cannot be moved is said and the rest go on. */
export function moveChartsJob(deps: CommandDeps, progress: ProgressKeeper): JobHandler {
  return progress.handler(MOVE_CHARTS_JOB, async ({ data, signal }) => {
    const { job, caller } = jobOf(data);
    const { moves, reason }: Moves = asked.parse(data);
    const before = await rowsDone(deps, caller, job);
    for (const [row, { chart, seat }] of moves.entries()) {
      stopIfAsked(signal);
      if (!before.has(row)) await moveOne(deps, { job, caller, row, chart, seat, reason: reason ?? null });
    }
    return {};
  });
}

async function moveOne(deps: CommandDeps, move: Move): Promise<void> {
  const { job, caller, row, chart, seat, reason } = move;
  const body = { seat, reason };
  try {
    await runCommand(
      deps,
      {
        caller,
        chart,
        permission: 'caseload.assign',
        event: 'caseload.assigned',
        write: idNamed(['move', job, row]),
        body,
      },
      async (command) => {
        const { id } = command.existing();
        const outcome = (await accountableFor(command)) === seat ? 'already-theirs' : 'moved';
        if (outcome === 'moved')
          await assignCareManager(command, { id: idNamed(['relationship', job, row]), seat, reason });
        await command.db.query(ADD_ROW, [job, row, command.actor.agency, id, outcome, '[]']);
        await stepJob(command.db, job, { done: 1 });
        return {};
      },
    );
  } catch (error) {
    const refusal = refusalFrom(error);
    if (!refusal || refusal.status >= 500 || [401, 423].includes(refusal.status) || refusal.code === 'not-your-seat')
      throw error;
    await sayRefused(deps, move, refusal);
  }
}

const REACHED = statement('caseload.chart-reached', 'select id from kinfold.chart where id = $1');

/** A chart out of reach is named only by its place in the request. */
async function sayRefused(deps: CommandDeps, move: Move, { code, problems }: Refusal): Promise<void> {
  const { job, caller, row } = move;
  const said = problems.length > 0 ? problems : [{ field: 'chart', code }];
  await runCommands(
    deps,
    { caller, permission: 'caseload.assign', event: 'caseload.assigned', charts: [] },
    async ({ db, actor }) => {
      const reached = await db.query<{ id: string }>(REACHED, [move.chart]);
      const values = [job, row, actor.agency, reached.rows[0]?.id ?? null, 'refused', JSON.stringify(said)];
      await db.query(ADD_ROW, values);
      await stepJob(db, job, { done: 1, failed: 1 });
    },
  );
}

async function rowsDone(deps: CommandDeps, caller: Caller, job: string): Promise<Set<number>> {
  return runCommands(
    deps,
    { caller, permission: 'caseload.assign', event: 'caseload.assigned', charts: [] },
    async ({ db }) => {
      return new Set((await db.query<{ row: number }>(DONE, [job])).rows.map(({ row }) => row));
    },
  );
}
