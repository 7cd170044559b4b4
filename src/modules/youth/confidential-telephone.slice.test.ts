import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { type Desk, desk } from './testing/held-chart.builder.ts';

// What is confidential finds nobody: neither in a search nor as a likely duplicate. See "Confidential" in the README.
let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

const NUMBER = '+19085550188';
const TELEPHONE = { kind: 'telephone', value: NUMBER };
const search = async (who = at.careManager): Promise<string[]> =>
  (
    await world.app.inject({
      method: 'POST',
      url: '/api/search',
      headers: who.headers,
      payload: { text: '908-555-0188' },
    })
  )
    .json<{ found: { chart: string }[] }>()
    .found.map(({ chart }) => chart);
const keys = async (chart: string) =>
  (
    await world.pools.owner.query(
      `select kind from kinfold.name_key where chart = $1 and token like '%5550188' order by kind`,
      [chart],
    )
  ).rows.map(({ kind }) => kind);
/** Another youth told of with the same number, and the charts it is shown beside. */
const likeIt = () =>
  at.heldChart({
    youth: {
      ...{ firstName: 'Otis', lastName: 'Quillfeather', preferredName: null, birthDay: '2012-01-05' as IsoDay },
      gender: { code: 'male', asReported: null },
      language: { code: 'en', asReported: null },
      interpreterNeeded: false,
    },
    guardian: {
      ...{ firstName: 'Nadia', lastName: 'Brook', relationship: { code: 'aunt-or-uncle', asReported: null } },
      ...{ telephone: NUMBER, telephoneExtension: null, telephoneAsReported: null, email: null },
    },
  });

describe('a telephone', () => {
  test('that is not confidential is among what its youth is found by', async () => {
    const chart = await at.heldChart();
    await at.post(at.careManager, `/api/charts/${chart}/contact-points`, TELEPHONE);
    expect(await search()).toContain(chart);
    expect(await keys(chart)).toEqual(['match', 'telephone', 'telephone']);
  });

  test('made confidential finds nobody any more, whoever asks, and shows no likeness', async () => {
    const chart = await at.heldChart();
    const added = await at.post(at.careManager, `/api/charts/${chart}/contact-points`, TELEPHONE);
    const row = added.json().answer.row;
    const made = { ...TELEPHONE, base: 1, confidential: true };
    const changed = await at.post(at.careManager, `/api/charts/${chart}/contact-points/${row}`, made);
    expect(changed.statusCode, changed.body).toBe(200);
    expect(await search()).not.toContain(chart);
    expect(await search(at.csa)).not.toContain(chart);
    expect(await keys(chart)).toEqual([]);
    const other = await likeIt();
    for (const who of [at.supervisor, at.csa]) {
      const { duplicates } = (await at.get(who, `/api/charts/${other}/referral`)).json();
      expect(duplicates.map(({ chart: twin }: { chart: string }) => twin)).not.toContain(chart);
    }
  });

  test('confidential here and open elsewhere in the same chart is still found by', async () => {
    const chart = await at.heldChart();
    await at.post(at.careManager, `/api/charts/${chart}/contact-points`, TELEPHONE);
    await at.post(at.careManager, `/api/charts/${chart}/contact-points`, { ...TELEPHONE, confidential: true });
    expect(await keys(chart)).toEqual(['match', 'telephone', 'telephone']);
  });
});
