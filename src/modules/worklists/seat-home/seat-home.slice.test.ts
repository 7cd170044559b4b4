import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Capacity } from '#modules/access/model.ts';
import { TODAY, type TwoAgencies, twoAgencies } from '#modules/record/testing/two-agencies.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';

let at: TwoAgencies;

beforeAll(async () => {
  at = await twoAgencies();
});
afterAll(() => at.world.stop());

const seated = (capacity: Capacity) => addSeat(at.world.pools.owner, { name: 'Wren Abbott', capacity, agency: 15 });
const home = async (who: Seated) => {
  const answer = await at.ask.get(who, '/api/seat-home');
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ youth: Record<string, unknown>[]; shift: unknown; agency: { name: string } }>();
};
/** Related since three days ago; `days` from today until it ends. */
const relate = (who: Seated, kind: string, days: number | null) =>
  at.world.pools.owner.query(
    `insert into kinfold.relationship (chart, agency, holder, programme, id, seat, kind, from_day, to_day)
     select id, agency, holder, programme, $2, $3, $4, $5::date - 3, $5::date + $6::int from kinfold.chart where id = $1`,
    [at.ours, randomUUID(), who.seat, kind, TODAY, days],
  );

test('a seat without any youth is told its organization and nothing else', async () => {
  const reviewer = await seated('reviewer');
  expect(await home(reviewer)).toMatchObject({
    agency: { name: 'Families and Community Together' },
    youth: [],
    shift: null,
  });
});

test('who may open a chart is told the name; who may not, only that there is somebody', async () => {
  const [partner, provider] = [await seated('family-support-partner'), await seated('provider')];
  await relate(partner, 'family-support', null);
  await relate(provider, 'team-member', 10);
  const [named] = (await home(partner)).youth;
  expect(named).toMatchObject({
    chart: at.ours,
    relation: 'family-support',
    since: '2026-10-09',
    careManager: 'Ruth Osei',
  });
  expect(named?.['name']).toEqual(expect.any(String));
  expect((await home(provider)).youth).toMatchObject([{ name: null, relation: 'team-member', until: '2026-10-22' }]);
});

test('a relation that is over is not told any more', async () => {
  const liaison = await seated('court-liaison');
  await relate(liaison, 'court-liaison', -1);
  expect((await home(liaison)).youth).toEqual([]);
});

test('an on-call worker is told of the shift that runs, or of the next one', async () => {
  const onCall = await seated('on-call');
  expect((await home(onCall)).shift).toBeNull();
  const shift = { shift: randomUUID(), seat: onCall.seat, from: `${TODAY}T22:00:00Z`, to: '2026-10-13T12:00:00Z' };
  expect((await at.ask.post(at.supervisor, '/api/on-call', shift)).statusCode).toBe(200);
  expect((await home(onCall)).shift).toMatchObject({ now: false });
});
