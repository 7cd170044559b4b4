import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse as Answer } from 'fastify';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import { settleEverything } from '#modules/referral/settled.builder.ts';
import type { TestApp } from '../../../testing/test-app.ts';

/** A test file's charts are all one care manager's, more than the ratio allows without a reason. */
const MANY = 'All of a test’s charts are theirs.';

export interface Desk {
  readonly csa: Seated;
  readonly supervisor: Seated;
  readonly careManager: Seated;
  readonly stranger: Seated;
  readonly post: (who: Seated, url: string, body: Record<string, unknown>) => Promise<Answer>;
  readonly get: (who: Seated, url: string) => Promise<Answer>;
  /** A referral of Luz Vargas, accepted by agency 15. */
  readonly heldChart: (draft?: Partial<ReferralDraft>) => Promise<string>;
}

/** A coordinator, a supervisor and a care manager of agency 15, and somebody of another agency. */
export async function desk({ app, pools: { owner } }: TestApp): Promise<Desk> {
  const csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  const supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  const careManager = await addSeat(owner, {
    name: 'Dana Whitfield',
    capacity: 'care-manager',
    agency: 15,
    supervisor,
  });
  const stranger = await addSeat(owner, { name: 'Lee Park', capacity: 'care-manager', agency: 1 });
  const post: Desk['post'] = (who, url, body) =>
    app.inject({ method: 'POST', url, headers: who.headers, payload: { id: randomUUID(), ...body } });
  const get: Desk['get'] = (who, url) => app.inject({ method: 'GET', url, headers: who.headers });
  const heldChart: Desk['heldChart'] = async (draft = {}) => {
    const chart = randomUUID();
    const referral = referralDraft({ externalId: randomUUID(), ...draft });
    const eligible = { on: '2026-10-12', outcome: 'eligible', reasons: ['all-conditions-met'], intensity: 'moderate' };
    const steps: [Seated, string, Record<string, unknown>][] = [
      [csa, '/api/referrals', { chart, referral }],
      [csa, `/api/charts/${chart}/eligibility`, eligible],
      [csa, `/api/charts/${chart}/assignment`, { toAgency: 15 }],
      [supervisor, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' }],
      [supervisor, `/api/charts/${chart}/care-manager`, { seat: careManager.seat, reason: MANY }],
    ];
    for (const [who, url, body] of steps) {
      const answer = await post(who, url, body);
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
      if (url === '/api/referrals') await settleEverything(app, csa, chart);
    }
    return chart;
  };
  return { csa, supervisor, careManager, stranger, post, get, heldChart };
}
