import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { ReferralDraft } from './model.ts';
import { referralDraft } from './referral.builder.ts';
import { settleEverything } from './settled.builder.ts';

const TODAY = '2026-10-12';
const GROUNDS = ['serious-challenge'];

let world: TestApp;
let csa: Seated;
let supervisor: Seated;
let supervisorElsewhere: Seated;

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  supervisor = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'supervisor', agency: 15 });
  supervisorElsewhere = await addSeat(owner, { name: 'Lee Park', capacity: 'supervisor', agency: 1 });
});
afterAll(() => world.stop());

const post = (who: Seated, url: string, body: Record<string, unknown>) =>
  world.app.inject({ method: 'POST', url, headers: who.headers, payload: { id: randomUUID(), ...body } });
const opened = async (who: Seated, chart: string) =>
  (await world.app.inject({ method: 'GET', url: `/api/charts/${chart}/referral`, headers: who.headers })).json();

async function registered(different: Partial<ReferralDraft> = {}): Promise<string> {
  const chart = randomUUID();
  const referral = referralDraft({ externalId: randomUUID(), ...different });
  const answer = await post(csa, '/api/referrals', { chart, referral });
  expect(answer.statusCode, answer.body).toBe(200);
  return chart;
}

const decide = (chart: string, outcome: string) =>
  post(csa, `/api/charts/${chart}/eligibility`, {
    on: TODAY,
    outcome,
    reasons: ['all-conditions-met'],
    grounds: GROUNDS,
  });

/** A referral taken to the organization with this number, which accepts it. */
async function takenOnBy(agency: number, who: Seated, different: Partial<ReferralDraft> = {}): Promise<string> {
  const chart = await registered(different);
  await settleEverything(world.app, csa, chart);
  for (const answer of [
    await decide(chart, 'eligible'),
    await post(csa, `/api/charts/${chart}/assignment`, { toAgency: agency, reason: 'Nearer to the grandmother.' }),
    await post(who, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' }),
  ])
    expect(answer.statusCode, answer.body).toBe(200);
  return chart;
}

const youth = (firstName: string, lastName: string, birthDay: string): ReferralDraft['youth'] => ({
  ...referralDraft().youth,
  firstName,
  lastName,
  birthDay: birthDay as ReferralDraft['youth']['birthDay'],
});

describe('a decision on a referral with open questions', () => {
  test('waits for those that hold it, and the refusal names them', async () => {
    const foster = { ...referralDraft().guardian, relationship: { code: 'foster-parent' as const, asReported: null } };
    const chart = await registered({
      youth: youth('Amara', 'Okonjo', '2014-02-11'),
      guardian: { ...foster, telephone: null },
      consent: { ...referralDraft().consent, authority: 'to-confirm' },
    });
    const { tasks } = await opened(csa, chart);
    expect(tasks.map(({ code }: { code: string }) => code).sort()).toEqual(['authority', 'telephone-missing']);
    const held = await decide(chart, 'eligible');
    expect(held.statusCode).toBe(409);
    expect(held.json()).toMatchObject({
      code: 'tasks-open',
      problems: [{ field: 'tasks.authority', code: 'task-open' }],
    });
    const authority = tasks.find(({ code }: { code: string }) => code === 'authority');
    await post(csa, `/api/charts/${chart}/tasks/${authority.id}`, { answer: 'may-consent' });
    // What only somebody may find out later does not hold it.
    expect((await decide(chart, 'eligible')).statusCode).toBe(200);
  });

  test('does not wait where it asks for more, or somebody must come now', async () => {
    const consent = { ...referralDraft().consent, given: 'not-recorded' as const };
    const chart = await registered({ youth: youth('Bram', 'Castellane', '2013-06-30'), consent });
    expect((await decide(chart, 'eligible')).statusCode).toBe(409);
    expect((await decide(chart, 'more-information')).statusCode).toBe(200);
    expect((await decide(chart, 'mobile-response')).statusCode).toBe(200);
  });
});

describe('the answer to an open question', () => {
  test('is one of those that fit it, with a note where the answer alone would not tell what was found', async () => {
    const guardian = { ...referralDraft().guardian, telephone: null };
    const chart = await registered({ youth: youth('Ezra', 'Tolland', '2013-01-30'), guardian });
    const [task] = (await opened(csa, chart)).tasks;
    const settle = (body: Record<string, unknown>) => post(csa, `/api/charts/${chart}/tasks/${task.id}`, body);
    for (const answer of ['said-yes', 'Ana said: call her sister, 908 555 0199'])
      expect((await settle({ answer })).json().problems).toEqual([{ field: 'answer', code: 'not-an-answer' }]);
    expect((await settle({ answer: 'found' })).json().problems).toEqual([{ field: 'note', code: 'missing' }]);
    expect((await settle({ answer: 'found', note: 'Call the aunt.' })).statusCode).toBe(200);
  });
});

describe('a long list', () => {
  test('is read on where a page ends, though many came in at one instant', async () => {
    const instant = '2026-01-05T12:00:00Z';
    const came: string[] = [];
    for (const first of ['Ada', 'Bea', 'Cleo', 'Dora', 'Edna'])
      came.push(
        await registered({
          youth: youth(first, `Long${first}`, '2012-04-04'),
          receivedOn: '2026-01-05' as IsoDay,
          receivedAt: instant,
        }),
      );
    const seen: string[] = [];
    let next: Record<string, string> = { before: '2026-01-06T00:00:00Z' };
    for (let page = 0; page < 10; page += 1) {
      const url = `/api/referrals?${new URLSearchParams({ stage: 'all', limit: '2', ...next })}`;
      const { items } = (await world.app.inject({ method: 'GET', url, headers: csa.headers })).json();
      if (items.length === 0) break;
      seen.push(...items.map(({ chart }: { chart: string }) => chart));
      next = { before: items.at(-1).receivedAt, beforeChart: items.at(-1).chart };
    }
    expect(seen.filter((chart) => came.includes(chart)).sort()).toEqual(came.sort());
  });
});

describe('a referral decided otherwise', () => {
  const listed = async (stage: string): Promise<{ chart: string; outcome: string }[]> =>
    (await world.app.inject({ method: 'GET', url: `/api/referrals?stage=${stage}`, headers: csa.headers })).json()
      .items;

  test('leaves those that wait, is found in its own list, and comes back when it is reconsidered', async () => {
    const chart = await registered({ youth: youth('Wendell', 'Abarca', '2013-02-20') });
    await settleEverything(world.app, csa, chart);
    expect((await decide(chart, 'not-eligible')).statusCode).toBe(200);
    const is = expect.objectContaining({ chart });
    expect(await listed('all')).not.toContainEqual(is);
    expect(await listed('other-path')).toContainEqual(expect.objectContaining({ chart, outcome: 'not-eligible' }));

    const { decisions } = await opened(csa, chart);
    const again = { on: TODAY, outcome: 'eligible', reasons: ['all-conditions-met'], grounds: GROUNDS };
    const reconsidered = { ...again, reconsiders: decisions[0].id, reconsiderReason: 'The school sent its report.' };
    const answer = await post(csa, `/api/charts/${chart}/eligibility`, reconsidered);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(await listed('other-path')).not.toContainEqual(is);
    expect(await listed('to-assign')).toContainEqual(is);
    expect((await opened(csa, chart)).decisions).toHaveLength(2);
  });
});

test('a decision reconsidered to ask for more is taken back: nothing can be assigned on it until it is decided anew', async () => {
  const chart = await registered({ youth: youth('Imre', 'Quail', '2012-08-30') });
  await settleEverything(world.app, csa, chart);
  expect((await decide(chart, 'eligible')).statusCode).toBe(200);
  const reconsider = async (outcome: string) => {
    const { decisions } = await opened(csa, chart);
    return post(csa, `/api/charts/${chart}/eligibility`, {
      ...{ on: TODAY, outcome, reasons: ['all-conditions-met'], grounds: GROUNDS },
      ...{ reconsiders: decisions.at(-1).id, reconsiderReason: 'The report is of another youth.' },
    });
  };
  const assign = () => post(csa, `/api/charts/${chart}/assignment`, { toAgency: 15, reason: 'Nearer to the school.' });
  expect((await reconsider('more-information')).statusCode).toBe(200);
  expect((await opened(csa, chart)).stage).toBe('referred');
  expect((await assign()).json()).toMatchObject({ code: 'not-decided-eligible' });
  expect((await reconsider('eligible')).statusCode).toBe(200);
  expect((await assign()).statusCode).toBe(200);
});

describe('what is suggested', () => {
  test('comes from the server, and follows the settled tasks', async () => {
    const consent = { ...referralDraft().consent, given: 'not-recorded' as const };
    const chart = await registered({ youth: youth('Corin', 'Delacroix', '2012-12-01'), consent });
    const before = await opened(csa, chart);
    expect(before.suggested).toEqual({
      outcome: 'more-information',
      reasons: ['consent-missing', 'grounds-not-reviewed'],
    });
    const [task] = before.tasks;
    await post(csa, `/api/charts/${chart}/tasks/${task.id}`, { answer: 'said-no' });
    expect((await opened(csa, chart)).suggested).toEqual({ outcome: 'not-eligible', reasons: ['said-no'] });
  });
});

describe('a youth who is here already', () => {
  test('with another agency is shown to the administrator and to nobody else', async () => {
    const here = youth('Dario', 'Fenwick', '2011-03-05');
    const first = await takenOnBy(15, supervisor, { youth: here });
    const again = await takenOnBy(1, supervisorElsewhere, { youth: here });
    const shown = async (who: Seated, chart: string) =>
      (await opened(who, chart)).duplicates.map((other: { chart: string }) => other.chart);
    expect(await shown(csa, again)).toEqual([first]);
    expect(await shown(supervisorElsewhere, again)).toEqual([]);
    expect(await shown(supervisor, first)).toEqual([]);
    const linking = { other: first, kind: 'same-person', reason: 'Same birth day.' };
    const refused = await post(supervisorElsewhere, `/api/charts/${again}/links`, linking);
    expect(refused.statusCode).toBe(404);
  });
});

describe('a link that was undone', () => {
  test('can be made again, and what was undone stays on record', async () => {
    const first = await registered({ youth: youth('Ilse', 'Kestrel', '2012-02-02') });
    const again = await registered({ youth: youth('Ilse', 'Kestrel', '2012-02-02') });
    const linked = async () => (await opened(csa, again)).duplicates[0].linked;
    const link = { other: first, kind: 'same-person', reason: 'Same birth day, same mother.' };
    expect((await post(csa, `/api/charts/${again}/links`, link)).statusCode).toBe(200);
    expect(await linked()).toBe('same-person');
    expect((await post(csa, `/api/charts/${again}/links`, link)).json()).toMatchObject({ code: 'already-there' });
    const undo = { ...link, reason: 'Two cousins, as the aunt told us.' };
    expect((await post(csa, `/api/charts/${again}/links/undo`, undo)).statusCode).toBe(200);
    expect(await linked()).toBeNull();
    expect((await post(csa, `/api/charts/${again}/links`, link)).statusCode).toBe(200);
    expect(await linked()).toBe('same-person');
    const { rows } = await world.pools.owner.query(
      'select undone_reason as undone from kinfold.chart_link where chart = $1 order by at',
      [again],
    );
    expect(rows).toEqual([{ undone: undo.reason }, { undone: null }]);
  });

  test('opens the question again that it had answered, once, and with it holds the decision', async () => {
    const first = await registered({ youth: youth('Oona', 'Lindqvist', '2011-05-06') });
    const again = await registered({ youth: youth('Oona', 'Lindqvist', '2011-05-06') });
    const asked = async () => {
      const { tasks } = await opened(csa, again);
      return tasks.filter((task: { code: string }) => task.code === 'likely-duplicate');
    };
    const link = { other: first, kind: 'same-person', reason: 'Same birth day, same mother.' };
    const undo = { ...link, reason: 'Two cousins, as the aunt told us.' };
    await post(csa, `/api/charts/${again}/links`, link);
    expect((await asked()).map(({ answer }: { answer: string | null }) => answer)).toEqual(['same-youth']);
    expect((await post(csa, `/api/charts/${again}/links/undo`, undo)).statusCode).toBe(200);
    const after = await asked();
    expect(after).toHaveLength(2);
    expect(after.filter(({ answer }: { answer: string | null }) => answer === null)).toMatchObject([
      { detail: { chart: first } },
    ]);
  });
});

describe('a question settled apart from the comparison', () => {
  test.each([
    ['same-youth', 'same-person'],
    ['sibling', 'sibling'],
    ['another-youth', null],
  ])('as %s stands as a link of both charts where it joins them: %s', async (answer, linked) => {
    const name = youth('Quillon', `Abernathy ${answer}`, '2011-09-06');
    const first = await registered({ youth: name });
    const again = await registered({ youth: name });
    const [task] = (await opened(csa, again)).tasks;
    expect((await post(csa, `/api/charts/${again}/tasks/${task.id}`, { answer })).statusCode).toBe(200);
    const seen = async (chart: string) => (await opened(csa, chart)).duplicates[0].linked;
    expect([await seen(first), await seen(again)]).toEqual([linked, linked]);
  });
});

describe('a name that was set right since', () => {
  test('is the one the referral goes by and is compared by', async () => {
    const other = await registered({ youth: youth('Leopold', 'Vandermeer', '2012-10-10') });
    const chart = await registered({ youth: youth('Xerxes', 'Qwist', '2012-10-10') });
    expect((await opened(csa, chart)).duplicates).toEqual([]);
    const { youth: now } = (
      await world.app.inject({ url: `/api/charts/${chart}/family`, headers: csa.headers })
    ).json();
    const { revision: base, ...kept } = now;
    const right = { ...kept, base, legalFirst: 'Leopold', legalLast: 'Vandermeer', preferredName: 'Leo' };
    const changed = await post(csa, `/api/charts/${chart}/youth`, right);
    expect(changed.statusCode, changed.body).toBe(200);
    const after = await opened(csa, chart);
    expect(after.youth).toMatchObject({ first: 'Leopold', last: 'Vandermeer', preferred: 'Leo' });
    expect(after.duplicates).toMatchObject([
      { chart: other, score: 100, reasons: expect.arrayContaining(['name-same']) },
    ]);
  });
});

test('a birth day somebody guessed is told as a guess, stands so in the record, and is compared as one', async () => {
  const here = await registered({ youth: youth('Calliope', 'Norrington', '2012-07-19') });
  const chart = await registered({
    youth: { ...youth('Calliope', 'Norrington', '2013-01-01'), birthDayEstimated: true },
  });
  expect((await opened(csa, chart)).tasks).toMatchObject([{ code: 'likely-duplicate', detail: { chart: here } }]);
  const family = await world.app.inject({ url: `/api/charts/${chart}/family`, headers: csa.headers });
  expect(family.json().youth).toMatchObject({ born: '2013-01-01', bornEstimated: true });
  const { rows } = await world.pools.owner.query(
    `select data from kinfold.fact where chart = $1 and kind = 'youth.born'`,
    [chart],
  );
  expect(rows).toEqual([{ data: { estimated: true } }]);
  // Another one told a year later is compared with the guess in the record.
  const again = await registered({ youth: youth('Calliope', 'Norrington', '2014-02-01') });
  expect((await opened(csa, again)).tasks).toMatchObject([{ code: 'likely-duplicate', detail: { chart } }]);
});

describe('two charts of one youth', () => {
  test('stay joined where the record was set right since and nothing is alike any more, and can be told apart again', async () => {
    const first = await registered({ youth: youth('Marisol', 'Tannenbaum', '2012-04-04') });
    const again = await registered({ youth: youth('Marisol', 'Tannenbaum', '2012-04-04') });
    const link = { other: first, kind: 'same-person', reason: 'Same birth day, same mother.' };
    expect((await post(csa, `/api/charts/${again}/links`, link)).statusCode).toBe(200);
    await world.pools.owner.query(`delete from kinfold.name_key where chart = $1 and kind = 'match'`, [again]);
    const seen = async (chart: string) => (await opened(csa, chart)).duplicates;
    expect(await seen(first)).toMatchObject([{ chart: again, linked: 'same-person' }]);
    expect(await seen(again)).toMatchObject([{ chart: first, linked: 'same-person' }]);
    const undo = { other: again, kind: 'same-person', reason: 'Two cousins, as the aunt told us.' };
    expect((await post(csa, `/api/charts/${first}/links/undo`, undo)).statusCode).toBe(200);
    expect(await seen(again)).toEqual([]);
  });
});

describe('what is told of coverage with a referral', () => {
  const factsOf = async (chart: string) =>
    (
      await world.pools.owner.query(
        `select on_day::text as on, data from kinfold.fact where chart = $1 and kind = 'coverage.recorded'`,
        [chart],
      )
    ).rows;
  const plan = (code: NonNullable<ReferralDraft['healthPlan']>['code']) => ({ healthPlan: { code, asReported: null } });

  test('is a fact from the day it was registered, naming the plan where it is one of the five', async () => {
    const chart = await registered({ youth: youth('Edda', 'Grunwald', '2010-08-19'), ...plan('horizon') });
    expect(await factsOf(chart)).toEqual([{ on: TODAY, data: { payer: 'medicaid', plan: 'horizon' } }]);
  });

  test('with the plan not chosen yet, it is Medicaid without a plan; told nothing, nothing is known', async () => {
    const pending = await registered({ youth: youth('Ferran', 'Hollis', '2010-05-02'), ...plan('choice-pending') });
    expect(await factsOf(pending)).toEqual([{ on: TODAY, data: { payer: 'medicaid' } }]);
    const untold = await registered({ youth: youth('Greta', 'Iverson', '2009-11-23'), healthPlan: null });
    expect(await factsOf(untold)).toEqual([]);
  });
});

describe('the letter of a decision', () => {
  test('is recorded as sent with day, means, language and by whom; not before the decision, nor in time to come', async () => {
    const chart = await registered({ youth: youth('Hanne', 'Jarrett', '2011-07-07') });
    expect((await decide(chart, 'not-eligible')).statusCode).toBe(200);
    const [decision] = (await opened(csa, chart)).decisions;
    const letter = { decision: decision.id, means: 'certified-mail', language: 'es' };
    const send = (on: string) => post(csa, `/api/charts/${chart}/letters`, { ...letter, on });
    expect((await send('2026-10-11')).json().problems).toEqual([{ field: 'on', code: 'before-the-decision' }]);
    expect((await send('2026-10-13')).json().problems).toEqual([{ field: 'on', code: 'has-not-happened' }]);
    expect((await send(TODAY)).statusCode).toBe(200);
    expect((await opened(csa, chart)).letters).toEqual([{ ...letter, on: TODAY, by: 'Noor Haddad' }]);
    expect(
      (await post(csa, `/api/charts/${chart}/letters`, { ...letter, decision: randomUUID(), on: TODAY })).statusCode,
    ).toBe(404);
  });
});
