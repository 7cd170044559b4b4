import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { entered } from '#modules/record/testing/request-connection.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import type { EmergencyAccess } from './contract.ts';

const NOW = '2026-10-12T18:20:00Z';
const BORN = '2012-03-04' as IsoDay;
let world: TestApp;
let csa: Seated;
let supervisor: Seated;
let ask: ReturnType<typeof requestsTo>;
let assigned: Seated;
let colleague: Seated;
let agencyWide: Seated;
let privacy: Seated;
let chart: string;
let number: number;

/** In agency 1 staff reach the charts assigned to them, in agency 15 every chart of the agency. */
beforeAll(async () => {
  world = await testApp(NOW);
  ask = requestsTo(world.app);
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 1 });
  assigned = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 1 });
  colleague = await addSeat(owner, { name: 'Sol Reyes', capacity: 'care-manager', agency: 1 });
  privacy = await addSeat(owner, { name: 'Ines Maro', capacity: 'privacy-officer', agency: 1 });
  agencyWide = await addSeat(owner, { name: 'Kit Lowell', capacity: 'care-manager', agency: 15 });
  chart = await enrolYouth(world.app, {
    csa,
    supervisor,
    careManager: assigned,
    agency: 1,
    on: '2026-10-12',
    referral: {
      cyberId: '77120045',
      youth: {
        ...referralDraft().youth,
        firstName: 'Zoë',
        lastName: 'O’Brien-Núñez',
        preferredName: 'Jo',
        birthDay: BORN,
      },
    },
  });
  await owner.query(`update kinfold.agency set staff_reach = 'assigned' where id = 1`);
  await owner.query(
    `insert into kinfold.identifier (chart, agency, holder, programme, kind, value, from_day)
    select id, 1, 1, programme, 'other', 'X-4711', '2026-10-12' from kinfold.chart where id = $1`,
    [chart],
  );
  const found = await owner.query<{ number: number }>('select number from kinfold.chart where id = $1', [chart]);
  number = found.rows[0]?.number ?? 0;
});
afterAll(() => world.stop());

const steppedUp = (who: Seated) =>
  world.pools.owner.query('update kinfold.session set stepped_up_at = $2 where person = $1', [who.person, NOW]);
const REASON = 'The mobile response team is with the family and asks for the crisis plan.';
const take = (who: Seated, wish: Record<string, unknown>) =>
  ask.post(who, '/api/emergency', { reason: REASON, ...wish });
const opens = async (who: Seated) => (await ask.get(who, `/api/charts/${chart}`)).statusCode;
/** As if every emergency had begun five hours earlier: the longest is over. */
const timeIsUp = () =>
  world.pools.owner.query(
    `update kinfold.emergency_access set from_at = from_at - interval '5 hours', to_at = to_at - interval '5 hours'`,
  );
const forgetTries = () => world.pools.owner.query(`delete from kinfold.sign_in_wait where kind = 'emergency'`);
const events = async (operation: string) =>
  (
    await world.pools.owner.query(
      `select person, chart, outcome, details from kinfold.audit_event where operation = $1 order by id`,
      [operation],
    )
  ).rows;

/** What the navigation tells of emergency access, which nobody but the privacy officer is told. */
const told = async (who: Seated): Promise<number | undefined> =>
  (await ask.get(who, '/api/worklist/counts')).json<{ emergencies?: number }>().emergencies;

test('asks for a second proof of identity, a reason, and one way to name the chart', async () => {
  expect((await take(colleague, { number })).json()).toMatchObject({ status: 401, code: 'step-up-needed' });
  await steppedUp(colleague);
  const whole = { name: 'Rosa Vargas', born: '2012-03-04' };
  for (const wrong of [
    { number, reason: 'because' },
    { number, identifier: 'X-4711' },
    { number, ...whole },
    { name: whole.name },
    { born: whole.born },
    {},
    { number, minutes: 241 },
  ]) {
    expect((await take(colleague, wrong)).statusCode, JSON.stringify(wrong)).toBe(422);
  }
});

test('opens the chart for its time and no other; the privacy officer is told and reviews', async () => {
  expect(await opens(colleague)).toBe(404);
  const body = { id: randomUUID(), number, minutes: 30 };
  const taken = await take(colleague, body);
  expect(taken.json(), taken.body).toMatchObject({ outcome: 'taken', chart });
  expect((await take(colleague, body)).json()).toEqual(taken.json());
  expect(await opens(colleague)).toBe(200);
  expect((await ask.get(colleague, '/api/emergency/own')).json()).toMatchObject({ emergencies: [{ chart }] });
  expect((await take(colleague, { number })).json()).toMatchObject({ outcome: 'already-within-reach' });
  expect(await events('emergency.taken')).toEqual([
    expect.objectContaining({ person: colleague.person, chart, outcome: 'done' }),
  ]);
  const jobs = await world.pools.owner.query(`select data from kinfold.job_request where name = 'emergency.to-review'`);
  expect(jobs.rows).toEqual([{ data: { emergency: body.id, agency: 1 } }]);

  await timeIsUp();
  expect(await opens(colleague)).toBe(404);

  const waiting = (await ask.get(privacy, '/api/emergency')).json<{
    toReview: number;
    emergencies: EmergencyAccess[];
  }>();
  expect(waiting).toMatchObject({
    toReview: 1,
    emergencies: [{ id: body.id, by: 'Sol Reyes', reason: REASON, open: false, number }],
  });
  expect([await told(privacy), await told(colleague)]).toEqual([1, undefined]);
  const review = `/api/emergency/${body.id}/review`;
  expect((await ask.post(colleague, review, { words: 'All in order.' })).statusCode).toBe(403);
  expect((await ask.post(privacy, review, { words: 'All in order; the team confirmed the call.' })).statusCode).toBe(
    200,
  );
  expect((await ask.post(privacy, review, { words: 'Twice.' })).json()).toMatchObject({ code: 'reviewed-meanwhile' });
  expect((await ask.get(privacy, '/api/emergency')).json()).toEqual({ toReview: 0, emergencies: [] });
  expect(await told(privacy)).toBe(0);
  expect((await ask.get(privacy, '/api/emergency?state=all')).json()).toMatchObject({
    emergencies: [{ reviewedBy: 'Ines Maro' }],
  });
});

test('is found by an exact identifier, never by the beginning of one', async () => {
  expect((await take(colleague, { identifier: 'X-47' })).statusCode).toBe(404);
  expect((await take(colleague, { identifier: 'X-4711', minutes: 5 })).json()).toMatchObject({
    outcome: 'taken',
    chart,
  });
  await timeIsUp();
});

test.each([
  ['the legal name', 'Zoë O’Brien-Núñez'],
  ['without accents, marks or capitals', "zoe  o'brien nunez"],
  ['the preferred name', 'Jo O’Brien-Núñez'],
])('is found by a whole name and the birth day: %s', async (_, name) => {
  await forgetTries();
  await steppedUp(colleague);
  expect((await take(colleague, { name, born: BORN, minutes: 5 })).json()).toMatchObject({ outcome: 'taken', chart });
  expect((await events('emergency.asked')).at(-1)).toMatchObject({ details: { outcome: 'taken', by: 'name' } });
  await timeIsUp();
});

test('is not found by less than both, nor by what sounds alike; every answer is the same, and says no name', async () => {
  await forgetTries();
  const nobody = await take(colleague, { number: 999_999_999 });
  for (const [name, born] of [
    ['Zoë O’Brien', BORN],
    ['O’Brien-Núñez Zoë', BORN],
    ['Zoey O’Brien-Núñez', BORN],
    ['Zoë O’Brien-Núñez', '2012-03-05'],
  ] as const) {
    await forgetTries();
    const answer = await take(colleague, { name, born });
    expect([answer.statusCode, answer.json()], name).toEqual([404, nobody.json()]);
  }
  const tries = await events('emergency.take');
  expect(tries.at(-1)).toMatchObject({ person: colleague.person, chart: null, outcome: 'refused' });
  expect(JSON.stringify(tries)).not.toMatch(/brien|2012-03/i);
});

test('two of one name and birth day are nobody, and another agency’s is nobody', async () => {
  const { owner } = world.pools;
  const youth = { ...referralDraft().youth, firstName: 'Ivy', lastName: 'Marsh', birthDay: BORN };
  const other = await enrolYouth(world.app, {
    csa,
    supervisor,
    careManager: assigned,
    agency: 1,
    on: '2026-10-12',
    referral: { youth },
  });
  // One of another agency is not counted among them either: it would tell that it is there.
  await owner.query(
    `with c as (insert into kinfold.chart (id, agency, holder, programme, opened_on) values (gen_random_uuid(), 15, 15, 'nj-cmo', $1) returning *),
       y as (insert into kinfold.youth (chart, agency, holder, programme, legal_first, legal_last, born)
         select id, 15, 15, programme, 'Ivy', 'Marsh', $1 from c returning *)
     insert into kinfold.name_key (chart, agency, holder, programme, kind, token) select chart, 15, 15, programme, 'whole', 'ivy marsh' from y`,
    [BORN],
  );
  await steppedUp(colleague);
  await forgetTries();
  expect((await take(colleague, { name: 'Ivy Marsh', born: BORN, minutes: 5 })).json()).toMatchObject({ chart: other });
  await timeIsUp();
  await owner.query(
    `update kinfold.name_key set token = 'ivy marsh' where chart = $1 and kind = 'whole' and token like 'zoe %'`,
    [chart],
  );
  const twice = await take(colleague, { name: 'Ivy Marsh', born: BORN });
  await steppedUp(agencyWide);
  const away = await take(agencyWide, { name: 'Jo O’Brien-Núñez', born: BORN });
  expect([twice.statusCode, twice.json()]).toEqual([404, away.json()]);
  await owner.query(
    `update kinfold.name_key set token = 'zoe obrien nunez' where chart = $1 and kind = 'whole' and token = 'ivy marsh'`,
    [chart],
  );
});

test('of one youth with two charts the one in care is opened, and the other is named', async () => {
  const { owner } = world.pools;
  const youth = { ...referralDraft().youth, firstName: 'Fay', lastName: 'Linden', birthDay: BORN };
  const journey = { csa, supervisor, careManager: assigned, agency: 1, on: '2026-10-12', referral: { youth } };
  const [inCare, former] = [await enrolYouth(world.app, journey), await enrolYouth(world.app, journey)];
  await owner.query(`update kinfold.chart set stage = 'transitioned' where id = $1`, [former]);
  const { rows } = await owner.query<{ number: number }>('select number from kinfold.chart where id = $1', [former]);
  const named = { name: 'Fay Linden', born: BORN, minutes: 5 };
  await steppedUp(colleague);
  await forgetTries();
  // As long as nobody said that both are one youth, they may be two.
  expect((await take(colleague, named)).statusCode).toBe(404);
  await owner.query(
    `insert into kinfold.chart_link (chart, agency, holder, programme, other, kind) values ($1, 1, 1, 'nj-cmo', $2, 'same-person')`,
    [former, inCare],
  );
  await forgetTries();
  const taken = { outcome: 'taken', chart: inCare, others: [rows[0]?.number] };
  expect((await take(colleague, named)).json()).toMatchObject(taken);
  await timeIsUp();
  await owner.query('delete from kinfold.chart_link where chart = $1', [former]);
  await owner.query(
    `insert into kinfold.identifier (chart, agency, holder, programme, kind, value, from_day)
     select c, 1, 1, 'nj-cmo', 'medicaid', '880123', '2026-10-12' from unnest($1::uuid[]) c`,
    [[former, inCare]],
  );
  expect((await take(colleague, named)).json()).toMatchObject(taken);
  expect((await take(colleague, { identifier: '880123', minutes: 5 })).json()).toMatchObject({ chart: inCare });
  await timeIsUp();
  await steppedUp(assigned);
  // Every chart whose number was told stands in the trail, also where nothing was opened.
  expect((await take(assigned, named)).json()).toMatchObject({ outcome: 'already-within-reach', chart: inCare });
  for (const told of ['emergency.taken', 'emergency.not-needed'])
    expect((await events(told)).at(-1), told).toMatchObject({ chart: inCare, details: { others: [rows[0]?.number] } });
  expect((await take(colleague, { number: rows[0]?.number, minutes: 5 })).json()).toMatchObject({
    chart: former,
    others: [],
  });
  await timeIsUp();
  // The number copied to a sibling's chart: whose it is, nobody can say.
  await owner.query(`update kinfold.youth set born = '2014-07-08' where chart = $1`, [former]);
  await forgetTries();
  expect((await take(colleague, { identifier: '880123' })).statusCode).toBe(404);
});

test('guessing waits longer and longer, a chart one knows does not wash it away, and nobody else waits', async () => {
  await forgetTries();
  await steppedUp(colleague);
  const guess = (born: string) => take(colleague, { name: 'Zoë O’Brien-Núñez', born });
  for (const born of ['2012-01-01', '2012-01-02', '2012-01-03', '2012-01-04'])
    expect((await guess(born)).statusCode).toBe(404);
  expect((await take(colleague, { number, minutes: 5 })).json()).toMatchObject({ outcome: 'taken' });
  expect((await take(colleague, { number })).json()).toMatchObject({ outcome: 'already-within-reach' });
  await timeIsUp();
  await world.pools.owner.query(`update kinfold.sign_in_wait set failures = 14 where kind = 'emergency'`);
  expect((await guess('2012-01-05')).statusCode).toBe(404);
  const stopped = await take(colleague, { number });
  expect([stopped.statusCode, stopped.json().code]).toEqual([429, 'too-many-attempts']);
  expect(stopped.json().retryAfter).toBeGreaterThan(0);
  expect((await take(assigned, { number })).statusCode).not.toBe(429);
  const kept = await world.pools.owner.query(
    `select w::text as row from kinfold.sign_in_wait w where kind = 'emergency'`,
  );
  expect(JSON.stringify(kept.rows)).not.toContain(colleague.person);
  await forgetTries();
});

test('names and birth days cannot be read or tried past the door by SQL of one’s own', async () => {
  await steppedUp(colleague);
  await entered(world.pools, 'assigned', colleague, async ({ run, tried }) => {
    expect(await run(`select token from kinfold.name_key where kind = 'whole'`)).toEqual([]);
    expect(await run('select born from kinfold.youth')).toEqual([]);
    const door = 'select kinfold.take_emergency($1, $2, $3, $4, $5, $6, 60)';
    const values = (more: readonly unknown[]) => [randomUUID(), ...more, REASON];
    expect(await tried(door, values([null, null, 'zoe obrien nunez', null]))).toBe('22023');
    expect(await tried(door, values([number, null, 'nobody', BORN]))).toBe('22023');
    expect(await tried(door, values([null, null, 'zoe %', BORN]))).toBe('KF404');
    expect(await tried(door, values([null, null, 'zoe obrien nunez', BORN]))).toBe('done');
  });
});

test('stops at the agency’s door, and the try is on record', async () => {
  await forgetTries();
  await steppedUp(agencyWide);
  const away = await take(agencyWide, { number });
  const nowhere = await take(agencyWide, { number: 999_999_999 });
  expect([away.statusCode, away.json()]).toEqual([404, nowhere.json()]);
  expect(await events('emergency.take')).toContainEqual(
    expect.objectContaining({ person: agencyWide.person, outcome: 'refused', details: { code: 'not-found' } }),
  );
});

test('is nothing for whoever reaches the chart anyway', async () => {
  await steppedUp(assigned);
  expect((await take(assigned, { number })).json()).toMatchObject({
    outcome: 'already-within-reach',
    chart,
    until: null,
  });
  expect(await events('emergency.not-needed')).toContainEqual(
    expect.objectContaining({ person: assigned.person, chart }),
  );
});

test('is refused by the database too: to other capacities, and without a second proof', async () => {
  const lead = await addSeat(world.pools.owner, { name: 'Ola Brandt', capacity: 'agency-lead', agency: 1 });
  const fresh = await addSeat(world.pools.owner, { name: 'Wren Abbott', capacity: 'on-call', agency: 1 });
  for (const [who, pool] of [
    [lead, world.pools.staff],
    [fresh, world.pools.assigned],
  ] as const) {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`select kinfold.enter(sha256($1::bytea), $2)`, [Buffer.from(who.token), who.seat]);
      await expect(
        client.query('select kinfold.take_emergency($1, $2, null, null, null, $3, 60)', [randomUUID(), number, REASON]),
      ).rejects.toMatchObject({ code: 'KF403' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});

test('nobody sees another’s emergencies but the privacy officer of that agency', async () => {
  const elsewhere = await addSeat(world.pools.owner, { name: 'Mo Finch', capacity: 'privacy-officer', agency: 15 });
  expect((await ask.get(elsewhere, '/api/emergency?state=all')).json()).toEqual({ toReview: 0, emergencies: [] });
  expect((await ask.get(assigned, '/api/emergency/own')).json()).toEqual({ emergencies: [] });
});
