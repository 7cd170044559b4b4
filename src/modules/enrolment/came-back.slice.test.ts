import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

const TODAY = '2026-10-12';
const REASON = 'The family moved to Hackensack.';

let world: TestApp;
let at: Desk;
let elsewhere: Seated;
let managerElsewhere: Seated;

beforeAll(async () => {
  world = await testApp(`${TODAY}T18:20:00Z`);
  at = await desk(world);
  const { owner } = world.pools;
  elsewhere = await addSeat(owner, { name: 'Lee Park', capacity: 'supervisor', agency: 1 });
  managerElsewhere = await addSeat(owner, { name: 'Kim Ortiz', capacity: 'care-manager', agency: 1 });
});
afterAll(() => world.stop());

const enrolment = (more: Record<string, unknown> = {}, consent: Record<string, unknown> = {}) => ({
  on: TODAY,
  language: 'Spanish',
  items: ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'],
  consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed', ...consent },
  ...more,
});
const enrol = (chart: string, more?: Record<string, unknown>, consent?: Record<string, unknown>) =>
  at.post(at.supervisor, `/api/charts/${chart}/enrolment`, enrolment(more, consent));
const transfer = (chart: string) =>
  at.post(at.supervisor, `/api/charts/${chart}/transfer`, { toAgency: 1, on: TODAY, reason: REASON });
const answer = (who: Seated, chart: string, said: string) =>
  at.post(who, `/api/charts/${chart}/assignment/answer`, {
    ...{
      answer: said,
      ...(said === 'returned' ? { because: 'other-county', reason: 'They live in Union after all.' } : {}),
    },
  });
const nobodys = async (who: Seated): Promise<string[]> =>
  (await at.get(who, '/api/caseloads')).json().unassigned.map(({ chart }: { chart: string }) => chart);
const accountable = async (chart: string) =>
  (
    await world.pools.owner.query(
      `select seat from kinfold.relationship where chart = $1 and kind = 'accountable' and to_day is null`,
      [chart],
    )
  ).rows.map(({ seat }) => seat);

/** Enrolled at agency 15, offered to agency 1, and given back. */
async function cameBack(): Promise<string> {
  const chart = await at.heldChart();
  for (const step of [await enrol(chart), await transfer(chart), await answer(elsewhere, chart, 'returned')])
    expect(step.statusCode, step.body).toBe(200);
  return chart;
}

describe('a transfer that the other organization gives back', () => {
  test('is a gap that shows, and is offered on', async () => {
    const chart = await cameBack();
    expect(await nobodys(at.supervisor)).toContain(chart);
    const again = await transfer(chart);
    expect(again.statusCode, again.body).toBe(200);
    expect((await answer(elsewhere, chart, 'accepted')).statusCode).toBe(200);
    expect(await nobodys(elsewhere)).toContain(chart);
  });

  test('or the family stays, with a care manager named meanwhile', async () => {
    const chart = await cameBack();
    const named = await at.post(at.supervisor, `/api/charts/${chart}/care-manager`, {
      seat: at.careManager.seat,
      reason: 'They know the family.',
    });
    expect(named.statusCode, named.body).toBe(200);
    const stays = await enrol(chart);
    expect(stays.statusCode, stays.body).toBe(200);
    const opened = (await at.get(at.supervisor, `/api/charts/${chart}/referral`)).json();
    expect(opened.stage).toBe('enrolled');
    expect(await accountable(chart)).toEqual([at.careManager.seat]);
  });

  test('offered on again, it takes nobody along who was named meanwhile', async () => {
    const chart = await cameBack();
    const reason = 'They know the family.';
    await at.post(at.supervisor, `/api/charts/${chart}/care-manager`, { seat: at.careManager.seat, reason });
    expect((await transfer(chart)).statusCode).toBe(200);
    expect(await accountable(chart)).toEqual([]);
  });
});

describe('a chart that goes on', () => {
  test('takes no accountable care manager along, so that the gap shows where it comes to', async () => {
    const chart = await at.heldChart();
    const wrong = { what: { fact: { kind: 'referral.accepted', on: TODAY } }, reason: 'Pressed by mistake.' };
    const steps = [
      await at.post(at.supervisor, `/api/charts/${chart}/recorded-wrongly`, wrong),
      await answer(at.supervisor, chart, 'returned'),
      await at.post(at.csa, `/api/charts/${chart}/assignment`, { toAgency: 1, reason: REASON }),
      await answer(elsewhere, chart, 'accepted'),
    ];
    for (const step of steps) expect(step.statusCode, step.body).toBe(200);
    expect(await nobodys(elsewhere)).toContain(chart);
    expect((await at.get(elsewhere, `/api/charts/${chart}`)).json().header.careManager).toBeNull();
  });

  test('has no care manager before it is accepted, nor once it is over', async () => {
    const chart = await at.heldChart();
    await enrol(chart);
    await transfer(chart);
    const name = () =>
      at.post(elsewhere, `/api/charts/${chart}/care-manager`, { seat: managerElsewhere.seat, reason: 'Near.' });
    expect([(await name()).statusCode, (await name()).json().code]).toEqual([409, 'not-in-care']);
    await answer(elsewhere, chart, 'accepted');
    expect((await name()).statusCode).toBe(200);
    const facts = async () =>
      (
        await world.pools.owner.query(
          `select count(*)::int as n from kinfold.fact where chart = $1 and kind = 'accountable.assigned'`,
          [chart],
        )
      ).rows[0].n;
    const before = await facts();
    expect((await name()).statusCode, 'theirs already').toBe(200);
    expect(await facts()).toBe(before);
  });
});

describe('an enrolment', () => {
  test('does not begin before the one before it ended', async () => {
    const chart = await at.heldChart();
    await enrol(chart);
    const end = { on: TODAY, ground: 'written-request', reason: 'They asked for it.' };
    const ended = await at.post(at.supervisor, `/api/charts/${chart}/enrolment/end`, end);
    expect(ended.statusCode, ended.body).toBe(200);
    await world.pools.owner.query(
      `update kinfold.fact set on_day = '2026-10-01' where chart = $1 and kind = 'referral.assigned'`,
      [chart],
    );
    const early = await enrol(chart, { on: '2026-10-05' });
    expect(early.json().problems).toEqual([{ field: 'on', code: 'before-the-last-one-ended' }]);
    expect((await enrol(chart)).statusCode).toBe(200);
  });

  test('rests on nobody’s word who cannot give it: a parent’s at 18, the youth’s alone before', async () => {
    const young = await at.heldChart();
    const alone = await enrol(young, {}, { authority: 'self' });
    expect(alone.json().problems).toEqual([{ field: 'consent.authority', code: 'not-alone-before-18' }]);
    const usual = (await at.get(at.supervisor, `/api/charts/${young}/referral`)).json().referral.asRegistered;
    const adult = await at.heldChart({ youth: { ...usual.youth, lastName: 'Grown', birthDay: '2008-10-12' } });
    const parent = await enrol(adult);
    expect(parent.json().problems).toEqual([{ field: 'consent.authority', code: 'adult-says-yes-alone' }]);
    expect((await enrol(adult, {}, { authority: 'self' })).statusCode).toBe(200);
  });

  test('keeps the rights owed where they, or the ways to object, were not given', async () => {
    const given = async (items: string[]) => {
      const chart = await at.heldChart();
      await enrol(chart, { items });
      const { rows } = await world.pools.owner.query(
        `select 1 from kinfold.fact where chart = $1 and kind = 'rights.given'`,
        [chart],
      );
      return rows.length;
    };
    expect(await given(['voluntary-services'])).toBe(0);
    expect(await given(['family-rights', 'voluntary-services'])).toBe(0);
    expect(await given(['family-rights', 'complaint-routes'])).toBe(1);
  });
});
