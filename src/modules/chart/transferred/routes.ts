import type { FastifyInstance } from 'fastify';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { notFound } from '#modules/record/refusal.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { owedItem } from '#modules/worklists/owed-item.ts';
import { nameTokens } from '#modules/youth/names.ts';
import * as contract from './contract.ts';
import { transferredCharts, transferredRows } from './queries.ts';

/** What an agency keeps of the charts it handed over: its own rows, to read. */
export function transferredRoutes(app: FastifyInstance, deps: RouteDeps & { readonly shelf: PolicyShelf }): void {
  mountRead(app, deps, contract.listTransferred, async ({ db }, { body }) => {
    const all = await transferredCharts(db);
    const charts = all.filter(({ name, number }) => isMeant(body.text, name, number)).slice(0, body.limit);
    return { answer: { charts }, charts: charts.map(({ chart }) => chart) };
  });
  mountRead(app, deps, contract.openTransferred, async ({ db, actor }, { params }) => {
    const { programme, agency, locale } = await actor();
    const rows = await transferredRows(db, params.chart);
    if (!rows) throw notFound();
    const { leftAt, ...header } = rows.header;
    // What was owed is told as it stood then: what became of it since is the other agency's.
    const then = { programme, language: locale, today: header.leftOn, now: leftAt };
    const about = { youth: header.name, born: header.born, careManager: null, holder: agency };
    const answer = {
      header,
      notes: rows.notes,
      marks: rows.marks.map((mark, index) => ({ ...mark, seq: index + 1 })),
      owed: rows.owed.map((row) => owedItem(deps.shelf, then, row, about)),
    };
    return { answer, chart: params.chart };
  });
}

/** Whether every word asked for begins a part of the name, or is the chart's number; nothing asked for means everybody. */
function isMeant(text: string, name: string, number: number): boolean {
  if (text === String(number)) return true;
  const parts = nameTokens(name);
  return nameTokens(text).every((asked) => parts.some((part) => part.startsWith(asked)));
}
