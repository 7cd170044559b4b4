import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { ReferralDraft } from './model.ts';
import { referralDraft } from './referral.builder.ts';

const TODAY = '2026-10-12';
const TOMORROW = '2026-10-13' as IsoDay;

let world: TestApp;
let at: Desk;

beforeAll(async () => {
  world = await testApp(`${TODAY}T18:20:00Z`);
  at = await desk(world);
});
afterAll(() => world.stop());

const register = (different: Partial<ReferralDraft>) =>
  at.post(at.csa, '/api/referrals', {
    chart: randomUUID(),
    referral: referralDraft({ externalId: randomUUID(), ...different }),
  });

describe('a referral says nothing that cannot be', () => {
  const { consent, youth } = referralDraft();
  test.each([
    ['consent of tomorrow', { consent: { ...consent, on: TOMORROW } }, 'consent.on', 'has-not-happened'],
    ['received tomorrow', { receivedOn: TOMORROW, receivedAt: null }, 'receivedOn', 'has-not-happened'],
    ['received in an hour', { receivedAt: `${TODAY}T19:20:00Z` }, 'receivedAt', 'has-not-happened'],
    ['born tomorrow', { youth: { ...youth, birthDay: TOMORROW } }, 'youth.birthDay', 'has-not-happened'],
    [
      'born after it was received',
      { receivedOn: '2026-10-10' as IsoDay, receivedAt: null, youth: { ...youth, birthDay: '2026-10-11' as IsoDay } },
      'youth.birthDay',
      'born-after-received',
    ],
  ])('%s', async (_, different, field, code) => {
    const answer = await register(different);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().problems).toEqual([{ field: `referral.${field}`, code }]);
  });

  test('nor does an organization record it', async () => {
    const recorded = { document: 'Letter 4', decidedOn: TODAY, assignedAt: `${TODAY}T14:00:00Z` };
    const referral = referralDraft({ externalId: randomUUID(), consent: { ...consent, on: TOMORROW } });
    const answer = await at.post(at.supervisor, '/api/referrals/recorded', { chart: randomUUID(), referral, recorded });
    expect(answer.json().problems).toEqual([{ field: 'referral.consent.on', code: 'has-not-happened' }]);
  });
});

test('of a caregiver’s telephone the extension comes into the chart too', async () => {
  const guardian = { ...referralDraft().guardian, telephoneExtension: '12' };
  const chart = await at.heldChart({ guardian });
  const { contactPoints } = (await at.get(at.supervisor, `/api/charts/${chart}/family`)).json();
  const telephone = contactPoints.find(({ kind }: { kind: string }) => kind === 'telephone');
  expect(telephone).toMatchObject({ value: '+19085550142', extension: '12' });
});

test('a birth day set right since the referral is the one that is judged', async () => {
  const chart = randomUUID();
  const grown = { ...referralDraft().youth, firstName: 'Odile', birthDay: '2003-03-09' as IsoDay };
  await at.post(at.csa, '/api/referrals', { chart, referral: referralDraft({ externalId: 'odile', youth: grown }) });
  const opened = async () => (await at.get(at.csa, `/api/charts/${chart}/referral`)).json();
  expect((await opened()).suggested).toEqual({ outcome: 'not-eligible', reasons: ['past-21st-birthday'] });
  const { youth } = (await at.get(at.csa, `/api/charts/${chart}/family`)).json();
  const { revision: base, ...fields } = youth;
  const right = await at.post(at.csa, `/api/charts/${chart}/youth`, { ...fields, base, born: '2013-03-09' });
  expect(right.statusCode, right.body).toBe(200);
  expect(await opened()).toMatchObject({ born: '2013-03-09', suggested: { reasons: ['grounds-not-reviewed'] } });
});

describe('two people who decide at once', () => {
  test('do not pass each other: the second is told, and may reconsider what was decided', async () => {
    const chart = randomUUID();
    const referral = referralDraft({
      externalId: randomUUID(),
      youth: { ...referralDraft().youth, firstName: 'Ines', lastName: 'Quarry', birthDay: '2013-04-05' as IsoDay },
    });
    await at.post(at.csa, '/api/referrals', { chart, referral });
    const decide = (outcome: string, more: Record<string, unknown> = {}) =>
      at.post(at.csa, `/api/charts/${chart}/eligibility`, { on: TODAY, outcome, reasons: ['as-told'], ...more });
    const first = await decide('eligible');
    expect(first.statusCode, first.body).toBe(200);
    for (const outcome of ['not-eligible', 'more-information']) {
      const second = await decide(outcome);
      expect([second.statusCode, second.json().code]).toEqual([409, 'decided-meanwhile']);
    }
    const [reconsiders, reconsiderReason] = [first.json().answer.decision, 'The family asked again.'];
    const again = await decide('short-term', { reconsiders, reconsiderReason });
    expect(again.statusCode, again.body).toBe(200);
    const late = await decide('idd-path', { reconsiders, reconsiderReason });
    expect(late.json().code).toBe('decided-meanwhile');
  });

  test('decisions of one day stand in the order in which they were made', async () => {
    const chart = randomUUID();
    const asked = { ...referralDraft().youth, firstName: 'Petra', lastName: 'Underhill' };
    await at.post(at.csa, '/api/referrals', { chart, referral: referralDraft({ externalId: chart, youth: asked }) });
    const made: string[] = [];
    const decide = async (outcome: string, reconsiders: string | null = null) => {
      const reason = reconsiders && { reconsiders, reconsiderReason: 'The family asked again.' };
      const body = { on: TODAY, outcome, reasons: ['as-told'], ...reason };
      const answer = await at.post(at.csa, `/api/charts/${chart}/eligibility`, body);
      expect(answer.statusCode, answer.body).toBe(200);
      made.push(outcome);
      return answer.json().answer.decision as string;
    };
    await decide('more-information');
    const first = await decide('eligible');
    await decide('more-information', first);
    await decide('short-term', await decide('eligible'));
    const { decisions } = (await at.get(at.csa, `/api/charts/${chart}/referral`)).json();
    expect(decisions.map(({ outcome }: { outcome: string }) => outcome)).toEqual(made);
  });
});
