import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { referralDraft } from './referral.builder.ts';

let world: TestApp;
let at: Desk;
let elsewhere: Seated;

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
  elsewhere = await addSeat(world.pools.owner, { name: 'Lee Park', capacity: 'supervisor', agency: 1 });
});
afterAll(() => world.stop());

const dario = { ...referralDraft().youth, firstName: 'Dario', lastName: 'Fenwick', birthDay: '2011-03-05' as IsoDay };
const opened = async (who: Seated, chart: string) => (await at.get(who, `/api/charts/${chart}/referral`)).json();
const codes = ({ tasks }: { tasks: readonly { readonly code: string }[] }) => tasks.map(({ code }) => code);

test('of a youth known at another organization the next one learns nothing: not the question, its answer, nor the link', async () => {
  const first = await at.heldChart({ youth: dario });
  const again = crypto.randomUUID();
  const referral = referralDraft({ externalId: 'again', youth: dario });
  await at.post(at.csa, '/api/referrals', { chart: again, referral });
  const [task] = (await opened(at.csa, again)).tasks;
  expect(task).toMatchObject({ code: 'likely-duplicate', detail: { chart: first } });
  const eligible = { on: '2026-10-12', outcome: 'eligible', reasons: ['all-conditions-met'], intensity: 'moderate' };
  const steps: [Seated, string, Record<string, unknown>][] = [
    [at.csa, 'links', { other: first, kind: 'same-person', reason: 'Same birth day, same home.' }],
    [at.csa, 'eligibility', eligible],
    [at.csa, 'assignment', { toAgency: 1, reason: 'They moved.' }],
    [elsewhere, 'assignment/answer', { answer: 'accepted' }],
  ];
  for (const [who, path, body] of steps) {
    const answer = await at.post(who, `/api/charts/${again}/${path}`, body);
    expect(answer.statusCode, `${path}: ${answer.body}`).toBe(200);
  }
  expect(codes(await opened(elsewhere, again))).toEqual([]);
  expect(codes(await opened(at.csa, again))).toEqual(['likely-duplicate']);
  const undo = { other: first, kind: 'same-person', reason: 'Not ours to say.' };
  expect((await at.post(elsewhere, `/api/charts/${again}/links/undo`, undo)).statusCode).toBe(404);
  expect((await at.post(at.csa, `/api/charts/${again}/links/undo`, undo)).statusCode).toBe(200);
});

test('a link between two charts of one organization is that organization’s to see', async () => {
  const [chart, other] = [await at.heldChart(), await at.heldChart()];
  await world.pools.owner.query(
    `insert into kinfold.chart_link (chart, agency, holder, programme, other, kind, reason) values ($1, 100, 15, 'nj-cmo', $2, 'same-person', 'As told.')`,
    [chart, other],
  );
  const { duplicates } = await opened(at.supervisor, chart);
  expect(duplicates.find((one: { chart: string }) => one.chart === other)).toMatchObject({ linked: 'same-person' });
});
