import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { type Desk, desk } from './testing/held-chart.builder.ts';

let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

const spanish = { code: 'es', words: null, speaks: true, reads: true, talk: true, letters: true };
const mam = { code: null, words: 'Mam', speaks: true, reads: false, talk: false, letters: false };
const luz = { legalFirst: 'Luz', legalLast: 'Vargas', born: '2015-03-09', interpreter: true };

const family = async (chart: string) => (await at.get(at.careManager, `/api/charts/${chart}/family`)).json();
const change = (chart: string, youth: Record<string, unknown>) =>
  at.post(at.careManager, `/api/charts/${chart}/youth`, { id: randomUUID(), base: 1, ...luz, ...youth });

test('languages keep their order, their words and which are preferred; a change of them is in the history', async () => {
  const chart = await at.heldChart();
  expect((await family(chart)).youth).toMatchObject({
    languages: [{ ...spanish, reads: false, letters: false }],
    interpreter: true,
  });
  expect((await change(chart, { languages: [mam, spanish], interpreter: null })).statusCode).toBe(200);
  expect((await family(chart)).youth).toMatchObject({ languages: [mam, spanish], interpreter: null });
  const { changes } = (await at.get(at.careManager, `/api/charts/${chart}/family/history`)).json();
  expect(changes[0].fields).toContainEqual({
    field: 'languages',
    was: [{ ...spanish, reads: false, letters: false }],
    became: [mam, spanish],
  });
  const opened = (await at.get(at.careManager, `/api/charts/${chart}`)).json();
  expect(opened.header.youth.languages).toEqual([mam, spanish]);
});

test.each([
  ['without a name', [{ ...mam, words: null }], 'language-unnamed'],
  ['with two names', [{ ...mam, code: 'es' }], 'language-unnamed'],
  ['neither spoken nor read', [{ ...mam, speaks: false }], 'neither-speaks-nor-reads'],
  ['twice, as a code and in words', [spanish, { ...mam, words: 'spanish' }], 'language-twice'],
  ['preferred and not spoken', [{ ...spanish, speaks: false }], 'prefers-what-they-do-not-speak'],
  ['for letters and not read', [{ ...mam, letters: true }], 'letters-they-do-not-read'],
  ['two preferred', [spanish, { ...mam, talk: true }], 'prefers-two'],
])('a language %s is refused, by the database too', async (_, languages, code) => {
  const chart = await at.heldChart();
  const answer = await change(chart, { languages });
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ problems: [{ field: 'languages', code }] });
  const write = world.pools.owner.query('update kinfold.youth set languages = $2::jsonb where chart = $1', [
    chart,
    JSON.stringify(languages),
  ]);
  // One name in two ways is the program's to see.
  if (code !== 'language-twice') await expect(write).rejects.toThrow('languages_fit');
  else await write;
});

test('a relative’s are as the youth’s; nobody asked about an interpreter is not that none is wanted', async () => {
  const chart = await at.heldChart();
  const aunt = { name: 'Elena Fuentes', relationship: 'aunt', languages: [spanish] };
  const added = await at.post(at.careManager, `/api/charts/${chart}/relatives`, aunt);
  expect(added.statusCode, added.body).toBe(200);
  const { relatives } = await family(chart);
  expect(relatives.find(({ name }: { name: string }) => name === aunt.name)).toMatchObject({
    languages: [spanish],
    interpreter: null,
  });
});
