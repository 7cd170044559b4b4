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
    { agency: 15, county: 'nj-essex', from: '2027-01-01', reason: 'Wanted.' },
    403,
  ],
  ['Pennsylvania’s payer, by New Jersey', () => csa, '/api/directory/agencies/900', NUMBER, 403],
] as const)('%s is refused', async (_what, who, url, body, status) => {
  expect((await post(who(), url, body)).statusCode).toBe(status);
});

test('from a day on another organization serves a county; exactly one on any day', async () => {
  const answer = await post(csa, '/api/directory/areas', {
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
