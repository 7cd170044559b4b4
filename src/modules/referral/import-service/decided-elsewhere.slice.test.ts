import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { HEADER, importFile, rowOf } from './testing/imported-file.builder.ts';

const FILE = [
  HEADER,
  rowOf('P-01', 'Imani', 'Boateng', { telephone: '(908) 555-0142' }),
  rowOf('P-02', 'Orsolya', 'Quade', { telephone: '(908) 555-0177' }),
].join('\n');

let world: TestApp;
let csa: Seated;
let lead: Seated;
let elsewhere: Seated;
let stopJobs: () => Promise<void>;

beforeAll(async () => {
  world = await testApp('2026-03-02T15:00:00Z');
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  lead = await addSeat(owner, { name: 'Iris Cole', capacity: 'agency-lead', agency: 15 });
  elsewhere = await addSeat(owner, { name: 'Lee Park', capacity: 'agency-lead', agency: 1 });
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

const post = (who: Seated, url: string, body: Record<string, unknown>) =>
  world.app.inject({ method: 'POST', url, headers: who.headers, payload: { id: randomUUID(), ...body } });
const get = async (url: string) => (await world.app.inject({ method: 'GET', url, headers: lead.headers })).json();

test('a row of an organization’s own file goes on by recording what the administrator decided of it', async () => {
  const imported = await importFile(world.app, lead, FILE, { fileName: 'sent-in-february.csv' });
  const chart = imported.results[0]?.chart;
  const recorded = { document: 'Letter 4', decidedOn: '2026-02-21', assignedAt: '2026-02-23T14:00:00Z' };
  const record = (who: Seated, more: Partial<typeof recorded> = {}) =>
    post(who, `/api/charts/${chart}/referral/recorded`, { recorded: { ...recorded, ...more } });
  expect((await record(csa)).statusCode).toBe(404);
  expect((await record(elsewhere)).statusCode).toBe(404);
  const toCome = await record(lead, { decidedOn: '2026-03-03' });
  expect(toCome.json().problems).toEqual([{ field: 'recorded.decidedOn', code: 'has-not-happened' }]);
  const done = await record(lead);
  expect(done.statusCode, done.body).toBe(200);
  const opened = await get(`/api/charts/${chart}/referral`);
  expect(opened).toMatchObject({
    stage: 'accepted',
    decisions: [
      { outcome: 'eligible', decidedOn: '2026-02-21', recorded: true, document: 'Letter 4', by: 'Iris Cole' },
    ],
    assignments: [{ toAgency: 15, onDay: '2026-02-23', state: 'accepted' }],
  });
  expect((await record(lead)).json().code).toBe('decided-meanwhile');
});

test('what went another way is recorded too and waits no longer; looked at again it is sent after all, and the first stays', async () => {
  const imported = await importFile(world.app, lead, FILE, { fileName: 'sent-in-february.csv' });
  const chart = imported.results[1]?.chart;
  const record = (more: Record<string, unknown>) =>
    post(lead, `/api/charts/${chart}/referral/recorded`, { recorded: { document: 'Letter 5', ...more } });
  expect((await record({ decidedOn: '2026-02-21' })).json().problems).toEqual([
    { field: 'recorded.assignedAt', code: 'missing' },
  ]);
  const no = await record({ decidedOn: '2026-02-21', outcome: 'short-term' });
  expect(no.statusCode, no.body).toBe(200);
  const opened = () => get(`/api/charts/${chart}/referral`);
  const first = await opened();
  expect(first).toMatchObject({ stage: 'other-path', decisions: [{ outcome: 'short-term', recorded: true }] });
  const waits = async (stage: string) =>
    (await get(`/api/referrals?stage=${stage}`)).items.some((one: { chart: string }) => one.chart === chart);
  expect([await waits('all'), await waits('other-path')]).toEqual([false, true]);

  const sent = { decidedOn: '2026-02-27', assignedAt: '2026-02-28T14:00:00Z' };
  expect((await record(sent)).json().code).toBe('decided-meanwhile');
  const again = { ...sent, reconsiders: first.decisions[0].id };
  expect((await record(again)).json().problems).toEqual([{ field: 'reconsiderReason', code: 'missing' }]);
  const done = await record({ ...again, reconsiderReason: 'The family asked for it.' });
  expect(done.statusCode, done.body).toBe(200);
  expect(await opened()).toMatchObject({
    stage: 'accepted',
    decisions: [{ outcome: 'short-term' }, { outcome: 'eligible', supersedes: first.decisions[0].id, recorded: true }],
    assignments: [{ toAgency: 15, onDay: '2026-02-28', state: 'accepted' }],
  });
});
