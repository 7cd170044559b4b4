import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TwoAgencies, twoAgencies } from '#modules/record/testing/two-agencies.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';

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

const post = (who: Seated, url: string, body: Record<string, unknown>) =>
  at.world.app.inject({ method: 'POST', url, headers: who.headers, payload: { id: randomUUID(), ...body } });
const add = async (part: string, body: Record<string, unknown>): Promise<string> => {
  const answer = await post(at.careManager, `/api/charts/${at.ours}/${part}`, body);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().answer.row;
};

describe('by an identifier', () => {
  test('its digits are enough, as it is told on the telephone', async () => {
    await add('identifiers', { kind: 'other', value: 'T-90017' });
    for (const text of ['T-90017', 't 90017', '90017', '9001'])
      expect(await found(at.careManager, text), text).toEqual([at.ours]);
    expect(await found(at.careManager, '900')).toEqual([]);
    expect(await found(at.theirCareManager, '90017')).toEqual([]);
  });
});

describe('by a name in the family', () => {
  const relative = (name: string, said: Record<string, unknown> = {}) =>
    add('relatives', { name, relationship: 'mother', authority: 'parent', ...said });
  const how = async (text: string): Promise<string[]> => {
    const { headers } = at.careManager;
    const answer = await at.world.app.inject({ method: 'POST', url: '/api/search', headers, payload: { text } });
    return answer.json<{ found: { chart: string; by: string }[] }>().found.map(({ by }) => by);
  };

  test('a parent leads to the youth, within reach, and it says how', async () => {
    await relative('Xiomara Quintanilla-Ñandú');
    for (const text of ['xiom', 'Quintanilla nandu', `xiomara ${last}`])
      expect(await found(at.careManager, text), text).toEqual([at.ours]);
    expect(await how('xiomara')).toEqual(['family']);
    expect(await how(last)).toEqual(['name']);
    expect(await found(at.theirCareManager, 'xiomara')).toEqual([]);
  });

  test('whoever may not read the family is not told by it', async () => {
    await relative('Yolanda Brightwater');
    const supporter = await addSeat(at.world.pools.owner, {
      ...{ name: 'Gloria Mendez', capacity: 'family-support-partner', agency: 15 },
    });
    await at.world.pools.owner.query(
      `insert into kinfold.relationship (chart, id, agency, holder, programme, seat, kind, from_day)
       select id, gen_random_uuid(), 15, 15, programme, $2, 'family-support', '2026-01-01' from kinfold.chart where id = $1`,
      [at.ours, supporter.seat],
    );
    expect(await found(supporter, last)).toEqual([at.ours]);
    expect(await found(supporter, 'yolanda')).toEqual([]);
    expect(await found(supporter, `yolanda ${last}`)).toEqual([]);
  });

  test.each([
    ['somebody kept away by a no-contact order', 'no-contact'],
    ['a parent whose rights ended', 'rights-ended'],
  ])('%s is no way in, until the order ends', async (_, kind) => {
    const name = `Wendeline ${kind === 'no-contact' ? 'Farthing' : 'Harrow'}`;
    const person = await relative(name);
    expect(await found(at.careManager, name)).toEqual([at.ours]);
    const order = await add('orders', { relative: person, kind, from: '2026-01-05' });
    expect(await found(at.careManager, name)).toEqual([]);
    await add(`orders/${order}/end`, { on: '2026-10-12' });
    expect(await found(at.careManager, name)).toEqual([at.ours]);
    await add(`relatives/${person}/end`, { on: '2026-10-12' });
    expect(await found(at.careManager, name)).toEqual([]);
  });

  test('an order that reached its last day keeps its person out: it may have been renewed', async () => {
    const person = await relative('Wendeline Stillwater');
    expect(await found(at.careManager, 'Stillwater')).toEqual([at.ours]);
    await add('orders', { relative: person, kind: 'no-contact', from: '2026-01-05', to: '2026-10-10' });
    expect(await found(at.careManager, 'Stillwater')).toEqual([]);
  });

  test('a worker of child protection, by whichever word, and somebody without authority who lives elsewhere, are none', async () => {
    await relative('Ottoline Underhill', { relationship: 'worker', authority: 'child-protection' });
    await relative('Cordelia Underhill', {
      ...{ relationship: 'neighbor', authority: 'none-confirmed', livesWith: false },
    });
    await relative('Prudence Underhill', { relationship: 'child-protection' });
    expect(await found(at.careManager, 'Underhill')).toEqual([]);
  });
});
