import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { OwedItem } from './contract.ts';

// A title says the number that judged the duty: the rule's own, until the agency has one, and for what was settled before that too.
let world: TestApp;
let stopJobs: () => Promise<void>;
let at: Desk;
let lead: Seated;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
  lead = await addSeat(world.pools.owner, { name: 'Iris Cole', capacity: 'agency-lead', agency: 15 });
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

const RULE = 'nj.first-contact';
const inTheList = async (): Promise<OwedItem[]> =>
  (await at.get(at.supervisor, '/api/worklist?whose=team&limit=200&days=60'))
    .json<{ items: OwedItem[] }>()
    .items.filter(({ rule }) => rule === RULE);
const inTheChart = async (chart: string): Promise<string | undefined> =>
  (await at.get(at.careManager, `/api/charts/${chart}`))
    .json<{ owed: OwedItem[] }>()
    .owed.find(({ rule }) => rule === RULE)?.title;
const whyOf = async ({ chart, key }: OwedItem): Promise<string> =>
  (await at.get(at.careManager, `/api/charts/${chart}/duties/why?key=${encodeURIComponent(key)}`)).json().title;

/** Sets a number from today on, and waits until every chart of the agency was judged again. */
async function setHours(value: number, from: string): Promise<void> {
  const { owner } = world.pools;
  const judged = async () =>
    (await owner.query('select id, evaluated_with as by from kinfold.chart where holder = 15 order by id')).rows;
  const before = await judged();
  const own = { parameter: `${RULE}/hours`, value, reason: 'Agreed with the county.', from };
  const set = await at.post(lead, '/api/policies/nj-cmo/overrides', own);
  expect(set.statusCode, set.body).toBe(200);
  while ((await judged()).some(({ by }, index) => by === before[index].by))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

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

  await setHours(48, '2026-10-13');
  const [item] = await inTheList();
  expect(item).toMatchObject({ chart: open, title: 'First contact in 48 hours' });
  expect(await inTheChart(open)).toBe('First contact in 48 hours');
  expect(item && (await whyOf(item))).toBe('First contact in 48 hours');

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

test('what keeps its day, because the new number would have run out before it began, keeps the number it is called by', async () => {
  await world.moveTo('2026-10-14T15:00:00Z');
  const kept = await at.heldChart();
  await world.moveTo('2026-10-16T13:00:00Z');
  await setHours(1, '2026-10-16');
  const begun = await at.heldChart();
  const listed = (await inTheList()).filter(({ chart }) => chart === kept || chart === begun);
  const told = new Map(listed.map(({ chart, title, due }) => [chart, [title, due]]));
  expect(told.get(kept)).toEqual(['First contact in 48 hours', '2026-10-16']);
  expect(told.get(begun)).toEqual(['First contact in 1 hour', '2026-10-16']);
  for (const item of listed) {
    expect(await whyOf(item)).toBe(item.title);
    expect(await inTheChart(item.chart)).toBe(item.title);
  }
  const [about] = listed.filter(({ chart }) => chart === kept);
  const attempt = { made: false, withWhom: ['caregiver'], how: 'telephone', on: '2026-10-16', aboutDuty: about?.key };
  expect((await at.post(at.careManager, `/api/charts/${kept}/contacts`, attempt)).statusCode).toBe(200);
  const { contacts } = (await at.get(at.careManager, `/api/charts/${kept}/contacts`)).json();
  expect(contacts[0].aboutTitle).toBe('First contact in 48 hours');
});

test('a rule that left its pack is called what its clause is, and no machine’s name where that left too', async () => {
  const { owner } = world.pools;
  const titles = async () => (await inTheList()).map(({ title, cite }) => [title, cite]);
  const before = await titles();
  await owner.query(`update kinfold.duty set rule = 'nj.gone' where rule = $1 and state = 'open'`, [RULE]);
  const gone = async (language: string) => {
    await owner.query('update kinfold.person set locale = $1', [language]);
    return (await at.get(at.supervisor, '/api/worklist?whose=team&limit=200&days=60'))
      .json<{ items: OwedItem[] }>()
      .items.filter(({ rule }) => rule === 'nj.gone')
      .map(({ title, cite }) => [title, cite]);
  };
  expect(await gone('en')).toEqual(before);
  await owner.query(`update kinfold.duty set clause = 'nj.gone-too' where rule = 'nj.gone'`);
  expect((await gone('en'))[0]).toEqual(['Owed under a clause that is no longer in the rules', 'nj.gone-too']);
  expect((await gone('es'))[0]).toEqual(['Se debe según una cláusula que ya no está en las reglas', 'nj.gone-too']);
});
