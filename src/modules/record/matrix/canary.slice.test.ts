import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { jsonLog } from '#platform/log/log.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { enrolYouth, requestsTo } from './enrolled-youth.builder.ts';

const CANARY = 'Zebrafinch';
const NOW = '2026-10-12T18:20:00Z';
const TODAY = '2026-10-12';
const logged: string[] = [];
let world: TestApp;
let ask: ReturnType<typeof requestsTo>;
let careManager: Seated;
let supervisor: Seated;
let csa: Seated;
let privacy: Seated;
let chart: string;

/** Everything people type about a youth carries the canary: names, situation, words, reasons, searches, and what goes wrong. */
beforeAll(async () => {
  world = await testApp(
    NOW,
    jsonLog(
      (line) => logged.push(line),
      () => Date.parse(NOW),
    ),
  );
  ask = requestsTo(world.app);
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  privacy = await addSeat(owner, { name: 'Ines Maro', capacity: 'privacy-officer', agency: 15 });
  chart = await enrolYouth(world.app, {
    csa,
    supervisor,
    careManager,
    agency: 15,
    on: TODAY,
    referral: { situation: `${CANARY} has nightmares.`, school: `${CANARY} School` },
  });
  await owner.query('update kinfold.youth set legal_last = $2, preferred_name = $2 where chart = $1', [chart, CANARY]);
  await owner.query(
    `insert into kinfold.name_key (chart, agency, holder, programme, kind, token) select id, agency, holder, programme, 'name', $2 from kinfold.chart where id = $1`,
    [chart, CANARY.toLowerCase()],
  );
  for (const who of [careManager, privacy])
    await owner.query('update kinfold.session set stepped_up_at = $2 where person = $1', [who.person, NOW]);
});
afterAll(() => world.stop());

async function useEverything(): Promise<void> {
  const { owed } = (await ask.get(careManager, `/api/charts/${chart}`)).json<{ owed: { key: string }[] }>();
  const [one, two, three] = owed.map(({ key }) => key);
  const note = { made: true, withWhom: ['youth'], how: 'video', on: TODAY, words: `${CANARY} spoke.` };
  const signed = (await ask.post(careManager, `/api/charts/${chart}/contacts`, note)).json<{
    answer: { contact: string };
  }>().answer.contact;
  const reason = `${CANARY} asked for it.`;
  const writes: [Seated, string, Record<string, unknown>][] = [
    [careManager, `/api/charts/${chart}/contacts/${signed}/amendment`, { ...note, reason }],
    [supervisor, `/api/charts/${chart}/duties/exemption`, { key: one, reason }],
    [supervisor, `/api/charts/${chart}/duties/exempt`, { key: one, reason }],
    [supervisor, `/api/charts/${chart}/duties/delegate`, { key: two, reason, to: careManager.seat }],
    [supervisor, `/api/charts/${chart}/duties/done-on`, { key: three, on: TODAY, evidence: reason }],
    [supervisor, `/api/charts/${chart}/care-manager`, { seat: careManager.seat, reason }],
    [careManager, `/api/charts/${chart}/facts`, { kind: CANARY, on: TODAY }],
    [careManager, `/api/charts/${chart}/facts`, { kind: 'missing.started', on: TODAY, data: { [CANARY]: CANARY } }],
    [careManager, `/api/emergency`, { identifier: CANARY, reason }],
    [
      csa,
      `/api/charts/${chart}/eligibility`,
      { on: TODAY, outcome: 'eligible', reasons: [reason], intensity: 'moderate' },
    ],
    [supervisor, `/api/charts/${chart}/enrolment/end`, { on: TODAY, ground: 'written-request', reason }],
  ];
  for (const [who, url, body] of writes) await ask.post(who, url, body);
  await ask.post(careManager, '/api/search', { text: CANARY });
  for (const url of [
    `/api/search?q=${CANARY}`,
    `/api/charts/${CANARY}`,
    `/api/${CANARY}`,
    `/${CANARY}`,
    `/api/audit/trail?operation=${CANARY}`,
  ]) {
    for (const who of [careManager, privacy]) await ask.get(who, url);
  }
  await world.app.inject({
    method: 'POST',
    url: `/api/charts/${chart}/contacts`,
    headers: { ...careManager.headers, 'content-type': 'application/json' },
    payload: `{"words": "${CANARY}`,
  });
}

/** A defect of ours, too, must be told without what it was about: here the database is made to refuse with the row in its words. */
async function breakSomething(): Promise<void> {
  await world.pools.owner.query(`alter table kinfold.contact add constraint broken check (words not like '%fails%')`);
  const note = { made: true, withWhom: ['youth'], how: 'video', on: TODAY, words: `${CANARY} fails.` };
  const answer = await ask.post(careManager, `/api/charts/${chart}/contacts`, note);
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain(CANARY);
  expect(logged.length).toBeGreaterThan(0);
}

test('a canary in everything typed is found in no log, audit detail, fact, job or metric', async () => {
  await useEverything();
  await breakSomething();
  const { owner } = world.pools;
  const planted = await owner.query(
    `select (select count(*) from kinfold.contact where words like $1)::int as notes, (select count(*) from kinfold.duty_decision where reason like $1 or evidence like $1)::int as decisions`,
    [`%${CANARY}%`],
  );
  expect(planted.rows[0]?.notes).toBeGreaterThan(1);
  expect(planted.rows[0]?.decisions).toBeGreaterThan(1);
  const like = `%${CANARY}%`;
  for (const [what, sql] of [
    [
      'audit details',
      'select operation, details from kinfold.audit_event where details::text ilike $1 or operation ilike $1',
    ],
    ['facts', 'select kind, data from kinfold.fact where data::text ilike $1 or kind ilike $1'],
    ['duties', 'select key from kinfold.duty where to_jsonb(duty)::text ilike $1'],
    ['jobs', 'select name, data from kinfold.job_request where data::text ilike $1'],
    ['answers to repetitions', 'select answer from kinfold.write where answer::text ilike $1'],
  ] as const) {
    expect((await owner.query(sql, [like])).rows, what).toEqual([]);
  }
  expect(logged.filter((line) => line.toLowerCase().includes(CANARY.toLowerCase()))).toEqual([]);
  const metrics = await world.app.inject({ method: 'GET', url: '/metrics' });
  expect(metrics.body.toLowerCase()).not.toContain(CANARY.toLowerCase());
});

test('the same holds for a problem answer: it names fields and codes, never what was typed', async () => {
  const wrong = await ask.post(careManager, `/api/charts/${chart}/contacts`, {
    id: randomUUID(),
    made: CANARY,
    how: CANARY,
    on: CANARY,
    words: 7,
  });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).not.toContain(CANARY);
});
