import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { HEADER, importFile, rowOf } from './testing/imported-file.builder.ts';

const row = (id: string, first: string) => rowOf(id, first, 'Marchetti', { telephone: '(908) 555-0142' });

let world: TestApp;
let csa: Seated;
let stopJobs: () => Promise<void>;

beforeAll(async () => {
  world = await testApp('2026-03-02T15:00:00Z');
  csa = await addSeat(world.pools.owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

const post = (url: string, body: Record<string, unknown>) =>
  world.app.inject({ method: 'POST', url, headers: csa.headers, payload: { id: randomUUID(), ...body } });
const get = async (url: string) => (await world.app.inject({ method: 'GET', url, headers: csa.headers })).json();

test('the same youth on two rows is compared, linked and settled; undone, the question is put again', async () => {
  const { results } = await importFile(
    world.app,
    csa,
    [HEADER, row('T-01', 'Sofia'), row('T-02', 'Sophia')].join('\n'),
  );
  const [first, second] = results.map(({ chart }) => chart);
  const asked = async () =>
    (await get(`/api/charts/${second}/referral`)).tasks.filter(
      ({ code, settledAt }: { code: string; settledAt: string | null }) => code === 'likely-duplicate' && !settledAt,
    );
  const { duplicates } = await get(`/api/charts/${second}/referral`);
  expect(duplicates.map(({ chart }: { chart: string }) => chart)).toEqual([first]);
  const [task] = await asked();
  expect(task.detail).toMatchObject({ externalId: 'T-01', chart: first });
  const link = { other: first, kind: 'same-person', reason: 'The mother called twice.' };
  expect((await post(`/api/charts/${second}/links`, link)).statusCode).toBe(200);
  expect(await asked()).toEqual([]);
  const undo = { ...link, reason: 'Two cousins of one name.' };
  expect((await post(`/api/charts/${second}/links/undo`, undo)).statusCode).toBe(200);
  expect(await asked()).toMatchObject([{ detail: { chart: first } }]);
});
