import type { FastifyInstance } from 'fastify';
import { mountCommand, type RouteDeps } from '#modules/record/routes.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { mendFact } from './commands/mend-fact.ts';
import { takeRowBack } from './commands/mend-row.ts';
import { recordedWrongly } from './contract.ts';

export function mendingRoutes(app: FastifyInstance, deps: RouteDeps): void {
  mountCommand(
    app,
    deps,
    recordedWrongly,
    async (command, { body: { id, what, instead, reason } }) => {
      if ('fact' in what) await mendFact(command, { id, reason }, what.fact, instead as IsoDay | null);
      else await takeRowBack(command, { id, reason }, what);
      return {};
    },
    { door: 'registered' },
  );
}
