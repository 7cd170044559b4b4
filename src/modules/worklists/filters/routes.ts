import type { FastifyInstance } from 'fastify';
import { notFound, wrongField } from '#modules/record/refusal.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { listFilters, openWith, removeFilter, saveFilter } from './contract.ts';
import { dropFilter, keepFilter, openListWith, savedFilters } from './queries.ts';

const DONE = { answer: { done: true } } as const;

/** Filters of the worklist. They run as reads do, like drafts: entered, decided, and, being about nobody, not audited. */
export function filterRoutes(app: FastifyInstance, deps: RouteDeps): void {
  mountRead(app, deps, listFilters, async ({ db, caller }) => ({ answer: await savedFilters(db, caller.seat) }));
  mountRead(app, deps, saveFilter, async ({ db, caller, actor }, { params, body }) => {
    await actor();
    if (!(await keepFilter(db, caller.seat, params.filter, body))) throw wrongField('name', 'too-many');
    return DONE;
  });
  mountRead(app, deps, removeFilter, async ({ db, caller, actor }, { params }) => {
    await actor();
    if (!(await dropFilter(db, caller.seat, params.filter))) throw notFound();
    return DONE;
  });
  mountRead(app, deps, openWith, async ({ db, caller, actor }, { body }) => {
    await actor();
    if (!(await openListWith(db, caller.seat, body.filter))) throw notFound();
    return DONE;
  });
}
