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

describe('by the number every page names the chart by', () => {
  test('one’s own agency’s is found and no other’s, also beside an identifier that begins so', async () => {
    const { owner } = at.world.pools;
    const [{ number }] = (
      await owner.query<{ number: string }>('select number from kinfold.chart where id = $1', [at.ours])
    ).rows as [{ number: string }];
    const text = `no. ${number}`;
    expect([await found(at.careManager, text), await found(at.theirCareManager, text)]).toEqual([[at.ours], []]);
    await owner.query('update kinfold.chart set number = default where id = $1', [at.ours]);
    await owner.query('alter table kinfold.chart alter column number restart with 40170');
    await owner.query('update kinfold.chart set number = default where id = $1', [at.ours]);
    await owner.query(
      `insert into kinfold.name_key (chart, agency, holder, programme, kind, token) select id, agency, holder, programme, 'identifier', '401705' from kinfold.chart where id = $1`,
      [at.theirs],
    );
    expect(await found(at.careManager, '40170')).toEqual([at.ours]);
    expect(await found(at.theirCareManager, '40170')).toEqual([at.theirs]);
  });
});

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
