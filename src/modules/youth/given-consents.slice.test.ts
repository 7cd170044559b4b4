import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { type Desk, desk } from './testing/held-chart.builder.ts';

let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

const family = async (chart: string) => (await at.get(at.careManager, `/api/charts/${chart}/family`)).json();
const takeBack = (chart: string, said: Record<string, unknown> = {}, who = at.careManager) =>
  at.post(who, `/api/charts/${chart}/consents/taken-back`, {
    ...{ on: '2026-10-12', by: 'Rosa Vargas', authority: 'parent', ...said },
  });
const again = (chart: string, said: Record<string, unknown> = {}) =>
  at.post(at.careManager, `/api/charts/${chart}/consents`, {
    ...{ on: '2026-10-12', givenBy: 'Rosa Vargas', authority: 'parent', method: 'spoken', language: 'Spanish' },
    ...said,
  });
const enrolled = async () => {
  const chart = await at.heldChart();
  const answer = await at.post(at.supervisor, `/api/charts/${chart}/enrolment`, {
    ...{ on: '2026-10-12', language: 'Spanish', items: ['family-rights', 'privacy-notice'] },
    consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return chart;
};

test('every yes on record says whose it was, to what, by what authority, when, how and in which language; and who took it back, why', async () => {
  const chart = await enrolled();
  const referral = { purpose: 'referral', authority: 'parent', takenBack: null };
  const yes = {
    ...{ purpose: 'care-management', by: 'Rosa Vargas', authority: 'parent', on: '2026-10-12', method: 'signed' },
    ...{ language: 'Spanish', items: ['family-rights', 'privacy-notice'], takenBack: null },
  };
  expect(await family(chart)).toMatchObject({ enrolled: true, given: [referral, yes] });
  expect((await takeBack(chart, { reason: 'They want to rest.' })).statusCode).toBe(200);
  const takenBack = {
    ...{ on: '2026-10-12', by: 'Rosa Vargas', authority: 'parent', reason: 'They want to rest.' },
    entry: { consent: expect.any(String), for: 'care-management', by: 'parent' },
  };
  expect((await family(chart)).given).toEqual([
    expect.objectContaining(referral),
    expect.objectContaining({ ...yes, takenBack }),
  ]);
});

describe('a yes that was taken back', () => {
  test('keeps the chart from another organization until somebody says yes again', async () => {
    const chart = await enrolled();
    const transfer = () =>
      at.post(at.supervisor, `/api/charts/${chart}/transfer`, {
        ...{ toAgency: 1, on: '2026-10-12', reason: 'The family moves to the next county.' },
      });
    expect((await takeBack(chart)).statusCode).toBe(200);
    const held = await transfer();
    expect([held.statusCode, held.json().code]).toEqual([409, 'consent-taken-back']);
    expect((await again(chart)).statusCode).toBe(200);
    expect((await family(chart)).given.map((yes: { takenBack: unknown }) => yes.takenBack !== null)).toEqual([
      false,
      true,
      false,
    ]);
    expect((await transfer()).statusCode).toBe(200);
  });

  test('asked for in writing, is the ground on which care management ends', async () => {
    const chart = await enrolled();
    const end = () =>
      at.post(at.supervisor, `/api/charts/${chart}/enrolment/end`, {
        ...{ on: '2026-10-12', ground: 'written-request', reason: '' },
        reason: 'They asked for it.',
      });
    const spoken = await takeBack(chart);
    expect(spoken.json().changes.map(({ rule }: { rule: string }) => rule)).not.toContain('nj.ending-plan');
    expect((await again(chart)).statusCode).toBe(200);
    const written = await takeBack(chart, { inWriting: true });
    expect(written.json().changes.map(({ rule }: { rule: string }) => rule)).toContain('nj.ending-plan');
    expect((await end()).statusCode).toBe(200);
    expect((await family(chart)).enrolled).toBe(false);
  });

  test('beside the yes of an enrolment before, it can be said again', async () => {
    const chart = await enrolled();
    await world.pools.owner.query(
      `insert into kinfold.consent (chart, id, agency, holder, programme, given_by, authority, purpose, given_on, method, language)
       select chart, gen_random_uuid(), agency, holder, programme, given_by, authority, purpose, '2026-03-02', method, language
       from kinfold.consent where chart = $1 and purpose = 'care-management'`,
      [chart],
    );
    expect((await takeBack(chart)).statusCode).toBe(200);
    expect((await takeBack(chart)).json().code).toBe('no-yes-stands');
    expect((await again(chart)).statusCode).toBe(200);
  });

  test('keeps its day when the day of the yes is set right', async () => {
    const chart = await enrolled();
    await takeBack(chart);
    const moved = await at.post(at.careManager, `/api/charts/${chart}/recorded-wrongly`, {
      ...{ what: { fact: { kind: 'consent.given', on: '2026-10-12' } }, instead: '2026-10-11' },
      reason: 'The paper says so.',
    });
    expect(moved.statusCode, moved.body).toBe(200);
    const { rows } = await world.pools.owner.query(
      `select f.on_day::text as on from kinfold.fact f where f.chart = $1 and f.kind = 'consent.revoked'
         and not exists (select 1 from kinfold.fact s where s.chart = f.chart and s.supersedes = f.seq)`,
      [chart],
    );
    expect(rows).toEqual([{ on: '2026-10-12' }]);
  });

  test('that never was is set right, and the yes stands', async () => {
    const chart = await enrolled();
    await takeBack(chart, { inWriting: true });
    const mended = await at.post(at.careManager, `/api/charts/${chart}/recorded-wrongly`, {
      ...{ what: { fact: { kind: 'consent.revoked', on: '2026-10-12' } }, reason: 'It was another youth.' },
    });
    expect(mended.statusCode, mended.body).toBe(200);
    expect((await family(chart)).given).toMatchObject([{ takenBack: null }, { takenBack: null }]);
    // Nor was it asked for in writing: that was one entry.
    const { rows } = await world.pools.owner.query(
      `select rule from kinfold.duty where chart = $1 and rule = 'nj.ending-plan' and state = 'open'`,
      [chart],
    );
    expect(rows).toEqual([]);
  });
});

describe('what cannot be', () => {
  test.each([
    ['a day to come', { on: '2026-10-13' }, 'has-not-happened'],
    ['a day before the yes', { on: '2026-10-11' }, 'before-it-was-given'],
    ['the youth alone before 18', { authority: 'self' }, 'not-alone-before-18'],
  ] as const)('%s', async (_, said, code) => {
    const answer = await takeBack(await enrolled(), said);
    expect([answer.statusCode, answer.json().problems?.[0]?.code]).toEqual([422, code]);
  });

  test('once is enough; a yes that stands is given no second time; the first comes with the enrolment', async () => {
    const chart = await enrolled();
    expect((await again(chart)).json().code).toBe('yes-stands');
    await takeBack(chart);
    expect((await takeBack(chart)).json().code).toBe('no-yes-stands');
    expect((await again(await at.heldChart())).json().code).toBe('yes-with-the-enrolment');
  });

  test('whoever does not reach the chart is told nothing', async () => {
    const chart = await enrolled();
    for (const who of [at.stranger, at.csa]) expect((await takeBack(chart, {}, who)).statusCode).toBe(404);
  });
});
