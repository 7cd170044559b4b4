import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { enrolYouth, requestsTo } from './enrolled-youth.builder.ts';

const TODAY = '2026-10-12';
let world: TestApp;
let ask: ReturnType<typeof requestsTo>;
let careManager: Seated;
let chart: string;

beforeAll(async () => {
  world = await testApp(`${TODAY}T18:20:00Z`);
  ask = requestsTo(world.app);
  const { owner } = world.pools;
  const csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  const supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  chart = await enrolYouth(world.app, { csa, supervisor, careManager, agency: 15, on: TODAY });
});
afterAll(() => world.stop());

const record = async (category: string, extra: Record<string, unknown> = {}) =>
  ask.post(careManager, `/api/charts/${chart}/facts`, {
    kind: 'missing.started',
    on: TODAY,
    data: {},
    category,
    ...extra,
  });
const duties = async (category: string) =>
  (
    await world.pools.owner.query<{ key: string; root: number }>(
      'select key, root from kinfold.duty where chart = $1 and category = $2 and state = $3',
      [chart, category, 'open'],
    )
  ).rows;

test('a command does not tell of duties whose category its actor may not see, nor can they be pointed at', async () => {
  const answer = await record('substance-use');
  expect(answer.statusCode, answer.body).toBe(200);
  const hidden = await duties('substance-use');
  expect(hidden.length).toBeGreaterThan(0);
  const told = answer.json<{ changes: { key: string }[] }>().changes.map(({ key }) => key);
  expect(told.filter((key) => hidden.some((duty) => duty.key === key))).toEqual([]);
  const [one] = hidden;
  const reason = 'Decided with the supervisor.';
  for (const [path, body] of [
    ['reopen', { reason }],
    ['delegate', { reason, to: careManager.seat }],
    ['done-on', { on: TODAY, evidence: reason }],
  ] as const) {
    const key = { key: one?.key ?? '', ...body };
    const pointed = await ask.post(careManager, `/api/charts/${chart}/duties/${path}`, key);
    const nothing = await ask.post(careManager, `/api/charts/${chart}/duties/${path}`, {
      ...key,
      key: 'nj.first-contact#99',
    });
    expect([pointed.statusCode, pointed.json()], path).toEqual([404, nothing.json()]);
  }
});

test('a fact out of sight cannot be said to be wrong, and looks like one there is not', async () => {
  const wrong = (kind: string) =>
    ask.post(careManager, `/api/charts/${chart}/recorded-wrongly`, {
      what: { fact: { kind, on: TODAY, data: {} } },
      reason: 'It was another day.',
    });
  const hidden = await wrong('missing.started');
  expect([hidden.statusCode, hidden.json()]).toEqual([404, (await wrong('missing.ended')).json()]);
});

test('the header does not tell of a contact whose note is out of sight', async () => {
  const lastContactOn = async () =>
    (await ask.get(careManager, `/api/charts/${chart}`)).json<{ header: { lastContactOn: string | null } }>().header
      .lastContactOn;
  const note = { made: true, withWhom: ['youth'], how: 'video', on: TODAY, words: 'Spoke.' };
  await ask.post(careManager, `/api/charts/${chart}/contacts`, { ...note, category: 'substance-use' });
  expect(await lastContactOn()).toBeNull();
  await ask.post(careManager, `/api/charts/${chart}/contacts`, note);
  expect(await lastContactOn()).toBe(TODAY);
});
