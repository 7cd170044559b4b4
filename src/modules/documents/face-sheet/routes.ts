import type { FastifyInstance } from 'fastify';
import { presentOverview } from '#modules/chart/present.ts';
import { overviewRow } from '#modules/chart/queries.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { type ReadContext, runRead } from '#modules/record/read.ts';
import { notFound } from '#modules/record/refusal.ts';
import { auditRefusal, callerOf, parseInput, type RouteDeps } from '#modules/record/routes.ts';
import { familyOf } from '#modules/youth/queries.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import type { PdfMaker } from '#platform/pdf/pdf-maker.ts';
import { printFaceSheet } from './contract.ts';
import { type FaceSheet, faceSheetOf, sayDay } from './face-sheet.ts';
import { teamOf } from './team.ts';
import { FACE_SHEET_TEMPLATE } from './template.ts';

export interface FaceSheetDeps extends RouteDeps {
  readonly shelf: PolicyShelf;
  readonly pdf: PdfMaker;
}

/**
 * The sheet is read and its printing audited first, the PDF made after: no connection waits for the typesetting. The
 * file's own name says nothing of the youth.
 */
export function faceSheetRoutes(app: FastifyInstance, deps: FaceSheetDeps): void {
  const { audit } = printFaceSheet;
  deps.operations.push(printFaceSheet);
  app.get(printFaceSheet.path, async (request, reply) => {
    const caller = callerOf(request);
    const { params, query } = parseInput(printFaceSheet, request);
    deps.seen(caller.tokenHash);
    const permission = query.confidential === 'print' ? 'face-sheet.print-confidential' : 'face-sheet.print';
    const run = () =>
      runRead(deps, { caller, permission, event: audit.event }, async (context) => ({
        answer: await sheetOf(deps.shelf, context, params.chart, query.confidential === 'print'),
        chart: params.chart,
      }));
    const sheet = await auditRefusal(deps, printFaceSheet, params, run, caller);
    const pdf = await deps.pdf.make({ template: FACE_SHEET_TEMPLATE, data: sheet, nowMs: deps.clock.now() });
    return reply
      .type('application/pdf')
      .header('content-disposition', 'inline; filename="face-sheet.pdf"')
      .send(Buffer.from(pdf));
  });
}

async function sheetOf(
  shelf: PolicyShelf,
  { db, actor, nowMs }: ReadContext,
  chart: string,
  withConfidential: boolean,
): Promise<FaceSheet> {
  const { programme, today, locale, name, zone } = await actor();
  const [row, family, team] = await Promise.all([
    overviewRow(db, chart),
    familyOf(db, chart, today),
    teamOf(db, chart, today),
  ]);
  if (!row || !family) throw notFound();
  const now = new Date(nowMs).toISOString();
  const overview = presentOverview(shelf, { programme, today, now, language: locale }, row.overview);
  const { hour } = wallTime(now, zone);
  return faceSheetOf({ overview, family, team, withConfidential, by: name, at: `${sayDay(today)}, ${hour}` });
}
