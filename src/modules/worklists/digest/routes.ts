import type { FastifyInstance } from 'fastify';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { statement } from '#platform/database/db.ts';
import { chooseDigest, readDigestChoice } from './contract.ts';
import { USUALLY } from './usual.ts';

const CHOICE = statement('worklists.digest', 'select digest from kinfold.seat_preference where seat = $1');
const CHOOSE = statement(
  'worklists.choose-digest',
  `insert into kinfold.seat_preference (seat, digest) values ($1, $2)
   on conflict (seat) do update set digest = excluded.digest`,
);

/** Whether one gets the weekly digest: asked and said on the account page. */
export function digestRoutes(app: FastifyInstance, deps: RouteDeps): void {
  mountRead(app, deps, readDigestChoice, async ({ db, caller, actor }) => {
    const choice = await db.query<{ digest: boolean | null }>(CHOICE, [caller.seat]);
    const usual = USUALLY.includes((await actor()).capacity);
    return { answer: { on: choice.rows[0]?.digest ?? usual, usual } };
  });
  mountRead(app, deps, chooseDigest, async ({ db, caller, actor }, { body }) => {
    const { capacity } = await actor();
    await db.query(CHOOSE, [caller.seat, body.on]);
    return { answer: { on: body.on ?? USUALLY.includes(capacity) } };
  });
}
