import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeat } from '#modules/record/testing/world.builder.ts';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { referralDraft } from './referral.builder.ts';

const TODAY = '2026-10-12';
const REASON = 'Rosa said on the telephone that they do not want this now.';

let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp(`${TODAY}T18:20:00Z`);
  at = await desk(world);
});
afterAll(() => world.stop());

const giveBack = (chart: string, because: string | undefined = 'family-said-no') =>
  at.post(at.supervisor, `/api/charts/${chart}/assignment/answer`, { answer: 'returned', because, reason: REASON });
const opened = async (who: Desk['csa'], chart: string) => (await at.get(who, `/api/charts/${chart}/referral`)).json();
const nobodys = async (): Promise<string[]> =>
  (await at.get(at.supervisor, '/api/caseloads')).json().unassigned.map(({ chart }: { chart: string }) => chart);
const owed = async (chart: string): Promise<string[]> =>
  (
    await world.pools.owner.query(
      `select rule from kinfold.duty where chart = $1 and owing = 'holder' and state in ('open', 'partial', 'delegated')`,
      [chart],
    )
  ).rows.map(({ rule }) => rule);
const accountable = async (chart: string): Promise<number> =>
  (
    await world.pools.owner.query(
      `select 1 from kinfold.relationship where chart = $1 and kind = 'accountable' and to_day is null`,
      [chart],
    )
  ).rows.length;

describe('an accepted referral of a family that says no before enrolment', () => {
  test('goes back to the administrator with the reason: nobody here answers for it, and nothing is owed', async () => {
    const chart = await at.heldChart();
    expect(await owed(chart)).toContain('nj.first-contact');
    const back = await giveBack(chart);
    expect(back.statusCode, back.body).toBe(200);
    expect((await at.get(at.supervisor, `/api/charts/${chart}`)).statusCode).toBe(404);
    expect(await opened(at.csa, chart)).toMatchObject({
      stage: 'to-assign',
      assignments: [{ toAgency: 15, state: 'returned', returnReason: REASON, returnedBecause: 'family-said-no' }],
    });
    const waiting = (await at.get(at.csa, '/api/referrals?stage=to-assign')).json().items;
    expect(waiting).toContainEqual(expect.objectContaining({ chart, cameBack: 'family-said-no' }));
    expect(await owed(chart)).not.toContain('nj.first-contact');
    expect(await accountable(chart)).toBe(0);
    expect((await giveBack(chart)).statusCode).toBe(404);
  });

  test('offered on, still says to the administrator and to the next organization why it came back', async () => {
    const chart = await at.heldChart();
    await giveBack(chart, 'other-county');
    const offered = await at.post(at.csa, `/api/charts/${chart}/assignment`, { toAgency: 1, reason: 'They moved.' });
    expect(offered.statusCode, offered.body).toBe(200);
    const lead = await addSeat(world.pools.owner, { name: 'Ines Roth', capacity: 'supervisor', agency: 1 });
    for (const who of [at.csa, lead])
      expect((await opened(who, chart)).assignments).toMatchObject([{ returnedBecause: 'other-county' }, {}]);
    const listed = (await at.get(at.csa, '/api/referrals?stage=offered')).json().items;
    expect(listed).toContainEqual(expect.objectContaining({ chart, cameBack: null }));
  });

  test('a transfer that came back is no question of eligibility: nothing is decided again', async () => {
    const chart = await at.heldChart();
    const items = ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'];
    const consent = { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' };
    const lead = await addSeat(world.pools.owner, { name: 'Omar Reyes', capacity: 'supervisor', agency: 1 });
    const steps: [Desk['csa'], string, Record<string, unknown>][] = [
      [at.supervisor, 'enrolment', { on: TODAY, language: 'Spanish', items, consent }],
      [at.supervisor, 'transfer', { toAgency: 1, on: TODAY, reason: 'They move to the next county.' }],
      [lead, 'assignment/answer', { answer: 'returned', because: 'other', reason: 'They stay where they are.' }],
    ];
    for (const [who, step, body] of steps) {
      const answer = await at.post(who, `/api/charts/${chart}/${step}`, body);
      expect(answer.statusCode, answer.body).toBe(200);
    }
    const before = await opened(at.supervisor, chart);
    expect(before.stage).toBe('to-assign');
    const again = await at.post(at.supervisor, `/api/charts/${chart}/referral/recorded`, {
      recorded: {
        ...{ document: 'Letter 9', decidedOn: TODAY, outcome: 'not-eligible' },
        ...{ reconsiders: before.decisions[0].id, reconsiderReason: 'Looked at again.' },
      },
    });
    expect([again.statusCode, again.json().code]).toEqual([409, 'decided-meanwhile']);
  });

  test('recorded by the organization itself, it stays there as a gap until what the administrator says of it is recorded', async () => {
    const chart = randomUUID();
    const recorded = { document: 'Letter 7', decidedOn: '2026-10-09', assignedAt: '2026-10-12T14:00:00Z' };
    const referral = referralDraft({ externalId: randomUUID() });
    const made = await at.post(at.supervisor, '/api/referrals/recorded', { chart, referral, recorded });
    expect(made.statusCode, made.body).toBe(200);
    const back = await giveBack(chart);
    expect(back.statusCode, back.body).toBe(200);
    expect(await nobodys()).toContain(chart);
    const before = await opened(at.supervisor, chart);
    expect(before).toMatchObject({ stage: 'to-assign', assignments: [{ state: 'returned' }] });
    const closed = await at.post(at.supervisor, `/api/charts/${chart}/referral/recorded`, {
      recorded: {
        ...{ document: 'Letter 8', decidedOn: TODAY, outcome: 'not-eligible' },
        ...{ reconsiders: before.decisions[0].id, reconsiderReason: 'The family said no.' },
      },
    });
    expect(closed.statusCode, closed.body).toBe(200);
    expect((await opened(at.supervisor, chart)).stage).toBe('other-path');
    expect(await nobodys()).not.toContain(chart);
    expect(await owed(chart)).toEqual([]);
  });

  test('is no way out once the youth is enrolled, nor for another organization', async () => {
    const chart = await at.heldChart();
    const items = ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'];
    const consent = { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' };
    const answer = { answer: 'returned', because: 'other', reason: REASON };
    expect((await at.post(at.stranger, `/api/charts/${chart}/assignment/answer`, answer)).statusCode).toBe(404);
    const enrolled = await at.post(at.supervisor, `/api/charts/${chart}/enrolment`, {
      ...{ on: TODAY, language: 'Spanish', items, consent },
    });
    expect(enrolled.statusCode, enrolled.body).toBe(200);
    expect((await giveBack(chart)).json()).toMatchObject({ code: 'nothing-offered' });
    expect(await accountable(chart)).toBe(1);
  });

  test('is not accepted a second time', async () => {
    const chart = await at.heldChart();
    const again = await at.post(at.supervisor, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' });
    expect(again.json()).toMatchObject({ code: 'nothing-offered' });
  });
});

describe('an offered referral that the organization does not take', () => {
  const offered = async () => {
    const chart = await at.heldChart();
    await giveBack(chart);
    const again = await at.post(at.csa, `/api/charts/${chart}/assignment`, {
      toAgency: 15,
      reason: 'They ask for it.',
    });
    expect(again.statusCode, again.body).toBe(200);
    return chart;
  };

  test('says by one of the reasons and in words why, to the administrator on its page and in the list', async () => {
    const chart = await offered();
    const back = await giveBack(chart, 'served-elsewhere');
    expect(back.statusCode, back.body).toBe(200);
    expect((await opened(at.csa, chart)).assignments.at(-1)).toMatchObject({
      ...{ state: 'returned', returnReason: REASON, returnedBecause: 'served-elsewhere' },
    });
    const waiting = (await at.get(at.csa, '/api/referrals?stage=to-assign')).json().items;
    expect(waiting).toContainEqual(expect.objectContaining({ chart, cameBack: 'served-elsewhere' }));
  });

  test.each([
    ['without one of the reasons', { reason: REASON }, { field: 'because', code: 'missing' }],
    ['without words', { because: 'duplicate' }, { field: 'reason', code: 'missing' }],
  ])('%s it is not returned', async (_, said, problem) => {
    const chart = await offered();
    const url = `/api/charts/${chart}/assignment/answer`;
    const answer = await at.post(at.supervisor, url, { answer: 'returned', ...said });
    expect([answer.statusCode, answer.json().problems]).toEqual([422, [problem]]);
    expect((await opened(at.supervisor, chart)).stage).toBe('assigned');
  });

  test('one from before a reason was asked for is read by its words, and waits as one that came back', async () => {
    const chart = await offered();
    await giveBack(chart, 'other');
    await world.pools.owner.query('update kinfold.referral_assignment set return_because = null where chart = $1', [
      chart,
    ]);
    expect((await opened(at.csa, chart)).assignments.at(-1)).toMatchObject({
      returnReason: REASON,
      returnedBecause: null,
    });
    const waiting = (await at.get(at.csa, '/api/referrals?stage=to-assign')).json().items;
    expect(waiting).toContainEqual(expect.objectContaining({ chart, cameBack: 'not-said' }));
  });
});
