import type { FastifyInstance } from 'fastify';
import { countToReview } from '#modules/access/emergency/queries.ts';
import { permissionsOf } from '#modules/access/permissions.ts';
import { countToRenew } from '#modules/directory/agreements/count-to-renew.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { standStored } from '#modules/duties/stored-duty.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { lastly } from '#platform/database/transaction.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import * as contract from './contract.ts';
import { digestRoutes } from './digest/routes.ts';
import { filterRoutes } from './filters/routes.ts';
import { isOwedNow, owedItem } from './owed-item.ts';
import { type After, besides, owed, owedRows } from './queries.ts';
import { countQuiet } from './quiet.ts';
import { seatHomeRoutes } from './seat-home/routes.ts';

export function worklistRoutes(app: FastifyInstance, deps: RouteDeps & { readonly shelf: PolicyShelf }): void {
  filterRoutes(app, deps);
  digestRoutes(app, deps);
  seatHomeRoutes(app, deps);
  mountRead(app, deps, contract.readWorklist, async ({ db, caller, actor, nowMs }, { query }) => {
    // Sent before the actor is awaited: entering and reading travel together, and the end too where nothing can follow.
    const reading = owed(
      query.whose === 'mine' ? db : lastly(db),
      query.whose,
      caller.seat,
      query.days,
      query.clause ?? null,
      query.limit,
      afterOf(query.after),
    );
    reading.catch(() => {});
    const { today, programme, locale } = await actor();
    const rows = await reading;
    const reader = { programme, today, now: new Date(nowMs).toISOString(), language: locale };
    const items = rows
      .map((row) =>
        owedItem(deps.shelf, reader, row, {
          youth: `${row.first} ${row.last}`,
          born: row.born,
          careManager: row.careManager,
          holder: row.holder,
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
  mountRead(app, deps, contract.countWorklist, async ({ db, caller, actor, nowMs }) => {
    const { today, capacity } = await actor();
    const upTo = isoDay(addDays(day(today), 14));
    const now = new Date(nowMs).toISOString();
    const count = async (whose: contract.Whose): Promise<number> => {
      const rows = await owedRows(db, whose, caller.seat, upTo);
      const stands = rows.map((row) => standStored(row, now, day(today)));
      return stands.filter(isOwedNow).length;
    };
    const renews = permissionsOf(capacity).includes('agreement.record');
    const reviews = permissionsOf(capacity).includes('emergency.review');
    const [mine, team, unassigned, waiting, beside, quiet, agreements, emergencies] = await Promise.all([
      count('mine'),
      count('team'),
      count('unassigned'),
      count('waiting'),
      besides(db, caller.seat),
      countQuiet(db, 'mine', caller.seat, today),
      renews ? countToRenew(db, today) : undefined,
      reviews ? countToReview(db) : undefined,
    ]);
    return { answer: { mine, team, unassigned, waiting, ...beside, ...quiet, agreements, emergencies }, charts: [] };
  });
}

function afterOf(text: string | undefined): After | null {
  const [due, chart, ...key] = text?.split('|') ?? [];
  return due && chart && key.length > 0 ? { due, chart, key: key.join('|') } : null;
}
