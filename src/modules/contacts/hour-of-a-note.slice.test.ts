import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

/** In the minutes after the clocks went back, on 1 November 2026. */
const NOW = '2026-11-01T06:10:00Z';
let world: TestApp;
let at: Desk;
let chart: string;
beforeAll(async () => {
  world = await testApp(NOW);
  at = await desk(world);
  chart = await at.heldChart();
});
afterAll(() => world.stop());

const call = (on: string, startedAt: string) =>
  at.post(at.careManager, `/api/charts/${chart}/contacts`, {
    ...{ made: true, withWhom: ['caregiver'], how: 'telephone', on, startedAt },
  });

test.each([
  ['an hour ago, before the clocks went back', '2026-11-01', '2026-11-01T01:30:00-04:00'],
  ['late the evening before, already the next day in Greenwich', '2026-10-31', '2026-11-01T03:30:00Z'],
  ['said in the hours of another zone', '2026-10-31', '2026-10-31T20:30:00-07:00'],
  ['by a telephone whose clock goes a little fast', '2026-11-01', '2026-11-01T06:13:00Z'],
])('a call %s is signed', async (_, on, startedAt) => {
  const answer = await call(on, startedAt);
  expect(answer.statusCode, answer.body).toBe(200);
});

test.each([
  ['on another day where the agency is', '2026-11-01', '2026-11-01T03:30:00Z', 'another-day'],
  ['still to come', '2026-11-01', '2026-11-01T09:00:00-05:00', 'hour-to-come'],
])('a call at an hour %s is not', async (_, on, startedAt, code) => {
  const answer = await call(on, startedAt);
  expect(answer.statusCode).toBe(422);
  expect(answer.json().problems).toEqual([{ field: 'startedAt', code }]);
});
