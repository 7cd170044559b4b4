import type { FastifyInstance } from 'fastify';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import * as contract from './contract.ts';
import { isOwedNow, owedItem } from './owed-item.ts';
import { type After, counts, owed } from './queries.ts';

export function worklistRoutes(app: FastifyInstance, deps: RouteDeps & { readonly shelf: PolicyShelf }): void {
  mountRead(app, deps, contract.readWorklist, async ({ db, caller, actor, nowMs }, { query }) => {
    const { today, programme, locale } = await actor();
    const upTo = isoDay(addDays(day(today), query.days));
    const rows = await owed(
      db,
      query.whose,
      caller.seat,
      upTo,
      query.clause ?? null,
      query.limit,
      afterOf(query.after),
    );
    const reader = { programme, today, now: new Date(nowMs).toISOString(), language: locale };
    const items = rows
      .map((row) =>
        owedItem(deps.shelf, reader, row, {
          youth: `${row.first} ${row.last}`,
          born: row.born,
          careManager: row.careManager,
        }),
      )
      .filter(isOwedNow)
      .sort((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
    const last = rows.length === query.limit ? rows.at(-1) : undefined;
    return {
      answer: { today, now: reader.now, items, more: last ? `${last.due}|${last.chart}|${last.key}` : null },
      charts: [...new Set(rows.map(({ chart }) => chart))],
    };
  });
  mountRead(app, deps, contract.countWorklist, async ({ db, caller, actor }) => {
    const { today } = await actor();
    return { answer: await counts(db, caller.seat, isoDay(addDays(day(today), 14))), charts: [] };
  });
}

function afterOf(text: string | undefined): After | null {
  const [due, chart, ...key] = text?.split('|') ?? [];
  return due && chart && key.length > 0 ? { due, chart, key: key.join('|') } : null;
}
