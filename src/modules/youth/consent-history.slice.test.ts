import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { type Desk, desk } from './testing/held-chart.builder.ts';

let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
beforeEach(() => world.moveTo('2026-10-12T18:20:00Z'));
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
const enrol = (chart: string, on: string) =>
  at.post(at.supervisor, `/api/charts/${chart}/enrolment`, {
    ...{ on, language: 'Spanish', items: ['family-rights', 'privacy-notice', 'complaint-routes'] },
    consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' },
  });
const enrolled = async () => {
  const chart = await at.heldChart();
  const answer = await enrol(chart, '2026-10-12');
  expect(answer.statusCode, answer.body).toBe(200);
  return chart;
};

const setRight = (chart: string, fact: object, instead: string | null = null) =>
  at.post(at.careManager, `/api/charts/${chart}/recorded-wrongly`, {
    ...{ what: { fact }, instead, reason: 'The paper says so.' },
  });
const yeses = async (chart: string) => (await family(chart)).given.slice(1);

describe('twice taken back on one day', () => {
  const twice = async () => {
    const chart = await enrolled();
    const said = [await takeBack(chart, { by: 'Ana Vargas' }), await again(chart), await takeBack(chart)];
    for (const answer of said) expect(answer.statusCode, answer.body).toBe(200);
    return chart;
  };
  const ends = async (chart: string) =>
    (await yeses(chart)).map((yes: { takenBack: { on: string } | null }) => yes.takenBack?.on ?? null);

  test('each entry is set right by its own codes: the first, and not the second', async () => {
    const chart = await twice();
    const [first, second] = await yeses(chart);
    expect([first.takenBack.by, second.takenBack.by]).toEqual(['Ana Vargas', 'Rosa Vargas']);
    const never = await setRight(chart, { kind: 'consent.revoked', on: '2026-10-12', data: first.takenBack.entry });
    expect(never.statusCode, never.body).toBe(200);
    const { rows } = await world.pools.owner.query(
      `select id, ended_by as by from kinfold.consent where chart = $1 and purpose = 'care-management' order by ended_by nulls first`,
      [chart],
    );
    expect(rows).toEqual([
      { id: first.id, by: null },
      { id: second.id, by: 'Rosa Vargas' },
    ]);
    // The last word counts: no yes stands, and somebody can say it again.
    expect(await ends(chart)).toEqual(['2026-10-12', '2026-10-12']);
    expect((await again(chart)).statusCode).toBe(200);
  });

  test('of two that stand the one said last is taken back, and none stands after it', async () => {
    const chart = await twice();
    for (const { takenBack } of await yeses(chart)) {
      const never = await setRight(chart, { kind: 'consent.revoked', on: '2026-10-12', data: takenBack.entry });
      expect(never.statusCode, never.body).toBe(200);
    }
    expect(await ends(chart)).toEqual([null, null]);
    expect((await takeBack(chart)).statusCode).toBe(200);
    const [first, second] = await yeses(chart);
    expect([first.takenBack.by, second.takenBack.by]).toEqual([null, 'Rosa Vargas']);
    expect((await takeBack(chart)).json().code).toBe('no-yes-stands');
  });
});

describe('a day set right', () => {
  const days = async () => {
    const chart = await enrolled();
    await world.moveTo('2026-10-14T15:00:00Z');
    await takeBack(chart, { on: '2026-10-13' });
    await again(chart, { on: '2026-10-14' });
    return chart;
  };
  test.each([
    ['a taking back to before its yes', 'consent.revoked', '2026-10-13', '2026-10-11', 'before-it-was-given'],
    ['a taking back past the yes again', 'consent.revoked', '2026-10-13', '2026-10-15', 'after-yes-again'],
    ['the yes past its taking back', 'consent.given', '2026-10-12', '2026-10-14', 'after-it-was-taken-back'],
    [
      'what came with the yes past its taking back',
      'rights.given',
      '2026-10-12',
      '2026-10-14',
      'after-it-was-taken-back',
    ],
    [
      'the yes again to before the taking back',
      'consent.given',
      '2026-10-14',
      '2026-10-12',
      'before-it-was-taken-back',
    ],
  ] as const)('does not pass the other: %s', async (_, kind, on, instead, code) => {
    const chart = await days();
    await world.moveTo('2026-10-15T15:00:00Z');
    const before = await family(chart);
    const answer = await setRight(chart, { kind, on }, instead);
    expect([answer.statusCode, answer.json().problems]).toEqual([422, [{ field: 'instead', code }]]);
    expect((await family(chart)).given).toEqual(before.given);
  });

  test('to the day of the other is counted in the order it was recorded', async () => {
    const chart = await days();
    const moved = await setRight(chart, { kind: 'consent.revoked', on: '2026-10-13' }, '2026-10-14');
    expect(moved.statusCode, moved.body).toBe(200);
    expect(await yeses(chart)).toMatchObject([{ takenBack: { on: '2026-10-14' } }, { takenBack: null }]);
  });
});

describe('an enrolment recorded late, after a yes was taken back', () => {
  const recordedLate = async () => {
    const chart = await enrolled();
    await world.moveTo('2026-10-14T15:00:00Z');
    const end = { on: '2026-10-12', ground: 'other', reason: 'They wanted a rest.' };
    expect((await at.post(at.supervisor, `/api/charts/${chart}/enrolment/end`, end)).statusCode).toBe(200);
    expect((await takeBack(chart, { on: '2026-10-13' })).statusCode).toBe(200);
    return chart;
  };
  test('does not begin on a yes from before that', async () => {
    const chart = await recordedLate();
    const answer = await enrol(chart, '2026-10-12');
    expect([answer.statusCode, answer.json().problems]).toEqual([
      422,
      [{ field: 'on', code: 'before-it-was-taken-back' }],
    ]);
  });

  test('begins on the day it was taken back, with a yes that stands', async () => {
    const chart = await recordedLate();
    const answer = await enrol(chart, '2026-10-13');
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await family(chart)).given.at(-1)).toMatchObject({ on: '2026-10-13', takenBack: null });
    expect((await takeBack(chart, { on: '2026-10-14' })).statusCode).toBe(200);
  });

  test('beside a yes said again meanwhile, it is one yes of two: taken back, none stands', async () => {
    const chart = await recordedLate();
    expect((await again(chart, { on: '2026-10-14' })).statusCode).toBe(200);
    expect((await enrol(chart, '2026-10-13')).statusCode).toBe(200);
    expect((await takeBack(chart, { on: '2026-10-14' })).statusCode).toBe(200);
    expect((await family(chart)).given.filter((yes: { takenBack: unknown }) => yes.takenBack === null)).toMatchObject([
      { purpose: 'referral' },
    ]);
    expect((await again(chart, { on: '2026-10-14' })).statusCode).toBe(200);
  });
});
