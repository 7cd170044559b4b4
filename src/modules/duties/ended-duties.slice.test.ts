import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addAgencies, addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

let world: TestApp;
let csa: Seated;
let supervisor: Seated;
let careManager: Seated;
let theirSupervisor: Seated;
let theirCareManager: Seated;

beforeAll(async () => {
  world = await testApp('2026-09-14T14:00:00Z');
  const { owner } = world.pools;
  await addAgencies(owner);
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15, supervisor });
  theirSupervisor = await addSeat(owner, { name: 'Lee Park', capacity: 'supervisor', agency: 1 });
  theirCareManager = await addSeat(owner, {
    name: 'Kim Ortiz',
    capacity: 'care-manager',
    agency: 1,
    supervisor: theirSupervisor,
  });
});
afterAll(() => world.stop());

interface Listed {
  readonly chart: string;
  readonly key: string;
  readonly rule: string;
  readonly standing: string;
}
const { post, get } = {
  post: (...args: Parameters<ReturnType<typeof requestsTo>['post']>) => requestsTo(world.app).post(...args),
  get: (...args: Parameters<ReturnType<typeof requestsTo>['get']>) => requestsTo(world.app).get(...args),
};
const listOf = async (who: Seated): Promise<Listed[]> => (await get(who, '/api/worklist?whose=mine')).json().items;
const rulesOf = async (who: Seated, chart: string) =>
  (await listOf(who)).filter((one) => one.chart === chart).map(({ rule }) => rule);
const stored = async (chart: string, rule: string) =>
  (
    await world.pools.owner.query(
      `select root, state, because, due::text, until::text from kinfold.duty where chart = $1 and rule = $2 order by root`,
      [chart, rule],
    )
  ).rows;

const enrolled = (on: string) => enrolYouth(world.app, { csa, supervisor, careManager, agency: 15, on });

describe('duties of an agency whose enrolment ended', () => {
  test('a transfer leaves what was missed in the history; the next agency owes only its own', async () => {
    await world.moveTo('2026-09-14T14:00:00Z');
    const chart = await enrolled('2026-09-14');
    await world.moveTo('2026-11-20T15:00:00Z');
    expect(await rulesOf(careManager, chart)).toContain('nj.first-isp');
    const transfer = await post(supervisor, `/api/charts/${chart}/transfer`, {
      toAgency: 1,
      on: '2026-11-20',
      reason: 'The family moved to the next county.',
    });
    expect(transfer.statusCode, transfer.body).toBe(200);
    expect(await stored(chart, 'nj.first-isp')).toEqual([
      expect.objectContaining({ state: 'missed', because: 'care-ended', due: '2026-10-14', until: '2026-11-20' }),
    ]);
    expect(await stored(chart, 'nj.first-contact')).toEqual([
      expect.objectContaining({ state: 'missed', until: '2026-11-20' }),
      expect.objectContaining({ state: 'open', due: '2026-11-21', until: null }),
    ]);

    await post(theirSupervisor, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' });
    await post(theirSupervisor, `/api/charts/${chart}/care-manager`, { seat: theirCareManager.seat });
    expect(await rulesOf(careManager, chart)).toEqual([]);
    const theirs = (await listOf(theirCareManager)).filter((one) => one.chart === chart);
    expect(theirs.map(({ rule }) => rule)).toContain('nj.first-contact');
    expect(theirs.some(({ standing }) => standing === 'missed')).toBe(false);
    expect(theirs.filter(({ rule }) => rule === 'nj.first-isp')).toEqual([]);
  });

  test('an ended enrolment leaves no worklist and no count, and the chart tells why', async () => {
    await world.moveTo('2026-11-21T15:00:00Z');
    const chart = await enrolled('2026-11-21');
    await world.moveTo('2027-02-15T15:00:00Z');
    const before = await rulesOf(careManager, chart);
    expect(before).toContain('nj.first-isp');
    const loads = async () =>
      (await get(supervisor, '/api/caseloads'))
        .json()
        .careManagers.find(({ seat }: { seat: string }) => seat === careManager.seat);
    expect((await loads()).charts).toBe(1);
    const ended = await post(supervisor, `/api/charts/${chart}/enrolment/end`, {
      on: '2027-02-15',
      ground: 'goals-met',
      reason: 'Every goal is met.',
    });
    expect(ended.statusCode, ended.body).toBe(200);
    expect(await rulesOf(careManager, chart)).toEqual([]);
    expect(await loads()).toMatchObject({ charts: 0, late: 0, soon: 0 });
    const [missed] = await stored(chart, 'nj.first-isp');
    const why = (
      await get(supervisor, `/api/charts/${chart}/duties/why?key=${encodeURIComponent(`nj.first-isp#${missed.root}`)}`)
    ).json();
    expect(why).toMatchObject({ state: 'missed', decidable: false });
    expect(why.words.join(' ')).toContain('Missed, and ended on 15 February 2027: it ended with the enrolment.');
  });
});
