import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { SignedNote } from './model.ts';

let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

const keyOf = async (chart: string, rule: string): Promise<string> =>
  (await world.pools.owner.query('select key from kinfold.duty where chart = $1 and rule = $2', [chart, rule])).rows[0]
    .key;
const sign = (chart: string, more: Record<string, unknown>, path = 'contacts') =>
  at.post(at.careManager, `/api/charts/${chart}/${path}`, {
    ...{ id: randomUUID(), made: false, how: 'telephone', on: '2026-10-12', words: 'Left a message.' },
    ...more,
  });
const notes = async (chart: string) =>
  (await at.get(at.careManager, `/api/charts/${chart}/contacts`)).json<{ contacts: SignedNote[] }>().contacts;

test('a note says what duty it was about, and an amendment says so still', async () => {
  const chart = await at.heldChart();
  const aboutDuty = await keyOf(chart, 'nj.first-contact');
  const id = randomUUID();
  const signed = await sign(chart, { id, aboutDuty });
  expect(signed.statusCode, signed.body).toBe(200);
  const [note] = await notes(chart);
  expect(note).toMatchObject({ aboutDuty, aboutTitle: 'First contact in 24 hours' });
  const amended = await sign(
    chart,
    { aboutDuty: note?.aboutDuty, reason: 'It was by video.', how: 'video' },
    `contacts/${id}/amendment`,
  );
  expect(amended.statusCode, amended.body).toBe(200);
  expect((await notes(chart)).find(({ supersedes }) => supersedes === id)).toMatchObject({ aboutDuty });
});

test('a duty of each period is meant though it goes by another period meanwhile; one of another chart, or of none, is not', async () => {
  const chart = await at.heldChart();
  const other = await at.heldChart();
  await world.pools.owner.query('update kinfold.duty set root = 999, key = $2 where chart = $1 and rule = $3', [
    other,
    'nj.first-contact#999',
    'nj.first-contact',
  ]);
  const known = await keyOf(chart, 'nj.first-contact');
  expect((await sign(chart, { aboutDuty: `${known}#2026-W41` })).statusCode).toBe(200);
  for (const aboutDuty of ['nj.first-contact#999', 'nj.no-such-rule#1', 'anything']) {
    const refused = await sign(chart, { aboutDuty });
    expect([refused.statusCode, refused.json().problems], aboutDuty).toEqual([
      422,
      [{ field: 'aboutDuty', code: 'not-of-this-chart' }],
    ]);
  }
});

test('who may not know of the duty is not told of it by the note', async () => {
  const chart = await at.heldChart();
  await sign(chart, { aboutDuty: await keyOf(chart, 'nj.first-contact'), category: 'general' });
  await world.pools.owner.query(`update kinfold.duty set category = 'counseling-notes' where chart = $1`, [chart]);
  const [note] = await notes(chart);
  expect(note).toMatchObject({ aboutDuty: null, aboutTitle: null });
});
