import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwedItem } from '#modules/worklists/contract.ts';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

/** Enrolled on 12 October; it is the end of December, and November had no visit. */
async function enrolled(): Promise<string> {
  await world.moveTo('2026-10-12T18:20:00Z');
  const chart = await at.heldChart();
  const answer = await at.post(at.supervisor, `/api/charts/${chart}/enrolment`, {
    on: '2026-10-12',
    language: 'Spanish',
    items: ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'],
    consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  await world.moveTo('2026-12-20T15:00:00Z');
  return chart;
}
const visit = async (chart: string): Promise<OwedItem | undefined> =>
  (await at.get(at.supervisor, '/api/worklist?whose=team&limit=200&days=60'))
    .json<{ items: OwedItem[] }>()
    .items.find((item) => item.chart === chart && item.rule === 'nj.monthly-visit');
const decide = async (chart: string, what: string, body: Record<string, unknown>) => {
  const answer = await at.post(at.supervisor, `/api/charts/${chart}/duties/${what}`, body);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};

test('“done on” is about the month of that day, and leaves the one missed before as it was', async () => {
  const chart = await enrolled();
  const owed = await visit(chart);
  expect(owed).toMatchObject({ due: '2026-12-31', missed: 1 });
  const done = { key: owed?.key, on: '2026-12-18', evidence: 'Note in the paper file' };
  const { changes } = await decide(chart, 'done-on', { ...done, data: { with: ['youth'], how: 'in-person' } });
  expect(changes).toContainEqual(expect.objectContaining({ rule: 'nj.monthly-visit', state: 'open', standing: 'met' }));
  expect(await visit(chart)).toBeUndefined();
  const { rows } = await world.pools.owner.query(
    `select pattern ->> 'met' as met from kinfold.duty where chart = $1 and rule = 'nj.monthly-visit'`,
    [chart],
  );
  expect(rows).toEqual([{ met: '01' }]);
});

test('“done on” of a day before the first month it is owed for is refused, and the first day that counts is said', async () => {
  const chart = await enrolled();
  const done = { key: (await visit(chart))?.key, on: '2026-09-18', evidence: 'Note in the paper file' };
  const answer = await at.post(at.supervisor, `/api/charts/${chart}/duties/done-on`, {
    ...done,
    data: { with: ['youth'], how: 'in-person' },
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.json().problems).toEqual([
    { field: 'on', code: 'before-it-could-count', detail: { since: '2026-11-01' } },
  ]);
});

test('exempting it is about the month the list names', async () => {
  const chart = await enrolled();
  await decide(chart, 'exempt', { key: (await visit(chart))?.key, reason: 'The family is abroad until January.' });
  const { rows } = await world.pools.owner.query(
    `select data ->> 'item' as item from kinfold.fact where chart = $1 and kind = 'duty.exempted'`,
    [chart],
  );
  expect(rows).toEqual([{ item: '2026-12' }]);
});

test('the panel explains the month the list names, and tells of the one missed', async () => {
  const chart = await enrolled();
  const key = (await visit(chart))?.key ?? '';
  const why = (await at.get(at.supervisor, `/api/charts/${chart}/duties/why?key=${encodeURIComponent(key)}`)).json();
  expect(why).toMatchObject({ key });
  expect(why.words[0]).toContain('Due Thursday 31 December 2026: for December 2026');
  expect(why.words).toContain('Missed before, and past doing: November 2026.');
});

test('asked for by the name of a month that was met since, it is explained under the name it has now', async () => {
  const chart = await enrolled();
  const before = (await visit(chart))?.key ?? '';
  const november = { key: before, on: '2026-11-18', evidence: 'Note in the paper file' };
  await decide(chart, 'done-on', { ...november, data: { with: ['youth'], how: 'in-person' } });
  const now = (await visit(chart))?.key ?? '';
  expect(now).not.toBe(before);
  const why = (key: string) => at.get(at.supervisor, `/api/charts/${chart}/duties/why?key=${encodeURIComponent(key)}`);
  expect((await why(before)).json()).toMatchObject({ key: now });
  expect((await why(before.replace(/#\d+#/, '#4711#'))).statusCode).toBe(404);
  expect((await why(before.replace('monthly-visit', 'weekly-visit'))).statusCode).toBe(404);
});

test('exempted, taken back and exempted again on one day, for the same reason: the last counts', async () => {
  const chart = await enrolled();
  const key = (await visit(chart))?.key ?? '';
  const exempted = { key, reason: 'The family is abroad until January.' };
  await decide(chart, 'exempt', exempted);
  await decide(chart, 'reopen', { key, period: '2026-12', reason: 'They came back before.' });
  await decide(chart, 'exempt', exempted);
  expect(await visit(chart)).toMatchObject({ due: '2026-11-30' });
});

test('a month exempted is taken back by itself, once, and owed again', async () => {
  const chart = await enrolled();
  const key = (await visit(chart))?.key ?? '';
  const whyOf = async () =>
    (await at.get(at.supervisor, `/api/charts/${chart}/duties/why?key=${encodeURIComponent(key)}`)).json();
  expect((await whyOf()).exempted).toEqual([]);
  await decide(chart, 'exempt', { key, reason: 'The family is abroad until January.' });
  expect(await visit(chart)).toMatchObject({ due: '2026-11-30', missed: 1 });
  const why = await whyOf();
  expect(why.exempted).toEqual([{ period: '2026-12', says: 'December 2026', due: '2026-12-31' }]);
  expect(why.words).toContain('Somebody decided that it need not be done: December 2026.');
  const back = { key, period: '2026-12', reason: 'They came back before.' };
  const { changes } = await decide(chart, 'reopen', back);
  expect(changes).toContainEqual(
    expect.objectContaining({ rule: 'nj.monthly-visit', state: 'open', standing: 'amber' }),
  );
  expect(await visit(chart)).toMatchObject({ due: '2026-12-31', missed: 1 });
  expect((await whyOf()).exempted).toEqual([]);
  for (const period of ['2026-12', '2026-11', null]) {
    const again = await at.post(at.supervisor, `/api/charts/${chart}/duties/reopen`, { ...back, period });
    expect([again.statusCode, again.json().code], String(period)).toEqual([409, 'nothing-to-take-back']);
  }
});

test('with nothing missed before, an exempted month leaves the list and stays in the chart, until it is taken back', async () => {
  const chart = await enrolled();
  const whole = await visit(chart);
  const november = { key: whole?.key, on: '2026-11-18', evidence: 'Note in the paper file' };
  await decide(chart, 'done-on', { ...november, data: { with: ['youth'], how: 'in-person' } });
  const key = (await visit(chart))?.key ?? '';
  await decide(chart, 'exempt', { key, reason: 'The family is abroad until January.' });
  expect(await visit(chart)).toBeUndefined();
  type Shown = { owed: OwedItem[] };
  const shown = async () =>
    (await at.get(at.supervisor, `/api/charts/${chart}`))
      .json<Shown>()
      .owed.find(({ rule }) => rule === 'nj.monthly-visit');
  const exempt = await shown();
  expect(exempt).toMatchObject({ standing: 'exempted', due: '2026-12-31' });
  const why = await at.get(
    at.supervisor,
    `/api/charts/${chart}/duties/why?key=${encodeURIComponent(exempt?.key ?? '')}`,
  );
  expect(why.json().words[0]).toContain('for December 2026');
  const { changes } = await decide(chart, 'reopen', { key: exempt?.key, period: '2026-12', reason: 'They are back.' });
  expect(changes).toContainEqual(
    expect.objectContaining({ rule: 'nj.monthly-visit', state: 'open', standing: 'later' }),
  );
  expect(await visit(chart)).toMatchObject({ due: '2026-12-31', missed: 0 });
});

test('what was decided stands beside the duty: of which month, by whom, and the words; what was taken back too', async () => {
  const chart = await enrolled();
  const key = (await visit(chart))?.key ?? '';
  const decided = async (language = 'en') =>
    (await at.get(at.supervisor, `/api/charts/${chart}/duties/why?key=${encodeURIComponent(key)}&language=${language}`))
      .json<{ decided: Record<string, unknown>[] }>()
      .decided.map(({ kind, period, words, by, on }) => [kind, period, words, typeof by, on]);
  expect(await decided()).toEqual([]);
  await decide(chart, 'exempt', { key, reason: 'The family is abroad until January.' });
  await decide(chart, 'reopen', { key, period: '2026-12', reason: 'They came home early.' });
  await decide(chart, 'done-on', {
    ...{ key, on: '2026-12-18', evidence: 'Note in the paper file' },
    data: { with: ['youth'], how: 'in-person' },
  });
  expect(await decided()).toEqual([
    ['exempted', 'December 2026', 'The family is abroad until January.', 'string', '2026-12-20'],
    ['reopened', 'December 2026', 'They came home early.', 'string', '2026-12-20'],
    ['done-on', 'December 2026', 'Note in the paper file', 'string', '2026-12-18'],
  ]);
  expect((await decided('es'))[0]?.[1]).toBe('diciembre de 2026');
});

test('of a duty that is owed once, each decision is about that one alone', async () => {
  const chart = await enrolled();
  const key = (rule: string) =>
    `/api/charts/${chart}/duties/why?key=${encodeURIComponent(`${rule}#${root.get(rule)}`)}`;
  const { rows } = await world.pools.owner.query<{ rule: string; root: number }>(
    `select rule, root from kinfold.duty where chart = $1 and item is null and pattern is null and state in ('open', 'missed') order by rule limit 2`,
    [chart],
  );
  const root = new Map(rows.map((row) => [row.rule, row.root]));
  const [one, other] = [...root.keys()];
  await decide(chart, 'exempt', { key: `${one}#${root.get(one ?? '')}`, reason: 'Settled by the court.' });
  const decidedOf = async (rule = '') => (await at.get(at.supervisor, key(rule))).json().decided;
  expect(await decidedOf(one)).toMatchObject([{ kind: 'exempted', period: null, words: 'Settled by the court.' }]);
  expect(await decidedOf(other)).toEqual([]);
});
