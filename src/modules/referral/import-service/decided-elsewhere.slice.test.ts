import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { HEADER, importFile, rowOf } from './testing/imported-file.builder.ts';

const FILE = [HEADER, rowOf('P-01', 'Imani', 'Boateng', { telephone: '(908) 555-0142' })].join('\n');

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
