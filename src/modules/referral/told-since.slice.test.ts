import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

// What a referral told of a home or a telephone keeps to what holds of it since: see "Confidential" in youth's README.
let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

type Point = { id: string; kind: string; value: string; revision: number; relative: string | null } & Record<
  string,
  unknown
>;
const opened = async (who: Desk['csa'], chart: string) => (await at.get(who, `/api/charts/${chart}/referral`)).json();
const pointOf = async (chart: string, kind: string): Promise<Point> => {
  const { contactPoints } = (await at.get(at.careManager, `/api/charts/${chart}/family`)).json();
  return contactPoints.find((one: Point) => one.kind === kind);
};
async function change(chart: string, kind: string, said: Record<string, unknown>) {
  const point = await pointOf(chart, kind);
  const { relative, value, city, state, zip, county } = point;
  const answer = await at.post(at.careManager, `/api/charts/${chart}/contact-points/${point.id}`, {
    ...{ kind, relative, value, city, state, zip, county, base: point.revision },
    ...said,
  });
  expect(answer.statusCode, answer.body).toBe(200);
}

test('a home that became confidential is marked for whoever may see it, and kept back from whoever may not', async () => {
  const chart = await at.heldChart();
  const told = (await opened(at.csa, chart)).referral.asRegistered.address;
  expect(told.line).toBeTruthy();
  expect((await opened(at.csa, chart)).restricted).toEqual([]);
  await change(chart, 'address', { confidential: true });
  const here = await opened(at.supervisor, chart);
  expect(here.referral.asRegistered.address).toEqual(told);
  expect(here.restricted).toMatchObject([{ what: 'address', confidential: true, withheld: false, ask: false }]);
  const there = await opened(at.csa, chart);
  expect(JSON.stringify(there)).not.toContain(told.line);
  expect(there.referral.asRegistered.address).toEqual({ ...told, line: null, city: null, zip: null });
  expect(there.restricted).toEqual([{ what: 'address', confidential: true, withheld: true, ask: true, rules: null }]);
});

test('also when its spelling was set right together with it', async () => {
  const chart = await at.heldChart();
  await change(chart, 'address', { value: '14 Elm Street, rear', confidential: true });
  expect((await opened(at.csa, chart)).referral.asRegistered.address.line).toBeNull();
});

test('a telephone says with whom it may be used, and goes the same way when it is confidential', async () => {
  const chart = await at.heldChart();
  const { telephone } = (await opened(at.csa, chart)).referral.asRegistered.guardian;
  await change(chart, 'telephone', { voicemail: false, seenBy: 'his brother' });
  const rules = { voicemail: false, textOk: null, seenBy: 'his brother', shareWith: [] };
  expect((await opened(at.supervisor, chart)).restricted).toEqual([
    { what: 'telephone', confidential: false, withheld: false, ask: false, rules },
  ]);
  expect((await opened(at.csa, chart)).restricted).toEqual([
    { what: 'telephone', confidential: false, withheld: false, ask: true, rules: null },
  ]);
  await change(chart, 'telephone', { confidential: true });
  expect((await opened(at.supervisor, chart)).referral.asRegistered.guardian.telephone).toBe(telephone);
  expect(JSON.stringify(await opened(at.csa, chart))).not.toContain(telephone);
});

test('what is confidential shows no likeness to another youth, from its own side either', async () => {
  const [first, second] = [await at.heldChart(), await at.heldChart()];
  const alike = async (chart: string, other: string): Promise<string[]> =>
    (await opened(at.supervisor, chart)).duplicates.find((twin: { chart: string }) => twin.chart === other).reasons;
  expect(await alike(second, first)).toContain('address-same');
  await change(second, 'address', { confidential: true });
  expect(await alike(second, first)).not.toContain('address-same');
  expect(await alike(first, second)).not.toContain('address-same');
});
