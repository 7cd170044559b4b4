import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

const HEADER =
  'referral_id,received_at,youth_first_name,youth_last_name,date_of_birth,county,zip,guardian_first_name,guardian_last_name,guardian_relationship,guardian_phone,domains,consent_to_refer,caller';
const FILE = `${HEADER}
R-1,2026-10-09,Ivy,Marsh,2013-05-26,Union,07201,Ana,Marsh,mother,(908) 555-0101,mental health,Y,parent
`;
let world: TestApp;
let ask: ReturnType<typeof requestsTo>;
let stopJobs: () => Promise<void>;
let ada: Seated;
let bob: Seated;
let lena: Seated;

beforeAll(async () => {
  world = await testApp('2026-10-12T15:00:00Z');
  ask = requestsTo(world.app);
  const { owner } = world.pools;
  lena = await addSeat(owner, { name: 'Lena', capacity: 'agency-lead', agency: 1 });
  ada = await addSeat(owner, { name: 'Ada', capacity: 'supervisor', agency: 1 });
  bob = await addSeat(owner, { name: 'Bob', capacity: 'care-manager', agency: 1 });
  await owner.query(`update kinfold.agency set staff_reach = 'assigned' where id = 1`);
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

interface Imported {
  state: string;
  counts: Record<string, number>;
  results: { row: number; chart: string | null; name: string | null; outcome: string; problems: { code: string }[] }[];
}
async function imported(who: Seated, text = FILE): Promise<Imported & { id: string }> {
  const id = randomUUID();
  const started = await ask.post(who, '/api/imports', { id, fileName: 'f.csv', text, source: 'letters' });
  expect(started.statusCode, started.body).toBe(200);
  for (;;) {
    const answer = (await ask.get(who, `/api/imports/${id}?limit=500`)).json<Imported>();
    if (answer.state !== 'running') return { ...answer, id };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Another team's from here on. */
async function toBob(chart: string): Promise<void> {
  await world.pools.owner.query(
    `insert into kinfold.relationship (chart, agency, holder, programme, id, seat, kind, from_day)
     select id, agency, holder, programme, $2, $3, 'accountable', '2026-10-12' from kinfold.chart where id = $1`,
    [chart, randomUUID(), bob.seat],
  );
  expect((await ask.get(ada, `/api/charts/${chart}`)).statusCode).toBe(404);
}
const charts = async () => (await world.pools.owner.query('select count(*)::int as n from kinfold.chart')).rows[0].n;

test('a file that comes twice changes nothing, though what it brought is out of its sender’s reach by now', async () => {
  const first = await imported(ada);
  const chart = first.results[0]?.chart ?? '';
  expect(first.counts, JSON.stringify(first)).not.toHaveProperty('unreadable');
  expect((await ask.get(ada, `/api/charts/${chart}/referral`)).statusCode).toBe(200);
  await toBob(chart);
  const before = await charts();
  const second = await imported(ada);
  expect(second.counts).toEqual({ 'already-here': 1 });
  // Of whom it is, nothing is told.
  expect(second.results).toMatchObject([{ chart: null, name: null }]);
  expect((await imported(lena)).results).toMatchObject([{ chart, name: 'Ivy Marsh' }]);
  expect(await charts()).toBe(before);
});

test('a row mended in the form comes in no second time either, as it was or mended, once another team has the youth', async () => {
  const file = (born: string) => `${HEADER}
R-7,2026-10-09,Ada,Moss,${born},Union,07201,Ana,Moss,mother,(908) 555-0102,mental health,Y,parent
,2026-10-09,Ida,Fenn,${born},Union,07201,Ann,Fenn,mother,(908) 555-0103,mental health,Y,parent
`;
  const came = await imported(ada, file('yesterday'));
  expect(came.counts).toEqual({ unreadable: 2 });
  const toMend = (await ask.get(ada, `/api/imports/${came.id}/rejects`)).body;
  const usual = referralDraft();
  for (const [index, externalId, firstName, lastName] of [
    [0, 'R-7', 'Ada', 'Moss'],
    [1, 'K-7', 'Ida', 'Fenn'],
  ] as const) {
    const youth = { ...usual.youth, firstName, lastName, birthDay: '2013-05-26' as IsoDay };
    const chart = randomUUID();
    const recorded = { document: 'Letter', decidedOn: '2026-10-12', assignedAt: '2026-10-12T14:00:00Z' };
    const mended = await ask.post(lena, '/api/referrals/recorded', {
      ...{ chart, recorded, referral: { ...usual, source: 'form', externalId, youth } },
      mends: { import: came.id, row: came.results[index]?.row },
    });
    expect(mended.statusCode, mended.body).toBe(200);
    await toBob(chart);
  }
  const before = await charts();
  expect((await imported(ada, file('yesterday'))).counts).toEqual({ 'already-here': 2 });
  expect(await charts()).toBe(before);
  // Whether the number means the same youth is asked: who it is here is not for this reader to know.
  const [again] = (await imported(ada, file('2013-05-26'))).results;
  expect(again).toMatchObject({ outcome: 'unreadable', chart: null, problems: [{ code: 'id-used-before' }] });
  const wereHere = await charts();
  const called = await imported(ada, toMend.replaceAll('yesterday', '2013-05-27'));
  expect(called.results.map(({ problems, chart }) => [problems[0]?.code, chart])).toEqual(
    Array(2).fill(['row-mended-before', null]),
  );
  expect(await charts()).toBe(wereHere);
});

test('who reaches some charts only records what the administrator decided, and a supervisor goes on with it', async () => {
  const { youth } = referralDraft();
  for (const [who, lastName] of [
    [ada, 'Okafor'],
    [bob, 'Lindqvist'],
  ] as const) {
    const chart = randomUUID();
    const written = await ask.post(who, '/api/referrals/recorded', {
      chart,
      referral: referralDraft({ externalId: `S-${lastName}`, youth: { ...youth, lastName } }),
      recorded: { decidedOn: '2026-10-12', assignedAt: '2026-10-12T14:00:00Z', document: 'Letter 17' },
    });
    expect(written.statusCode, written.body).toBe(200);
    // Nobody answers for it yet.
    const opened = await ask.get(ada, `/api/charts/${chart}/referral`);
    expect(opened.statusCode, opened.body).toBe(200);
  }
});
