import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

let world: TestApp;
let at: Desk;
let chart: string;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
  chart = await at.heldChart();
});
afterAll(() => world.stop());

const visit = { made: true, withWhom: ['youth'], how: 'in-person', on: '2026-10-12' };
const sign = (note: Record<string, unknown>) => at.post(at.careManager, `/api/charts/${chart}/contacts`, note);
const WORDLESS = { code: 'invalid', problems: [{ field: 'words', code: 'say-what-happened' }] };

test('a visit in person is not signed, and not amended to be one, without a word about it', async () => {
  const refused = await sign({ ...visit, words: ' \n' });
  expect(refused.statusCode).toBe(422);
  expect(refused.json()).toMatchObject(WORDLESS);
  const id = randomUUID();
  expect((await sign({ ...visit, id, how: 'telephone' })).statusCode).toBe(200);
  const amended = await at.post(at.careManager, `/api/charts/${chart}/contacts/${id}/amendment`, {
    ...visit,
    reason: 'We met at the door.',
  });
  expect(amended.json()).toMatchObject(WORDLESS);
  const facts = await world.pools.owner.query(
    `select 1 from kinfold.fact where chart = $1 and kind = 'contact.made' and data ->> 'how' = 'in-person'`,
    [chart],
  );
  expect(facts.rowCount).toBe(0);
});

test.each([
  ['an attempt at a visit', { ...visit, made: false }],
  ['a call', { ...visit, how: 'telephone' }],
  ['a visit said in a word', { ...visit, words: 'Talked.' }],
])('%s is signed as it is', async (_, note) => {
  const answer = await sign(note);
  expect(answer.statusCode, answer.body).toBe(200);
});
