import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import { settleEverything } from '#modules/referral/settled.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

let world: TestApp;
let csa: Seated;
let supervisor: Seated;
let dana: Seated;
let kim: Seated;
let lou: Seated;
let elsewhere: Seated;
let stopJobs: () => Promise<void>;
const charts: string[] = [];

const post = (who: Seated, url: string, body: Record<string, unknown>) =>
  world.app.inject({ method: 'POST', url, headers: who.headers, payload: { id: randomUUID(), ...body } });
const get = (who: Seated, url: string) => world.app.inject({ method: 'GET', url, headers: who.headers });

async function accepted(): Promise<string> {
  const chart = randomUUID();
  for (const [who, url, body] of [
    [csa, '/api/referrals', { chart, referral: referralDraft({ externalId: randomUUID() }) }],
    [
      csa,
      `/api/charts/${chart}/eligibility`,
      { on: '2026-10-12', outcome: 'eligible', reasons: ['all-conditions-met'], intensity: 'moderate' },
    ],
    [csa, `/api/charts/${chart}/assignment`, { toAgency: 15 }],
    [supervisor, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' }],
    [supervisor, `/api/charts/${chart}/care-manager`, { seat: dana.seat }],
  ] as const) {
    const answer = await post(who, url, body);
    expect(answer.statusCode, answer.body).toBe(200);
    if (url === '/api/referrals') await settleEverything(world.app, csa, chart);
  }
  return chart;
}

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  dana = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15, supervisor });
  kim = await addSeat(owner, { name: 'Kim Ortiz', capacity: 'care-manager', agency: 15, supervisor });
  lou = await addSeat(owner, { name: 'Lou Banks', capacity: 'care-manager', agency: 15, supervisor });
  elsewhere = await addSeat(owner, { name: 'Lee Park', capacity: 'supervisor', agency: 1 });
  for (let n = 0; n < 7; n += 1) charts.push(await accepted());
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

async function finished(who: Seated, job: string) {
  for (;;) {
    const answer = (await get(who, `/api/jobs/${job}`)).json();
    if (answer.state === 'finished' || answer.state === 'stopped') return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const heldBy = async (seat: string) =>
  (
    await world.pools.owner.query(
      `select chart from kinfold.relationship where seat = $1 and kind = 'accountable' and to_day is null order by 1`,
      [seat],
    )
  ).rows.map(({ chart }) => chart as string);
const factsOf = async (chart: string) =>
  (
    await world.pools.owner.query(
      `select count(*)::int as n from kinfold.fact where chart = $1 and kind = 'accountable.assigned'`,
      [chart],
    )
  ).rows[0].n as number;

test('the board says whose work stands on the reader’s own team list', async () => {
  const beside = await addSeat(world.pools.owner, { name: 'Ines Roca', capacity: 'supervisor', agency: 15 });
  const staff = async (who: Seated) =>
    (await get(who, '/api/caseloads'))
      .json()
      .careManagers.map(({ name, mine }: { name: string; mine: boolean }) => [name, mine]);
  expect(await staff(supervisor)).toEqual([
    ['Dana Whitfield', true],
    ['Kim Ortiz', true],
    ['Lou Banks', true],
  ]);
  expect(await staff(beside)).toEqual([
    ['Dana Whitfield', false],
    ['Kim Ortiz', false],
    ['Lou Banks', false],
  ]);
});

describe('moving a caseload', () => {
  test('the preview shares the charts out by load and changes nothing', async () => {
    const { moves, loads, ratio } = (
      await world.app.inject({
        method: 'POST',
        url: '/api/caseloads/moves/preview',
        headers: supervisor.headers,
        payload: { from: dana.seat, to: [kim.seat, lou.seat] },
      })
    ).json();
    expect(moves).toHaveLength(7);
    expect(ratio.source).toBeTruthy();
    expect(
      loads
        .map(({ name, before, after }: { name: string; before: number; after: number }) => [name, before, after])
        .sort(),
    ).toEqual([
      ['Dana Whitfield', 7, 0],
      ['Kim Ortiz', 0, 4],
      ['Lou Banks', 0, 3],
    ]);
    expect(await heldBy(dana.seat)).toHaveLength(7);
  });

  test('without a reason moves nothing that is somebody’s', async () => {
    const moves = charts.map((chart) => ({ chart, seat: kim.seat }));
    for (const reason of [undefined, null, '  ']) {
      const answer = await post(supervisor, '/api/caseloads/moves', { moves, reason });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().problems).toEqual([expect.objectContaining({ field: 'reason' })]);
    }
    expect(await heldBy(dana.seat)).toHaveLength(7);
  });

  test('one chart alone: instead of somebody or over the ratio asks why, a seat that has ended counts for nobody', async () => {
    const chart = charts.at(-1) ?? '';
    const path = `/api/charts/${chart}/care-manager`;
    for (const reason of [undefined, null]) {
      const answer = await post(supervisor, path, { seat: kim.seat, reason });
      expect([answer.statusCode, answer.json().problems]).toEqual([422, [{ field: 'reason', code: 'reason-needed' }]]);
    }
    expect((await post(supervisor, path, { seat: kim.seat, reason: '  ' })).statusCode).toBe(422);
    expect((await post(supervisor, path, { seat: dana.seat })).statusCode).toBe(200);
    const { owner } = world.pools;
    await owner.query(`update kinfold.seat set to_day = '2026-10-11' where id = $1`, [dana.seat]);
    const waiting = { from: null, to: [lou.seat] };
    const preview = await world.app.inject({
      ...{ method: 'POST', url: '/api/caseloads/moves/preview', headers: supervisor.headers, payload: waiting },
    });
    expect(preview.json().moves).toHaveLength(7);
    const full = await owner.query<{ chart: string }>(
      `with made as (insert into kinfold.chart (id, agency, holder, programme, opened_on, stage)
         select gen_random_uuid(), 15, 15, 'nj-cmo', '2026-10-12', 'ended' from generate_series(1, 10) returning id)
       insert into kinfold.relationship (chart, id, agency, holder, programme, seat, kind, from_day)
       select id, gen_random_uuid(), 15, 15, 'nj-cmo', $1, 'accountable', '2026-10-12' from made returning chart`,
      [lou.seat],
    );
    const eleventh = [
      await post(supervisor, path, { seat: lou.seat }),
      await post(supervisor, '/api/caseloads/moves', { moves: [{ chart, seat: lou.seat }] }),
    ];
    for (const answer of eleventh) expect(answer.json().problems).toEqual([{ field: 'reason', code: 'reason-needed' }]);
    const theirs = [full.rows.map((row) => row.chart)];
    await owner.query('delete from kinfold.relationship where chart = any ($1)', theirs);
    await owner.query('delete from kinfold.chart where id = any ($1)', theirs);
    await owner.query(`update kinfold.seat set to_day = null where id = $1`, [dana.seat]);
  });

  test('each chart is assigned as by hand, and what cannot be is said beside the rest', async () => {
    const [first, second, third] = charts as [string, string, string];
    const moves = [
      { chart: first, seat: kim.seat },
      { chart: second, seat: dana.seat },
      { chart: randomUUID(), seat: kim.seat },
      { chart: third, seat: elsewhere.seat },
    ];
    const body = { id: randomUUID(), moves, reason: 'Maternity leave' };
    const answers = await Promise.all([
      post(supervisor, '/api/caseloads/moves', body),
      post(supervisor, '/api/caseloads/moves', body),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(await finished(supervisor, body.id)).toMatchObject({ state: 'finished', done: 4, failed: 2 });
    const { rows } = (await get(supervisor, `/api/jobs/${body.id}/rows`)).json();
    expect(rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'moved',
      'already-theirs',
      'refused',
      'refused',
    ]);
    expect(rows[3].problems).toEqual([expect.objectContaining({ field: 'seat', code: 'not-a-care-manager-here' })]);
    // Who stays where they were is named, as long as the chart is the reader's to see.
    expect(rows.map(({ name }: { name: string | null }) => name)).toEqual([
      'Luz Vargas',
      'Luz Vargas',
      null,
      'Luz Vargas',
    ]);
    expect(rows[3].chart).toBe(third);
    expect(await heldBy(kim.seat)).toEqual([first]);
    expect([await factsOf(first), await factsOf(second), await factsOf(third)]).toEqual([2, 1, 1]);
  });

  test('stopped in the middle, it goes on without moving anything twice', async () => {
    const rest = charts.slice(1);
    const before = await Promise.all(rest.map(factsOf));
    await stopJobs();
    const id = randomUUID();
    await post(supervisor, '/api/caseloads/moves', {
      id,
      moves: rest.map((chart) => ({ chart, seat: lou.seat })),
      reason: 'Kim is leaving',
    });
    stopJobs = await world.startJobs();
    const done = async () =>
      (await world.pools.owner.query('select done from kinfold.job_progress where id = $1', [id])).rows[0]
        .done as number;
    while ((await done()) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await stopJobs();
    stopJobs = await world.startJobs();
    expect(await finished(supervisor, id)).toMatchObject({ done: rest.length, failed: 0 });
    expect(await heldBy(lou.seat)).toEqual([...rest].sort());
    expect(await Promise.all(rest.map(factsOf))).toEqual(before.map((n) => n + 1));
  });

  test('another agency’s supervisor moves nothing here, and a care manager nothing at all', async () => {
    const chart = charts[0] ?? '';
    expect((await post(dana, '/api/caseloads/moves', { moves: [{ chart, seat: lou.seat }] })).statusCode).toBe(403);
    const asked = (await post(elsewhere, '/api/caseloads/moves', { moves: [{ chart, seat: elsewhere.seat }] })).json();
    expect(await finished(elsewhere, asked.job)).toMatchObject({ done: 1, failed: 1 });
    expect((await get(elsewhere, `/api/jobs/${asked.job}/rows`)).json().rows).toEqual([
      { row: 0, chart: null, name: null, outcome: 'refused', problems: [{ field: 'chart', code: 'not-found' }] },
    ]);
    expect(await heldBy(kim.seat)).toEqual([chart]);
  });
});
