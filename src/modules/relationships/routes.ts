import type { FastifyInstance } from 'fastify';
import { decide } from '#modules/access/permissions.ts';
import { notFound } from '#modules/record/refusal.ts';
import { mountCommand, mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { familyOf } from '#modules/youth/queries.ts';
import { endRelation } from './commands/end-relation.ts';
import { relate } from './commands/relate.ts';
import * as contract from './contract.ts';
import { confirmedOf, seatsToRelate, whoMaySee } from './queries.ts';

export function relationshipRoutes(app: FastifyInstance, deps: RouteDeps): void {
  mountRead(app, deps, contract.readWhoMaySee, async ({ db, actor, caller }, { params: { chart } }) => {
    const reader = await actor();
    const { today } = reader;
    const family = await familyOf(db, chart, today);
    if (!family) throw notFound();
    const confirmed = confirmedOf(family);
    const authorities = family.relatives
      .filter(({ id, to }) => to === null && confirmed.includes(id))
      .map(({ id, name }) => ({ relative: id, name }));
    const { related, own } = await whoMaySee(db, chart, family, caller.seat);
    const mayGive = decide('relation.give', reader, own).yes;
    return { answer: { today, related, mayGive, authorities }, chart };
  });
  mountRead(app, deps, contract.findSeats, async ({ db }, { params: { chart }, body }) => ({
    answer: { found: await seatsToRelate(db, chart, body.text) },
    chart,
  }));
  mountCommand(app, deps, contract.relate, (command, { body }) => relate(command, body));
  mountCommand(app, deps, contract.endRelation, (command, { body }) => endRelation(command, body));
}
