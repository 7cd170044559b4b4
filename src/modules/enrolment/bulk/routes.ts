import type { FastifyInstance } from 'fastify';
import { mountAgencyCommand } from '#modules/record/agency-command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { askWhy } from '../commands/ask-why.ts';
import type { RatioOf } from '../routes.ts';
import * as contract from './contract.ts';
import { MOVE_CHARTS_JOB } from './move-charts-job.ts';
import { chartsOf, loadsOf } from './queries.ts';
import { shareOut } from './share-out.ts';

export function bulkRoutes(app: FastifyInstance, deps: RouteDeps & { readonly ratioOf: RatioOf }): void {
  mountRead(app, deps, contract.previewMoves, async ({ db, actor }, { body }) => {
    const { agency, programme, today } = await actor();
    const seats = [...new Set(body.to)];
    const [charts, loads] = await Promise.all([
      chartsOf(db, agency, body.from, body.charts ?? null),
      loadsOf(db, [...seats, ...(body.from ? [body.from] : [])], agency, today),
    ]);
    const takers = seats.map((seat) => loads.find((one) => one.seat === seat) ?? null);
    if (takers.includes(null)) throw wrongField('to', 'not-a-seat-here');
    const shared = shareOut(
      charts,
      takers.filter((one) => one !== null),
    );
    const { over, ...ratio } = deps.ratioOf(programme, agency, today);
    const after = (seat: string, load: number) =>
      load + shared.filter(({ to }) => to === seat).length - (seat === body.from ? shared.length : 0);
    return {
      answer: {
        ratio,
        moves: shared.map(({ chart, to }) => ({ ...chart, to })),
        loads: loads.map(({ seat, name, load }) => {
          const then = after(seat, load);
          return {
            seat,
            name,
            before: load,
            after: then,
            overRatio: over({ families: then }),
          };
        }),
      },
      charts: charts.map(({ chart }) => chart),
    };
  });
  mountAgencyCommand(app, deps, contract.applyMoves, async (command, { body }) => {
    const charts = body.moves.map(({ chart }) => chart);
    if (new Set(charts).size < charts.length) throw wrongField('moves', 'chart-twice');
    await askWhy(command, deps.ratioOf, body.moves, body.reason);
    await command.askJob(body.id, MOVE_CHARTS_JOB, body.moves.length, {
      moves: body.moves,
      reason: body.reason ?? null,
    });
    command.detail('charts', charts);
    return { job: body.id, charts: charts.length };
  });
}
