import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

let world: TestApp;
let csa: Seated;
let administrator: Seated;
let careManager: Seated;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  administrator = await addSeat(owner, { name: 'Winston Clarke', capacity: 'administrator', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
});
afterAll(() => world.stop());

const post = (who: Seated, url: string, body: Record<string, unknown>) =>
  world.app.inject({ method: 'POST', url, headers: who.headers, payload: { id: randomUUID(), ...body } });
const directory = async () =>
  (await world.app.inject({ method: 'GET', url: '/api/directory', headers: careManager.headers })).json();

const NUMBER = {
  base: 1,
  phone: '908-555-0100',
  phoneSource: 'read on the agency’s page',
  website: null,
  reason: 'New number.',
};

test('an administrator mends their own agency, and what was there stays readable', async () => {
  const answer = await post(administrator, '/api/directory/agencies/15', NUMBER);
  expect(answer.statusCode, answer.body).toBe(200);
  const { agencies, changes } = await directory();
  expect(agencies.find((agency: { id: number }) => agency.id === 15)).toMatchObject({ phone: NUMBER.phone });
  expect(changes[0]).toMatchObject({ agency: 15, by: 'Winston Clarke', before: { phone: '908-789-8500' } });
});

test.each([
  ['another agency’s entry', () => administrator, '/api/directory/agencies/1', NUMBER, 403],
  ['a care manager', () => careManager, '/api/directory/agencies/15', NUMBER, 403],
  [
    'a number without a source',
    () => administrator,
    '/api/directory/agencies/15',
    { ...NUMBER, phoneSource: null },
    422,
  ],
  [
    'who serves a county, by an agency',
    () => administrator,
    '/api/directory/areas',
    { base: 1, agency: 15, county: 'nj-essex', from: '2027-01-01', reason: 'Wanted.' },
    403,
  ],
  ['Pennsylvania’s payer, by New Jersey', () => csa, '/api/directory/agencies/900', NUMBER, 403],
] as const)('%s is refused', async (_what, who, url, body, status) => {
  expect((await post(who(), url, body)).statusCode).toBe(status);
});

test('from a day on another organization serves a county; exactly one on any day', async () => {
  const answer = await post(csa, '/api/directory/areas', {
    base: 1,
    agency: 1,
    county: 'nj-union',
    from: '2027-01-01',
    reason: 'Contract ended.',
  });
  expect(answer.statusCode, answer.body).toBe(200);
  const { areas, agencies } = await directory();
  const cmos = new Set(
    agencies.filter((one: { kind: string }) => one.kind === 'cmo').map((one: { id: number }) => one.id),
  );
  const union = areas.filter(
    (area: { county: string; agency: number }) => area.county === 'nj-union' && cmos.has(area.agency),
  );
  expect(union).toMatchObject([
    { agency: 15, to: '2026-12-31' },
    { agency: 1, from: '2027-01-01', to: null },
  ]);
});

test('who changes what somebody changed meanwhile is shown both, and nothing is overwritten', async () => {
  const url = '/api/directory/agencies/15';
  const before = (await directory()).agencies.find((agency: { id: number }) => agency.id === 15);
  const mine = { ...NUMBER, base: before.revision, phone: '908-555-0111' };
  const yours = { ...NUMBER, base: before.revision, phone: '908-555-0122' };
  const first = await post(administrator, url, mine);
  expect(first.json()).toEqual({ revision: before.revision + 1 });
  const second = await post(csa, url, yours);
  expect([second.statusCode, second.json()]).toMatchObject([
    409,
    {
      code: 'changed-meanwhile',
      yours: { phone: yours.phone },
      current: { phone: mine.phone, revision: before.revision + 1 },
    },
  ]);
  const after = (await directory()).agencies.find((agency: { id: number }) => agency.id === 15);
  expect(after).toMatchObject({ phone: mine.phone });
  expect((await post(csa, url, { ...yours, base: after.revision })).statusCode).toBe(200);
});

test('of two who say who serves a county from when, the second is shown what the first said', async () => {
  const area = { base: 1, agency: 1, county: 'nj-salem', from: '2027-01-01', reason: 'Contract ended.' };
  const answers = await Promise.all([
    post(csa, '/api/directory/areas', area),
    post(csa, '/api/directory/areas', { ...area, agency: 2 }),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  const refused = answers.find(({ statusCode }) => statusCode === 409)?.json();
  expect(refused.current).toMatchObject({ revision: 2 });
  expect(refused.current.served).toContainEqual({ agency: 3 - refused.yours.agency, from: '2027-01-01', to: null });
});
