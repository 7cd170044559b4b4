import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { OwedItem } from './contract.ts';

// A title says the number its agency goes by: the rule's own, until the agency has one, and for what was settled before that too.
let world: TestApp;
let at: Desk;
let lead: Seated;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
  lead = await addSeat(world.pools.owner, { name: 'Iris Cole', capacity: 'agency-lead', agency: 15 });
});
afterAll(() => world.stop());

const RULE = 'nj.first-contact';
const inTheList = async (): Promise<OwedItem[]> =>
  (await at.get(at.supervisor, '/api/worklist?whose=team&limit=200&days=60'))
    .json<{ items: OwedItem[] }>()
    .items.filter(({ rule }) => rule === RULE);
const inTheChart = async (chart: string): Promise<string | undefined> =>
  (await at.get(at.careManager, `/api/charts/${chart}`))
    .json<{ owed: OwedItem[] }>()
    .owed.find(({ rule }) => rule === RULE)?.title;

test('lists, chart, panel and note say the number that counts; what was met before says the one that counted then', async () => {
  const met = await at.heldChart();
  const note = {
    made: true,
    withWhom: ['caregiver'],
    how: 'telephone',
    on: '2026-10-12',
    aboutDuty: (await inTheList())[0]?.key,
  };
  expect((await at.post(at.careManager, `/api/charts/${met}/contacts`, note)).statusCode).toBe(200);
  await world.moveTo('2026-10-13T15:00:00Z');
  const open = await at.heldChart();
  expect((await inTheList()).map(({ title }) => title)).toEqual(['First contact in 24 hours']);

  const own = { parameter: `${RULE}/hours`, value: 48, reason: 'Agreed with the county.', from: '2026-10-13' };
  const set = await at.post(lead, '/api/policies/nj-cmo/overrides', own);
  expect(set.statusCode, set.body).toBe(200);
  const [item] = await inTheList();
  expect(item).toMatchObject({ chart: open, title: 'First contact in 48 hours' });
  expect(await inTheChart(open)).toBe('First contact in 48 hours');
  const why = await at.get(at.careManager, `/api/charts/${open}/duties/why?key=${encodeURIComponent(item?.key ?? '')}`);
  expect(why.json().title).toBe('First contact in 48 hours');

  expect(await inTheChart(met)).toBe('First contact in 24 hours');
  const { contacts } = (await at.get(at.careManager, `/api/charts/${met}/contacts`)).json();
  expect(contacts[0].aboutTitle).toBe('First contact in 24 hours');
  const { clauses } = (await at.get(lead, '/api/policies/nj-cmo/clauses')).json();
  const clause = clauses.find(({ id }: { id: string }) => id === RULE);
  expect([clause.title.en, clause.rules[0].title.es]).toEqual([
    'First contact in 48 hours',
    'Primer contacto en 48 horas',
  ]);
});
