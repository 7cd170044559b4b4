import type { FastifyInstance } from 'fastify';
import { decide } from '#modules/access/permissions.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { readSeatHome } from './contract.ts';
import { ownAgency, ownShift, relatedYouth } from './queries.ts';

/** What a seat begins with. Rosters are for colleagues: a seat of another house is told of no shift. */
export function seatHomeRoutes(app: FastifyInstance, deps: RouteDeps): void {
  mountRead(app, deps, readSeatHome, async ({ db, caller, actor }) => {
    const reader = await actor();
    const named = decide('chart.read', reader, []).yes;
    const agency = await ownAgency(db, reader.agency);
    const shift = decide('on-call.read', reader, []).yes ? await ownShift(db, caller.seat) : null;
    const youth = await relatedYouth(db, caller.seat, reader.today, named);
    const { today, programme, locale: language } = reader;
    return { answer: { today, programme, language, agency, shift, youth }, charts: youth.map(({ chart }) => chart) };
  });
}
