import { randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type pg from 'pg';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import { settleEverything } from '#modules/referral/settled.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';

/** Requests to the program under test; every write carries an id of its own unless one is given. */
export const requestsTo = (app: FastifyInstance) => ({
  post: (who: Seated, url: string, body: Readonly<Record<string, unknown>> = {}): Promise<LightMyRequestResponse> =>
    app.inject({ method: 'POST', url, headers: who.headers, payload: { id: randomUUID(), ...body } }),
  get: (who: Seated, url: string): Promise<LightMyRequestResponse> =>
    app.inject({ method: 'GET', url, headers: who.headers }),
});

export interface Journey {
  readonly csa: Seated;
  readonly supervisor: Seated;
  /** Who becomes accountable; null leaves the chart with nobody. */
  readonly careManager: Seated | null;
  readonly agency: number;
  readonly on: string;
  readonly referral?: Parameters<typeof referralDraft>[0];
}

/** One referral taken all the way to an enrolled youth. Answers the chart; throws with the answer of a step that was refused. */
export async function enrolYouth(app: FastifyInstance, journey: Journey): Promise<string> {
  const { csa, supervisor, careManager, agency, on } = journey;
  const chart = randomUUID();
  const { post } = requestsTo(app);
  const usual = referralDraft({ externalId: randomUUID() });
  const then = on as IsoDay;
  // Nothing of it may lie in the time to come.
  const told =
    then < usual.receivedOn ? { receivedOn: then, receivedAt: null, consent: { ...usual.consent, on: then } } : {};
  const steps: [Seated, string, Record<string, unknown>][] = [
    [csa, '/api/referrals', { chart, referral: { ...usual, ...told, ...journey.referral } }],
    [
      csa,
      `/api/charts/${chart}/eligibility`,
      { on, outcome: 'eligible', reasons: ['all-conditions-met'], intensity: 'moderate' },
    ],
    [csa, `/api/charts/${chart}/assignment`, { toAgency: agency, reason: 'The family asked for this organization.' }],
    [supervisor, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' }],
  ];
  if (careManager) steps.push([supervisor, `/api/charts/${chart}/care-manager`, { seat: careManager.seat }]);
  steps.push([
    supervisor,
    `/api/charts/${chart}/enrolment`,
    {
      on,
      language: 'Spanish',
      items: ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'],
      consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' },
    },
  ]);
  for (const [who, url, body] of steps) {
    const answer = await post(who, url, body);
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
    if (url === '/api/referrals') await settleEverything(app, csa, chart);
  }
  return chart;
}

/** Who a youth of agency 15 begins with. */
export interface EnrolledDesk {
  readonly ask: ReturnType<typeof requestsTo>;
  readonly csa: Seated;
  readonly supervisor: Seated;
  readonly careManager: Seated;
  /** Enrolled that day, with the care manager accountable. */
  readonly chart: string;
}

/** A supervisor, a care manager they supervise, and a youth enrolled that day. */
export async function enrolledDesk(
  { app, pools: { owner } }: { readonly app: FastifyInstance; readonly pools: { readonly owner: pg.Pool } },
  on: IsoDay,
): Promise<EnrolledDesk> {
  const csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  const supervisor = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'supervisor', agency: 15 });
  const careManager = await addSeat(owner, { name: 'Ruth Osei', capacity: 'care-manager', agency: 15, supervisor });
  const chart = await enrolYouth(app, { csa, supervisor, careManager, agency: 15, on });
  return { ask: requestsTo(app), csa, supervisor, careManager, chart };
}
