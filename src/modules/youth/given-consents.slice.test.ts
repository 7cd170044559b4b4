import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { type Desk, desk } from './testing/held-chart.builder.ts';

let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

const family = async (chart: string) => (await at.get(at.careManager, `/api/charts/${chart}/family`)).json();

test('every yes on record says whose it was, to what, by what authority, when, how and in which language; and when it was taken back', async () => {
  const chart = await at.heldChart();
  const enrolled = await at.post(at.supervisor, `/api/charts/${chart}/enrolment`, {
    ...{ on: '2026-10-12', language: 'Spanish', items: ['family-rights', 'privacy-notice'] },
    consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' },
  });
  expect(enrolled.statusCode, enrolled.body).toBe(200);
  const referral = { purpose: 'referral', authority: 'parent', takenBack: null };
  const yes = {
    ...{ purpose: 'care-management', by: 'Rosa Vargas', authority: 'parent', on: '2026-10-12', method: 'signed' },
    ...{ language: 'Spanish', items: ['family-rights', 'privacy-notice'], takenBack: null },
  };
  expect((await family(chart)).given).toMatchObject([referral, yes]);
  const revoked = { kind: 'consent.revoked', on: '2026-10-12', data: { for: 'care-management' } };
  expect((await at.post(at.careManager, `/api/charts/${chart}/facts`, revoked)).statusCode).toBe(200);
  expect((await family(chart)).given).toMatchObject([referral, { ...yes, takenBack: '2026-10-12' }]);
});
