import type { FastifyInstance } from 'fastify';
import { mountAgencyCommand } from '#modules/record/agency-command.ts';
import { runRead } from '#modules/record/read.ts';
import { notFound } from '#modules/record/refusal.ts';
import { auditRefusal, callerOf, mountRead, parseInput, type RouteDeps } from '#modules/record/routes.ts';
import { problemWords } from '../import/problem-words.ts';
import { rejectsFile } from '../import/rejects-file.ts';
import * as contract from './contract.ts';
import type { ImportDeps } from './deps.ts';
import { IMPORT_JOB } from './import-job.ts';
import { rowToMend } from './mended-row.ts';
import { preview } from './preview.ts';
import { importHead, imports, rejected, results } from './queries.ts';
import { startImport } from './start-import.ts';

export function importRoutes(app: FastifyInstance, deps: RouteDeps & ImportDeps): void {
  mountRead(app, deps, contract.previewImport, async ({ db, actor }, { body }) => ({
    answer: await preview(db, await actor(), deps, body),
  }));
  mountAgencyCommand(app, deps, contract.startImport, async (command, { body }) => {
    const started = await startImport(command, body);
    await command.askJob(body.id, IMPORT_JOB, started.rows, {});
    return started;
  });
  mountRead(app, deps, contract.listImports, async ({ db }) => ({ answer: { imports: await imports(db) } }));
  mountRead(app, deps, contract.readImport, async ({ db }, { params, query }) => {
    const [head, rows] = await Promise.all([
      importHead(db, params.import),
      results(db, params.import, { ...query, limit: query.limit + 1 }),
    ]);
    if (!head) throw notFound();
    const shown = rows.slice(0, query.limit).map((row) => ({ ...row, words: row.problems.map(problemWords) }));
    const answer = { ...head, results: shown, more: rows.length > query.limit };
    return { answer, charts: shown.flatMap(({ chart }) => chart ?? []) };
  });
  mountRead(app, deps, contract.readRowToMend, async ({ db }, { params }) => {
    const found = await rowToMend(db, params.import, params.row);
    if (!found) throw notFound();
    const { fileName, cells, problems } = found;
    return { answer: { fileName, cells: { ...cells }, words: problems.map(problemWords) } };
  });
  mountRejects(app, deps);
}

/** The one answer here that is a file. */
function mountRejects(app: FastifyInstance, deps: RouteDeps): void {
  const operation = contract.readRejects;
  deps.operations.push(operation);
  app.get(operation.path, async (request, reply) => {
    const caller = callerOf(request);
    const { params } = parseInput(operation, request);
    deps.seen(caller.tokenHash);
    const asked = { caller, permission: operation.permission, event: operation.audit.event };
    const text = await auditRefusal(
      deps,
      operation,
      params,
      () =>
        runRead(deps, asked, async ({ db }) => {
          const found = await rejected(db, params.import);
          if (!found) throw notFound();
          return { answer: rejectsFile(found.columns, found.rows) };
        }),
      caller,
    );
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="rows-to-mend.csv"')
      .send(text);
  });
}
