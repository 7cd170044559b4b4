import type { FastifyInstance } from 'fastify';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { standingCounts } from '#modules/duties/standing-counts.ts';
import { notFound } from '#modules/record/refusal.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { ageOn, day } from '#shared/calendar-day.ts';
import * as contract from './contract.ts';
import { listCharts } from './list.ts';
import { presentOverview } from './present.ts';
import { looksAt, overviewRow } from './queries.ts';
import { search } from './search.ts';

export function chartRoutes(app: FastifyInstance, deps: RouteDeps & { readonly shelf: PolicyShelf }): void {
  mountRead(app, deps, contract.openChart, async ({ db, actor, nowMs }, { params }) => {
    // Sent before the actor is awaited: entering and reading travel together.
    const reading = overviewRow(db, params.chart);
    // Refused entry refuses the reading too; the first of the two is the one to tell, the other must not end the process.
    reading.catch(() => {});
    const { programme, today, locale } = await actor();
    const raw = await reading;
    if (!raw) throw notFound();
    const reader = { programme, today, now: new Date(nowMs).toISOString(), language: locale };
    return { answer: presentOverview(deps.shelf, reader, raw), chart: params.chart };
  });
  mountRead(app, deps, contract.searchCharts, async ({ db }, { body }) => {
    const found = await search(db, body.text, body.limit);
    return { answer: { found }, charts: found.map(({ chart }) => chart) };
  });
  mountRead(app, deps, contract.listCharts, async ({ db, caller, actor, nowMs }, { query }) => {
    const { today, programme } = await actor();
    const wish = {
      ...query,
      seat: caller.seat,
      today,
      stage: query.stage ?? null,
      quietDays: query.quietDays ?? null,
      after: query.after ?? null,
    };
    const listed = await listCharts(db, wish);
    const at = { programme, today, now: new Date(nowMs).toISOString() };
    const ids = listed.map(({ chart }) => chart);
    const counts = await standingCounts(db, deps.shelf, ids, at);
    const charts = listed.map((row) => ({
      ...row,
      age: row.born ? ageOn(day(row.born), day(today)) : null,
      owedLate: counts.get(row.chart)?.late ?? 0,
      owedSoon: counts.get(row.chart)?.soon ?? 0,
    }));
    return { answer: { today, charts }, charts: ids };
  });
  mountRead(app, deps, contract.readLooks, async ({ db }, { params, query }) => ({
    answer: { looks: await looksAt(db, params.chart, query.limit) },
    chart: params.chart,
  }));
}
