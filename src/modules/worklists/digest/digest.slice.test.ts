import type { Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { jsonLog } from '#platform/log/log.ts';
import { smtpMailer } from '#platform/mail/mailer.ts';
import { mailServer } from '#platform/mail/testing/mail-server.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { digestJob } from './digest-job.ts';

/** A Monday, twenty past two in the afternoon in New Jersey. */
const MONDAY = '2026-10-12T18:20:00Z';
const ZONE = 'America/New_York';
const CANARY = 'Zebrafinch';

let world: TestApp;
let sink: { server: Server; port: number; lines: string[] };
let csa: Seated;
let supervisor: Seated;
let careManager: Seated;
const logged: string[] = [];

beforeAll(async () => {
  world = await testApp(MONDAY);
  sink = await mailServer();
  const { owner } = world.pools;
  // A number that no count can be taken for.
  await owner.query('alter table kinfold.chart alter number restart with 8675309');
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  supervisor = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'supervisor', agency: 15 });
  careManager = await addSeat(owner, { name: 'Ruth Osei', capacity: 'care-manager', agency: 15, supervisor });
  const officer = await addSeat(owner, { name: 'Helen Marchetti', capacity: 'privacy-officer', agency: 15 });
  const chart = await enrolYouth(world.app, { csa, supervisor, careManager, agency: 15, on: '2026-10-12' });
  const agreement = {
    kind: 'provider',
    withName: 'Harborlight Counseling',
    document: 'MOU binder 4',
    signedOn: '2023-09-01',
  };
  await requestsTo(world.app).post(supervisor, '/api/directory/agreements', agreement);
  await owner.query(
    'update kinfold.youth set legal_first = $2, legal_last = $2, preferred_name = $2 where chart = $1',
    [chart, CANARY],
  );
  for (const [who, email, locale] of [
    [supervisor, 'dana@fact.example', 'en'],
    [careManager, 'ruth@fact.example', 'es'],
    [officer, 'helen@fact.example', 'en'],
  ] as const)
    await owner.query('update kinfold.person set email = $2, locale = $3, email_proven = true where id = $1', [
      who.person,
      email,
      locale,
    ]);
});
afterAll(async () => {
  sink.server.close();
  await world.stop();
});

const run = (withMail = true) =>
  digestJob({
    ...world.routes,
    owner: world.pools.owner,
    shelf: world.shelf,
    publicUrl: 'https://kinfold.example.org',
    mailer: withMail ? smtpMailer(`smtp://127.0.0.1:${sink.port}`, 'kinfold@example.org') : null,
    log: jsonLog(
      (line) => logged.push(line),
      () => Date.parse(MONDAY),
    ),
  }).run({ data: { zone: ZONE }, signal: new AbortController().signal });
const sent = () => sink.lines.filter((line) => line.startsWith('RCPT')).map((line) => /<(.*)>/.exec(line)?.[1]);
const again = async () => {
  sink.lines.length = 0;
  logged.length = 0;
  await world.pools.owner.query('update kinfold.seat_preference set digest_of = null');
};
const mailed = () =>
  Buffer.from(
    sink.lines
      .join('\n')
      .replaceAll('=\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, '%$1'),
  ).toString();

test('care managers and supervisors get numbers and a link on Monday, once, each in their language', async () => {
  await run();
  expect(sent().sort()).toEqual(['dana@fact.example', 'ruth@fact.example']);
  const text = decodeURIComponent(mailed());
  expect(text).toContain('Subject: Your week in numbers');
  expect(text).toMatch(/Vence en los próximos 7 días: [1-9]/);
  expect(text).toMatch(/Your team: due in the next 7 days: [1-9]/);
  // For whom it is to renew them, and nobody else.
  expect(text).toContain('Agreements to renew: 1');
  expect(text).not.toContain('Acuerdos por renovar');
  expect(text).toContain('https://kinfold.example.org/app');
  sink.lines.length = 0;
  await run();
  expect(sent()).toEqual([]);
});

test('nothing about anybody is in it: no name, no chart number, nor in the log of it', async () => {
  await again();
  await run();
  const { rows } = await world.pools.owner.query<{ id: string; number: number }>(
    'select id, number from kinfold.chart',
  );
  const headersApart = decodeURIComponent(mailed()).replaceAll(/^(Message-ID|Date|EHLO|Received).*$/gim, '');
  for (const text of [headersApart, logged.join('\n')]) {
    expect(text).not.toContain(CANARY);
    for (const { id, number } of rows) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(String(number));
    }
    for (const name of ['Dana', 'Whitfield', 'Ruth', 'Osei']) expect(text).not.toContain(name);
  }
  expect(logged.join('\n')).not.toContain('@');
});

test('the numbers are those of the screen', async () => {
  await again();
  await run();
  const counts = (
    await world.app.inject({ method: 'GET', url: '/api/worklist?whose=mine', headers: careManager.headers })
  ).json<{ items: { due: string; standing: string }[] }>().items;
  const near = counts.filter(({ due, standing }) => standing !== 'late' && due >= '2026-10-12' && due <= '2026-10-18');
  expect(decodeURIComponent(mailed())).toContain(`Vence en los próximos 7 días: ${near.length}`);
});

test('a seat chooses: off for whom it usually comes to, on for others, and back to what is usual', async () => {
  const choose = (who: Seated, on: boolean | null) =>
    world.app.inject({ method: 'PUT', url: '/api/worklist/digest', headers: who.headers, payload: { on } });
  const choice = async (who: Seated) =>
    (await world.app.inject({ method: 'GET', url: '/api/worklist/digest', headers: who.headers })).json();
  expect(await choice(careManager)).toEqual({ on: true, usual: true });
  expect((await choose(careManager, false)).json()).toEqual({ on: false });
  expect(await choice(careManager)).toEqual({ on: false, usual: true });
  await again();
  await run();
  expect(sent()).toEqual(['dana@fact.example']);
  expect((await choose(careManager, null)).json()).toEqual({ on: true });
});

test('without a mail server nobody is shown it, nothing fails, and the log has the counts', async () => {
  await again();
  await run(false);
  expect(sent()).toEqual([]);
  expect(logged.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ message: 'weekly digest', seats: 2, sent: 0, unsent: 2, failed: 0 }),
  ]);
});

test('a message the mail server did not take is tried again in the next hour', async () => {
  const refusing = await mailServer(true);
  await again();
  const { port } = sink;
  sink.port = refusing.port;
  await run();
  sink.port = port;
  refusing.server.close();
  expect(logged.map((line) => JSON.parse(line)).at(-1)).toMatchObject({ sent: 0, failed: 2 });
  await run();
  expect(sent()).toHaveLength(2);
});

test('it is scheduled for Monday at seven where the agency is', async () => {
  const stop = await world.startJobs();
  const { rows } = await world.pools.owner.query('select name, cron, timezone, data from pgboss.schedule');
  await stop();
  expect(rows).toContainEqual({
    name: 'worklists.digest',
    cron: '0 7-12 * * 1',
    timezone: ZONE,
    data: { zone: ZONE },
  });
});

test('nothing is sent where nobody has shown that mail reaches them', async () => {
  const proven = (yes: boolean) =>
    world.pools.owner.query('update kinfold.person set email_proven = $2 where id = $1', [careManager.person, yes]);
  await proven(false);
  await again();
  await run();
  expect(sent()).toEqual(['dana@fact.example']);
  expect(logged.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ sent: 1, unsent: 1, failed: 0 })]);
  await proven(true);
});

test('a transfer that was given back is among those nobody answers for, as on the board', async () => {
  const { get, post } = requestsTo(world.app);
  const elsewhere = await addSeat(world.pools.owner, { name: 'Lee Park', capacity: 'supervisor', agency: 1 });
  const chart = await enrolYouth(world.app, { csa, supervisor, careManager, agency: 15, on: '2026-10-12' });
  const why = { reason: 'They live in Union after all.' };
  await post(supervisor, `/api/charts/${chart}/transfer`, { toAgency: 1, on: '2026-10-12', ...why });
  await post(elsewhere, `/api/charts/${chart}/assignment/answer`, {
    ...{ answer: 'returned', because: 'other-county', ...why },
  });
  const { unassigned } = (await get(supervisor, '/api/caseloads')).json<{ unassigned: { chart: string }[] }>();
  expect(unassigned.map((gap) => gap.chart)).toEqual([chart]);
  await again();
  await run();
  expect(decodeURIComponent(mailed())).toContain('Without a care manager: 1');
});

test('a supervisor limited to their team is told of it and of charts nobody answers for, and of no other', async () => {
  const { owner } = world.pools;
  const { get } = requestsTo(world.app);
  const seat = (name: string, capacity: 'supervisor' | 'care-manager', of?: Seated) =>
    addSeat(owner, { name, capacity, agency: 1, ...(of ? { supervisor: of } : {}) });
  const ada = await seat('Ada', 'supervisor');
  const ben = await seat('Ben', 'supervisor');
  const ann = await seat('Ann', 'care-manager', ada);
  const bob = await seat('Bob', 'care-manager', ben);
  for (const careOf of [ann, bob, bob, null])
    await enrolYouth(world.app, { csa, supervisor: ada, careManager: careOf, agency: 1, on: '2026-10-12' });
  await owner.query(`update kinfold.agency set staff_reach = 'assigned' where id = 1`);
  for (const [who, email] of [
    [ada, 'ada@bergen.example'],
    [ben, 'ben@bergen.example'],
  ] as const)
    await owner.query('update kinfold.person set email = $2, email_proven = true where id = $1', [who.person, email]);
  await again();
  await run();
  const mails = decodeURIComponent(mailed()).split(/^RCPT /m);
  const told = (email: string) => mails.find((mail) => mail.includes(email)) ?? '';
  for (const [who, email] of [
    [ada, 'ada@bergen.example'],
    [ben, 'ben@bergen.example'],
  ] as const) {
    const { items } = (await get(who, '/api/worklist?whose=team&limit=200')).json<{
      items: { due: string; standing: string }[];
    }>();
    const near = items.filter(({ due, standing }) => standing !== 'late' && due >= '2026-10-12' && due <= '2026-10-18');
    expect(near.length).toBeGreaterThan(0);
    expect(told(email), email).toContain(`Your team: due in the next 7 days: ${near.length}`);
    expect(told(email), email).toContain('Without a care manager: 1');
  }
  const inTeam = async (who: Seated) =>
    new Set(
      (await get(who, '/api/worklist?whose=team&limit=200'))
        .json<{ items: { chart: string }[] }>()
        .items.map(({ chart }) => chart),
    ).size;
  expect([await inTeam(ada), await inTeam(ben)]).toEqual([1, 2]);
});
