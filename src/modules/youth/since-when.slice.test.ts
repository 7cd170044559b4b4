import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { type Desk, desk } from './testing/held-chart.builder.ts';

const TODAY = '2026-10-12';
const HOME = {
  ...{ kind: 'address', value: '18 Larch Street', city: 'Elizabeth', state: 'NJ', zip: '07201', county: 'Union' },
  ...{ relative: null, voicemail: null, textOk: null, confidential: false, seenBy: null, shareWith: [] },
};

let world: TestApp;
let at: Desk;
let chart: string;
beforeAll(async () => {
  world = await testApp(`${TODAY}T18:20:00Z`);
  at = await desk(world);
  chart = await at.heldChart();
});
afterAll(() => world.stop());

test.each([
  ['told with its day', { from: '2026-09-28' }, '2026-09-28'],
  ['told without one', {}, TODAY],
])('an address %s counts since then', async (_, told, since) => {
  const added = await at.post(at.careManager, `/api/charts/${chart}/contact-points`, { ...HOME, ...told });
  expect(added.statusCode, added.body).toBe(200);
  const { contactPoints } = (await at.get(at.careManager, `/api/charts/${chart}/family`)).json();
  const { row } = added.json().answer;
  expect(contactPoints.find(({ id }: { id: string }) => id === row).from).toBe(since);
});

test('nobody lives anywhere since a day to come', async () => {
  const added = await at.post(at.careManager, `/api/charts/${chart}/contact-points`, { ...HOME, from: '2026-10-13' });
  expect(added.json().problems).toEqual([{ field: 'from', code: 'has-not-happened' }]);
});
