import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { notFound } from '#modules/record/refusal.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { statement } from '#platform/database/db.ts';
import * as contract from './contract.ts';

const ONE = statement(
  'job.one',
  `select id, name, total, done, failed, state, asked_at as "askedAt", started_at as "startedAt", finished_at as "finishedAt", result
   from kinfold.job_progress where id = $1`,
);
const ROWS = statement(
  'job.rows',
  `select r.row, r.chart, concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last) as name, r.outcome, r.problems
   from kinfold.job_row r left join kinfold.youth y on y.chart = r.chart where r.job = $1 and r.row > $2 order by r.row limit $3`,
);

/** Progress that a screen polls. Row security shows an agency its own. */
export function backgroundRoutes(app: FastifyInstance, deps: RouteDeps): void {
  mountRead(app, deps, contract.readJob, async ({ db }, { params }) => {
    const { rows } = await db.query<z.output<typeof contract.readJob.answer>>(ONE, [params.job]);
    if (!rows[0]) throw notFound();
    return { answer: rows[0] };
  });
  mountRead(app, deps, contract.readJobRows, async ({ db }, { params, query }) => {
    const { rows } = await db.query<z.output<typeof contract.readJobRows.answer>['rows'][number]>(ROWS, [
      params.job,
      query.after,
      query.limit,
    ]);
    const named = rows.map((row) => ({ ...row, name: row.name || null }));
    return { answer: { rows: named }, charts: rows.flatMap(({ chart }) => chart ?? []) };
  });
}
