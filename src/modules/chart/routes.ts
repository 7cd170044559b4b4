import type { FastifyInstance } from 'fastify';
import { decide } from '#modules/access/permissions.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { standingCounts } from '#modules/duties/standing-counts.ts';
import { notFound } from '#modules/record/refusal.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { lastly } from '#platform/database/transaction.ts';
import { Written } from '#platform/http/written.ts';
import { ageOn, day } from '#shared/calendar-day.ts';
import * as contract from './contract.ts';
import { listCharts } from './list.ts';
import { presentOverview } from './present.ts';
import { looksAt, overviewRow } from './queries.ts';
import { search } from './search.ts';
import { searchKnown } from './search-known.ts';
import { transferredRoutes } from './transferred/routes.ts';

export function chartRoutes(app: FastifyInstance, deps: RouteDeps & { readonly shelf: PolicyShelf }): void {
  mountRead(app, deps, contract.openChart, async ({ db, actor, nowMs }, { params }) => {
    // Sent before the actor is awaited: entering, reading and the end travel together.
    const reading = overviewRow(lastly(db), params.chart);
    // Refused entry refuses the reading too; the first of the two is the one to tell, the other must not end the process.
    reading.catch(() => {});
    const { programme, today, locale } = await actor();
    const row = await reading;
    if (!row) throw notFound();
    const reader = { programme, today, now: new Date(nowMs).toISOString(), language: locale };
    const others = presentOverview(deps.shelf, reader, row.overview);
    return { answer: Written.with<contract.Overview, 'marks'>(others, 'marks', row.marks), chart: params.chart };
  });
  mountRead(app, deps, contract.searchCharts, async ({ db, actor, through }, { body }) => {
    const searching = search(db, through, body.text, body.limit);
    searching.catch(() => {});
    const reader = await actor();
    const { capacity } = reader;
    // A family's names are for whoever may read the family.
    const mayFamily = decide('family.read', reader, []).yes;
    const first = await searching;
    const without = !mayFamily && first.some(({ by }) => by === 'family');
    const within = without ? await search(db, through, body.text, body.limit, { family: false }) : first;
    // Who keeps the programme's referrals must know of everybody in it; more than that they are here is not theirs to read.
    const known = capacity === 'csa-coordinator' ? await searchKnown(db, body.text, body.limit) : [];
    const held = new Set(within.map(({ chart }) => chart));
    const found = [...within, ...known.filter(({ chart }) => !held.has(chart))];
    return { answer: { found }, charts: found.map(({ chart }) => chart) };
  });
  mountRead(app, deps, contract.listCharts, async ({ db, caller, actor, nowMs }, { query }) => {
    const { today } = await actor();
    const wish = {
      ...query,
      seat: caller.seat,
      today,
      stage: query.stage ?? null,
      quietDays: query.quietDays ?? null,
      after: query.after ?? null,
    };
    const listed = await listCharts(db, wish);
    const at = { today, now: new Date(nowMs).toISOString() };
    const ids = listed.map(({ chart }) => chart);
    const counts = await standingCounts(db, ids, at);
    const charts = listed.map((row) => ({
      ...row,
      age: row.born ? ageOn(day(row.born), day(today)) : null,
      owedLate: counts.get(row.chart)?.late ?? 0,
      owedSoon: counts.get(row.chart)?.soon ?? 0,
    }));
    return { answer: { today, charts }, charts: ids };
  });
  mountRead(app, deps, contract.readLooks, async ({ db }, { params, query }) => ({
    answer: { looks: await looksAt(db, params.chart, { limit: query.limit, lists: query.lists === 'with' }) },
    chart: params.chart,
  }));
  transferredRoutes(app, deps);
}
