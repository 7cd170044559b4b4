import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { SignedNote } from './model.ts';

// How long a call took is part of the record of the service (N.J.A.C. 10:73-3.24), beside minutes face to face and travel.
let world: TestApp;
let at: Desk;
let chart: string;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
  chart = await at.heldChart();
});
afterAll(() => world.stop());

const call = { made: true, withWhom: ['caregiver'], how: 'telephone', on: '2026-10-12' };
const sign = (path: string, note: Record<string, unknown>) =>
  at.post(at.careManager, `/api/charts/${chart}/contacts${path}`, note);
const notes = async (): Promise<SignedNote[]> =>
  (await at.get(at.careManager, `/api/charts/${chart}/contacts`)).json<{ contacts: SignedNote[] }>().contacts;

test('the length of a call is signed, amended and read again, and rules may ask for it', async () => {
  const [id, amended] = [randomUUID(), randomUUID()];
  expect((await sign('', { ...call, id, minutesCall: 12 })).statusCode).toBe(200);
  const again = await sign(`/${id}/amendment`, {
    ...call,
    id: amended,
    minutesCall: 21,
    reason: 'Looked at the telephone.',
  });
  expect(again.statusCode, again.body).toBe(200);
  const lengths = (await notes()).map(({ id, minutesCall, minutesFace }) => [id, minutesCall, minutesFace]);
  expect(lengths).toEqual(
    expect.arrayContaining([
      [id, 12, null],
      [amended, 21, null],
    ]),
  );
  const { rows } = await world.pools.owner.query(
    `select data ->> 'minutes' as minutes from kinfold.fact where chart = $1 and kind = 'contact.made' order by seq`,
    [chart],
  );
  expect(rows).toEqual([{ minutes: '12' }, { minutes: '21' }]);
});

test('a call without a length is signed as it is, and no call lasts longer than a day', async () => {
  const id = randomUUID();
  expect((await sign('', { ...call, id })).statusCode).toBe(200);
  expect((await notes()).find((note) => note.id === id)?.minutesCall).toBeNull();
  const refused = await sign('', { ...call, minutesCall: 1441 });
  expect([refused.statusCode, refused.json().problems]).toMatchObject([422, [{ field: 'minutesCall' }]]);
});
