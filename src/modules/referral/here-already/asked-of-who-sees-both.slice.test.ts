import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { entered } from '#modules/record/testing/request-connection.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

// Agency 1 limits its staff to charts. Ada supervises Ann, Ben supervises Bob; Lena leads, and Pia is the privacy officer.
const TODAY = '2026-10-12';
let world: TestApp;
let ask: ReturnType<typeof requestsTo>;
let stopJobs: () => Promise<void>;
const seats: Record<string, Seated> = {};
const who = (name: string): Seated => {
  const found = seats[name];
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};

beforeAll(async () => {
  world = await testApp(`${TODAY}T15:00:00Z`);
  ask = requestsTo(world.app);
  const { owner } = world.pools;
  for (const [name, capacity, agency] of [
    ['Noor', 'csa-coordinator', 100],
    ['Lena', 'agency-lead', 1],
    ['Pia', 'privacy-officer', 1],
    ['Quin', 'quality', 1],
    ['Ada', 'supervisor', 1],
    ['Ben', 'supervisor', 1],
    ['Ann', 'care-manager', 1],
    ['Bob', 'care-manager', 1],
    ['Cat', 'care-manager', 1],
    ['Gus', 'supervisor', 15],
  ] as const)
    seats[name] = await addSeat(owner, { name, capacity, agency });
  for (const [supervisor, seat] of [
    ['Ada', 'Ann'],
    ['Ben', 'Bob'],
  ] as const)
    await owner.query(`insert into kinfold.supervision (supervisor, seat, from_day) values ($1, $2, '2026-01-05')`, [
      who(supervisor).seat,
      who(seat).seat,
    ]);
  await owner.query(`update kinfold.agency set staff_reach = 'assigned' where id = 1`);
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

/** Another name for every situation, so that none meets another's youth. */
let youth: ReturnType<typeof referralDraft>['youth'];
const NAMES = [
  'Oriana Quill',
  'Thaddeus Brankov',
  'Isolde Fenwick',
  'Casimir Holt',
  'Wilhelmina Dray',
  'Ezekiel Marsh',
];
beforeEach(() => {
  const [firstName = '', lastName = ''] = (NAMES.shift() ?? `Perpetua ${randomUUID()}`).split(' ');
  youth = { ...referralDraft().youth, firstName, lastName, preferredName: null, birthDay: '2013-05-26' as IsoDay };
});

/** The youth as Bob’s, or another agency’s. */
const here = (agency = 1) =>
  enrolYouth(world.app, {
    ...{ csa: who('Noor'), supervisor: who(agency === 1 ? 'Lena' : 'Gus'), on: TODAY },
    ...{ careManager: agency === 1 ? who('Bob') : null, agency, referral: { youth } },
  });
const recorded = { decidedOn: TODAY, assignedAt: `${TODAY}T14:00:00Z`, document: 'Letter 17' };
/** The youth once more, as one of the staff writes down what the administrator sent; answers the chart once it was compared. */
async function records(name: string, told = youth): Promise<string> {
  const chart = randomUUID();
  const referral = referralDraft({ externalId: randomUUID(), youth: told });
  const answer = await ask.post(who(name), '/api/referrals/recorded', { chart, referral, recorded });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.json().answer.tasks).toEqual([]);
  await compared(chart);
  return chart;
}
async function compared(chart: string): Promise<void> {
  const trail = `select 1 from kinfold.audit_event where operation = 'referral.compared' and chart = $1`;
  await expect.poll(async () => (await world.pools.owner.query(trail, [chart])).rowCount, { timeout: 20_000 }).toBe(1);
}
const opened = async (name: string, chart: string) => {
  const answer = await ask.get(who(name), `/api/charts/${chart}/referral`);
  return answer.statusCode === 200 ? answer.json() : answer.statusCode;
};
const questions = async (name: string, chart: string) =>
  (await opened(name, chart)).tasks.filter(({ code }: { code: string }) => code === 'likely-duplicate');
const needing = async (name: string) => {
  const queue = (await ask.get(who(name), '/api/referrals?stage=needs-a-person')).json();
  return { count: queue.counts['needs-a-person'], charts: queue.items.map(({ chart }: { chart: string }) => chart) };
};

describe('a referral recorded by a supervisor who sees their own team’s youth', () => {
  test('is compared with all of the agency’s, and asked about of the agency’s lead, who compares and settles it', async () => {
    const bobs = await here();
    const before = await needing('Lena');
    const chart = await records('Ada');
    expect(await questions('Lena', chart)).toMatchObject([{ detail: { chart: bobs }, settledAt: null }]);
    const { duplicates, comparedBeyond } = await opened('Lena', chart);
    expect([duplicates.map((one: { chart: string }) => one.chart), comparedBeyond]).toEqual([[bobs], false]);
    const after = await needing('Lena');
    expect([after.count, after.charts.includes(chart)]).toEqual([before.count + 1, true]);

    const link = { other: bobs, kind: 'same-person', reason: 'Same birth day, same home.' };
    expect((await ask.post(who('Lena'), `/api/charts/${chart}/links`, link)).statusCode).toBe(200);
    expect(await questions('Lena', chart)).toMatchObject([{ answer: 'same-youth', note: link.reason }]);
    expect((await needing('Lena')).charts).not.toContain(chart);
    // It is the same link from either side, and undone from either.
    expect((await opened('Lena', bobs)).duplicates).toMatchObject([{ chart, linked: 'same-person' }]);
    const undo = { other: chart, kind: 'same-person', reason: 'Two cousins.' };
    expect((await ask.post(who('Lena'), `/api/charts/${bobs}/links/undo`, undo)).statusCode).toBe(200);
    const again = await questions('Lena', chart);
    expect(again.map(({ answer }: { answer: string | null }) => answer)).toEqual(
      expect.arrayContaining(['same-youth', null]),
    );
    expect((await opened('Lena', bobs)).duplicates).toMatchObject([{ chart, linked: null }]);
  });

  test('tells its recorder nothing: not the question, a count, a link, nor that one was made', async () => {
    const bobs = await here();
    const known = await records('Ada');
    const unknown = await records('Ada', { ...youth, firstName: 'Zebulon', lastName: 'Achterberg' });
    const shown = async (chart: string) => {
      const { tasks, duplicates, comparedBeyond } = await opened('Ada', chart);
      const queue = (await ask.get(who('Ada'), '/api/referrals?stage=all')).json();
      const listed = queue.items.find((one: { chart: string }) => one.chart === chart);
      const looks = (await ask.get(who('Ada'), `/api/charts/${chart}/looks`)).json().looks;
      const events = new Set(looks.map(({ operation }: { operation: string }) => operation));
      // Their own look at the trail comes with the second reading.
      events.delete('chart.looks-read');
      return { tasks, duplicates, comparedBeyond, openTasks: listed.openTasks, events: [...events].sort() };
    };
    const nothing = { tasks: [], duplicates: [], comparedBeyond: true, openTasks: [] };
    expect(await shown(known)).toMatchObject(nothing);
    expect(await shown(known)).toEqual(await shown(unknown));
    expect((await needing('Ada')).charts).not.toContain(known);
    const link = { other: bobs, kind: 'same-person', reason: 'Same birth day, same home.' };
    expect((await ask.post(who('Ada'), `/api/charts/${known}/links`, link)).statusCode).toBe(404);
    expect((await ask.post(who('Lena'), `/api/charts/${known}/links`, link)).statusCode).toBe(200);
    await opened('Lena', unknown);
    expect(await shown(known)).toEqual(await shown(unknown));
    await entered(world.pools, 'assigned', who('Ada'), async ({ run }) => {
      expect(await run('select chart from kinfold.chart where id = $1', [known])).toHaveLength(1);
      expect(await run(`select id from kinfold.review_task where code = 'likely-duplicate'`)).toEqual([]);
      expect(await run('select other from kinfold.chart_link')).toEqual([]);
    });
    // Whoever supervises the other’s care manager sees both, and so the question and its answer.
    await world.pools.owner.query(
      `insert into kinfold.supervision (supervisor, seat, from_day) values ($1, $2, '2026-10-12')`,
      [who('Ada').seat, who('Bob').seat],
    );
    expect(await questions('Ada', known)).toMatchObject([{ answer: 'same-youth' }]);
    await world.pools.owner.query('delete from kinfold.supervision where supervisor = $1 and seat = $2', [
      who('Ada').seat,
      who('Bob').seat,
    ]);
  });

  test('is the privacy officer’s to compare too, since an agency that limits its staff has one; not quality’s', async () => {
    const bobs = await here();
    const chart = await records('Ada');
    expect(await questions('Pia', chart)).toHaveLength(1);
    expect((await needing('Pia')).charts).toContain(chart);
    const link = { other: bobs, kind: 'not-same-person' };
    expect((await ask.post(who('Quin'), `/api/charts/${chart}/links`, link)).statusCode).toBe(403);
    expect((await ask.post(who('Pia'), `/api/charts/${chart}/links`, link)).statusCode).toBe(200);
    expect(await questions('Pia', chart)).toMatchObject([{ answer: 'another-youth' }]);
  });

  test('asks nothing about a youth of another agency', async () => {
    await here(15);
    const chart = await records('Ada');
    expect(await questions('Lena', chart)).toEqual([]);
  });
});

test('a file says nothing beforehand of other teams’ youth, and its rows are asked about afterwards', async () => {
  const bobs = await here();
  const { firstName, lastName } = youth;
  const text = `referral_id,received_at,youth_first_name,youth_last_name,date_of_birth,county,zip,guardian_first_name,guardian_last_name,guardian_relationship,guardian_phone,domains,consent_to_refer,caller
R-1,2026-10-09,${firstName},${lastName},2013-05-26,Union,07201,Ana,Marsh,mother,(908) 555-0101,mental health,Y,parent
`;
  const file = { fileName: 'f.csv', text, source: 'letters' };
  const preview = (await ask.post(who('Ada'), '/api/imports/preview', { ...file, id: undefined })).json();
  expect(preview.counts).toEqual({ outcomes: { registered: 1 }, tasks: {}, problems: {} });
  const id = randomUUID();
  expect((await ask.post(who('Ada'), '/api/imports', { id, ...file })).statusCode).toBe(200);
  const read = async (name: string) => (await ask.get(who(name), `/api/imports/${id}`)).json();
  await expect.poll(async () => (await read('Lena')).state, { timeout: 20_000 }).toBe('finished');
  const [row] = (await read('Lena')).results;
  await compared(row.chart);
  expect(await questions('Lena', row.chart)).toMatchObject([{ detail: { chart: bobs } }]);
  expect((await read('Lena')).results).toMatchObject([{ tasks: ['likely-duplicate'] }]);
  expect((await read('Ada')).results).toMatchObject([{ tasks: [], outcome: 'registered' }]);
});

describe('a care manager limited to charts who records a referral', () => {
  test('sees it until a care manager answers for it, and nobody else’s', async () => {
    const chart = await records('Ann');
    const sees = async (name: string) => [
      await opened(name, chart).then((one) => one !== 404),
      (await ask.get(who(name), `/api/charts/${chart}`)).statusCode === 200,
      (await ask.get(who(name), '/api/referrals?stage=all')).body.includes(chart),
    ];
    expect([await sees('Ann'), await sees('Cat')]).toEqual([
      [true, true, true],
      [false, false, false],
    ]);
    await entered(world.pools, 'assigned', who('Ann'), async ({ run, tried }) => {
      expect(await run('select id from kinfold.chart where id = $1', [chart])).toHaveLength(1);
      expect(await tried('select kinfold.recorded_charts($1, 1)', [who('Bob').seat])).toBe('42501');
    });
    await entered(world.pools, 'assigned', who('Cat'), async ({ run }) =>
      expect(await run('select id from kinfold.chart where id = $1', [chart])).toEqual([]),
    );
    const related = (await ask.get(who('Lena'), `/api/charts/${chart}/relations`)).json().related;
    expect(related).toMatchObject([{ kind: 'recorder', name: 'Ann', from: TODAY, to: null, standing: 'now' }]);

    const named = await ask.post(who('Lena'), `/api/charts/${chart}/care-manager`, { seat: who('Bob').seat });
    expect(named.statusCode, named.body).toBe(200);
    expect([await sees('Ann'), await sees('Bob')]).toEqual([
      [false, false, false],
      [true, true, true],
    ]);
    // A gap that comes later is no reason to open it again.
    await world.pools.owner.query(
      `update kinfold.relationship set from_day = '2026-10-01', to_day = '2026-10-11' where chart = $1`,
      [chart],
    );
    expect(await sees('Ann')).toEqual([false, false, false]);
  });

  test('sees it no longer once it went to another agency or care ended', async () => {
    const chart = await records('Ann');
    await world.pools.owner.query(`update kinfold.chart set stage = 'ended' where id = $1`, [chart]);
    expect(await opened('Ann', chart)).toBe(404);
  });
});
