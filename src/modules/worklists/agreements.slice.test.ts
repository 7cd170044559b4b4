import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

let world: TestApp;
let supervisor: Seated;
let careManager: Seated;
let elsewhere: Seated;

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  const { owner } = world.pools;
  supervisor = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'supervisor', agency: 15 });
  careManager = await addSeat(owner, { name: 'Ruth Osei', capacity: 'care-manager', agency: 15, supervisor });
  elsewhere = await addSeat(owner, { name: 'Lee Park', capacity: 'supervisor', agency: 1 });
});
afterAll(() => world.stop());

const counted = async (who: Seated): Promise<number | undefined> =>
  (await requestsTo(world.app).get(who, '/api/worklist/counts')).json().agreements;
async function agree(signedOn: string, kind = 'provider'): Promise<void> {
  const agreement = { kind, withName: 'Harborlight Counseling', document: 'MOU binder 4', signedOn };
  const answer = await requestsTo(world.app).post(supervisor, '/api/directory/agreements', agreement);
  expect(answer.statusCode, answer.body).toBe(200);
}

test('agreements that ran out, or do within 90 days, count for those who renew them, in their own agency', async () => {
  expect(await counted(supervisor)).toBe(0);
  await agree('2023-09-01');
  // Three years on: 90 days from the 12th of October is the 10th of January.
  await agree('2024-01-10');
  await agree('2024-01-11');
  await agree('2020-01-01', 'school');
  expect(await counted(supervisor)).toBe(2);
  expect(await counted(elsewhere)).toBe(0);
  expect(await counted(careManager)).toBeUndefined();
});
