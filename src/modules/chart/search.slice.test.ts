import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TwoAgencies, twoAgencies } from '#modules/record/testing/two-agencies.builder.ts';
import type { Seated } from '#modules/record/testing/world.builder.ts';

let at: TwoAgencies;
let last: string;
beforeAll(async () => {
  at = await twoAgencies();
  const { rows } = await at.world.pools.owner.query<{ last: string }>(
    'select legal_last as last from kinfold.youth where chart = $1',
    [at.ours],
  );
  last = rows[0]?.last ?? '';
});
afterAll(() => at.world.stop());

const found = async (who: Seated, text: string): Promise<string[]> => {
  const answer = await at.world.app.inject({
    method: 'POST',
    url: '/api/search',
    headers: who.headers,
    payload: { text },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ found: { chart: string }[] }>().found.map(({ chart }) => chart);
};

describe('by the beginning of a name', () => {
  test('one’s own agency’s youths are found and no other’s', async () => {
    expect(await found(at.careManager, last.slice(0, 4))).toEqual([at.ours]);
    expect(await found(at.theirCareManager, last.slice(0, 4))).not.toContain(at.ours);
  });

  test('where reach is by chart, those one is related to are', async () => {
    const reach = (to: string) =>
      at.world.pools.owner.query('update kinfold.agency set staff_reach = $1 where id = 15', [to]);
    await reach('assigned');
    try {
      expect(await found(at.careManager, last.slice(0, 4))).toEqual([at.ours]);
      expect(await found(at.careManager, 'zzzz')).toEqual([]);
    } finally {
      await reach('agency');
    }
  });
});
