import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAgencies, addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import { settleEverything } from '#modules/referral/settled.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

let world: TestApp;
let csa: Seated;
let lead: Seated;
let officer: Seated;
let careManager: Seated;
let elsewhere: Seated;
let pennsylvania: Seated;
let chart: string;
let stopJobs: () => Promise<void>;
const HOURS = 'nj.first-contact/hours';

const post = (who: Seated, url: string, body: Record<string, unknown>) =>
  world.app.inject({ method: 'POST', url, headers: who.headers, payload: { id: randomUUID(), ...body } });
const get = (who: Seated, url: string) => world.app.inject({ method: 'GET', url, headers: who.headers });

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  const { owner } = world.pools;
  await addAgencies(owner);
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  lead = await addSeat(owner, { name: 'Iris Cole', capacity: 'agency-lead', agency: 15 });
  officer = await addSeat(owner, { name: 'Omar Nye', capacity: 'administrator', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  elsewhere = await addSeat(owner, { name: 'Lee Park', capacity: 'agency-lead', agency: 1 });
  pennsylvania = await addSeat(owner, { name: 'Pat Roe', capacity: 'tcm-supervisor', agency: 901 });
  chart = randomUUID();
  for (const [who, url, body] of [
    [csa, '/api/referrals', { chart, referral: referralDraft({ externalId: randomUUID() }) }],
    [
      csa,
      `/api/charts/${chart}/eligibility`,
      { on: '2026-10-12', outcome: 'eligible', reasons: ['all-conditions-met'], intensity: 'moderate' },
    ],
    [csa, `/api/charts/${chart}/assignment`, { toAgency: 15 }],
    [lead, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' }],
  ] as const) {
    const answer = await post(who, url, body);
    expect(answer.statusCode, answer.body).toBe(200);
    if (url === '/api/referrals') await settleEverything(world.app, csa, chart);
  }
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

const packOf = async (who: Seated) => (await get(who, '/api/policies')).json().packs[0];
const firstContact = async () =>
  (
    await world.pools.owner.query(
      `select state, due::text, due_at from kinfold.duty where chart = $1 and rule = 'nj.first-contact'`,
      [chart],
    )
  ).rows[0];
const snapshot = async () =>
  (
    await world.pools.owner.query(
      `select jsonb_agg(to_jsonb(d) order by key) as duties, (select count(*) from kinfold.fact) as facts from kinfold.duty d`,
    )
  ).rows[0];

async function until<T>(ask: () => Promise<T>, yes: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (yes(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const answerOf = async (who: Seated, job: string) =>
  until(
    async () => (await get(who, `/api/jobs/${job}`)).json(),
    (answer) => answer.state === 'finished' || answer.state === 'stopped',
  );

describe('reading the rules', () => {
  test('packs say version, hash, dates and what is not loaded; clauses say their rules in words', async () => {
    const pack = await packOf(careManager);
    expect(pack).toMatchObject({ programme: 'nj-cmo' });
    expect(pack.hash).toMatch(/^[0-9a-f]{64}$/);
    const { clauses } = (await get(careManager, `/api/policies/${pack.id}/clauses`)).json();
    const clause = clauses.find((one: { id: string }) => one.id === 'nj.first-contact');
    expect(clause.rules[0].words.en).toContain('24 hours after assignment to the agency');
    expect(clause.rules[0].words.es).toContain('24 horas');
    expect(clause.parameters).toContainEqual(
      expect.objectContaining({ key: HOURS, default: 24, value: 24, override: null }),
    );
  });

  test('a pack is read as a FHIR PlanDefinition, with what that cannot carry', async () => {
    const answer = await get(careManager, '/api/policies/nj-cmo/plan-definition');
    expect(answer.statusCode, answer.body).toBe(200);
    const { resource, notCarried } = answer.json();
    expect(resource).toMatchObject({ resourceType: 'PlanDefinition', id: 'nj-cmo', status: 'active' });
    expect(resource.action).toContainEqual(expect.objectContaining({ id: 'nj.first-isp' }));
    expect(notCarried).toContainEqual({
      rule: 'nj.presumptive-certificate',
      why: 'business days and their calendar; the export says days',
    });
    expect((await get(pennsylvania, '/api/policies/nj-cmo/plan-definition')).statusCode).toBe(404);
  });

  test('programmes never mix', async () => {
    const pack = await packOf(careManager);
    const theirs = (await get(pennsylvania, '/api/policies')).json().packs as { programme: string }[];
    expect(theirs.every(({ programme }) => programme === 'pa-tcm')).toBe(true);
    expect((await get(pennsylvania, `/api/policies/${pack.id}/clauses`)).statusCode).toBe(404);
  });
});

describe('what if', () => {
  test('counts what would move, shows what the asker may see, and writes nothing', async () => {
    const { id } = await packOf(lead);
    const before = await snapshot();
    const asked = await post(lead, `/api/policies/${id}/what-if`, { overrides: [{ parameter: HOURS, value: 48 }] });
    expect(asked.statusCode, asked.body).toBe(200);
    const { result, done } = await answerOf(lead, asked.json().job);
    expect(done).toBe(1);
    expect(result).toMatchObject({ charts: 1, changed: { moved: 1, opened: 0, voided: 0 } });
    expect(result.byRule).toEqual([
      expect.objectContaining({
        rule: 'nj.first-contact',
        title: expect.objectContaining({ en: 'First contact in 24 hours' }),
        cite: expect.stringContaining('Essex'),
        changed: { moved: 1, opened: 0, voided: 0, settled: 0 },
      }),
    ]);
    expect(result.agency).toBeTruthy();
    expect(result.sample).toEqual([
      expect.objectContaining({
        chart,
        title: expect.objectContaining({ en: 'First contact in 24 hours' }),
        before: '2026-10-13',
        after: '2026-10-14',
      }),
    ]);
    expect(await snapshot()).toEqual(before);
  });

  test('whoever may open no chart gets the counts alone, and nobody else reads the answer', async () => {
    const { id } = await packOf(officer);
    const asked = (
      await post(officer, `/api/policies/${id}/what-if`, { overrides: [{ parameter: HOURS, value: 48 }] })
    ).json();
    const { result } = await answerOf(officer, asked.job);
    expect(result).toMatchObject({ changed: { moved: 1 }, sample: [] });
    for (const who of [careManager, elsewhere]) expect((await get(who, `/api/jobs/${asked.job}`)).statusCode).toBe(404);
  });
});

describe('an agency’s own number', () => {
  test('is set with a reason by those who may, and refused where it fits no parameter', async () => {
    const { id } = await packOf(lead);
    const url = `/api/policies/${id}/overrides`;
    const wish = { parameter: HOURS, value: 48, reason: 'Agreed with the county', from: '2026-10-12' };
    expect((await post(careManager, url, wish)).statusCode).toBe(403);
    expect((await post(lead, url, { ...wish, parameter: 'nj.nothing/days' })).json().problems).toEqual([
      { field: 'parameter', code: 'no-such-parameter' },
    ]);
    expect((await post(lead, url, { ...wish, value: true })).json().problems).toEqual([
      { field: 'value', code: 'not-a-number' },
    ]);
    // A period of no days would come round for ever.
    const empty = { ...wish, parameter: 'nj.incident-follow-up/then', value: 0 };
    expect((await post(lead, url, empty)).json().problems).toEqual([{ field: 'value', code: 'too-small' }]);
    const asked = await post(lead, `/api/policies/${id}/what-if`, {
      overrides: [empty].map(({ parameter, value }) => ({ parameter, value })),
    });
    expect(asked.json().problems).toEqual([{ field: 'overrides.0.value', code: 'too-small' }]);
    expect((await post(lead, url, { ...wish, value: 1_000_000 })).statusCode).toBe(422);
  });

  test('takes effect on the charts, is in the history, and ends again', async () => {
    const { id } = await packOf(lead);
    const url = `/api/policies/${id}/overrides`;
    const body = {
      id: randomUUID(),
      parameter: HOURS,
      value: 48,
      reason: 'Agreed with the county',
      from: '2026-10-12',
    };
    const answers = await Promise.all([post(lead, url, body), post(lead, url, body)]);
    expect(answers.map((one) => one.statusCode)).toEqual([200, 200]);
    await until(firstContact, (duty) => duty?.due === '2026-10-14');

    const { clauses } = (await get(careManager, `/api/policies/${id}/clauses`)).json();
    const parameters = clauses.flatMap((clause: { parameters: { key: string }[] }) => clause.parameters);
    expect(parameters.find((one: { key: string }) => one.key === HOURS)).toMatchObject({
      default: 24,
      value: 48,
      override: { by: 'Iris Cole', reason: 'Agreed with the county' },
    });
    const stored = await world.pools.owner.query('select count(*)::int as n from kinfold.parameter_override');
    expect(stored.rows[0].n).toBe(1);
    const trail = await world.pools.owner.query(
      `select operation, details ->> 'parameter' as parameter from kinfold.audit_event where operation = 'policy.override-set' and outcome = 'done'`,
    );
    expect(trail.rows).toEqual([{ operation: 'policy.override-set', parameter: HOURS }]);
    const again = await world.pools.owner.query(
      `select chart from kinfold.audit_event where operation = 'duties.re-evaluated'`,
    );
    expect(again.rows).toEqual([{ chart }]);

    expect((await get(elsewhere, url)).json()).toEqual({ overrides: [] });
    expect((await post(elsewhere, `${url}/${body.id}/end`, {})).statusCode).toBe(404);

    await world.moveTo('2026-10-12T19:20:00Z');
    expect((await post(lead, `${url}/${body.id}/end`, {})).statusCode).toBe(200);
    await until(firstContact, (duty) => duty?.due === '2026-10-13');
    expect((await get(lead, url)).json().overrides).toEqual([
      expect.objectContaining({ id: body.id, inForce: false, default: 24, from: '2026-10-12', lastDay: '2026-10-12' }),
    ]);
  });

  test('a chart reads as it was known: with the number of that hour, and the facts of that hour', async () => {
    const then = (await get(careManager, `/api/charts/${chart}/policy?knownAt=2026-10-12T18:40:00Z`)).json();
    const now = (await get(careManager, `/api/charts/${chart}/policy?on=2026-10-20`)).json();
    const due = (answer: { duties: { rule: string }[] }) =>
      answer.duties.find(({ rule }) => rule === 'nj.first-contact');
    expect(due(then)).toMatchObject({ due: '2026-10-14' });
    expect(due(now)).toMatchObject({ due: '2026-10-13', standing: 'amber' });
    const earlier = (await get(careManager, `/api/charts/${chart}/policy?knownAt=2026-10-12T18:00:00Z`)).json();
    expect(earlier).toMatchObject({ facts: [], duties: [] });
    expect(earlier.factsSince).toBeGreaterThan(0);
    expect((await get(elsewhere, `/api/charts/${chart}/policy`)).statusCode).toBe(404);
  });

  test('one that begins later waits for its day', async () => {
    const { id } = await packOf(lead);
    await post(lead, `/api/policies/${id}/overrides`, {
      parameter: HOURS,
      value: 72,
      reason: 'From next week on',
      from: '2026-10-19',
    });
    expect(await firstContact()).toMatchObject({ due: '2026-10-13' });
    await world.moveTo('2026-10-19T14:00:00Z');
    await until(firstContact, (duty) => duty?.due === '2026-10-15');
    const { overrides } = (await get(lead, `/api/policies/${id}/overrides`)).json();
    expect(overrides[0]).toMatchObject({ inForce: true, from: '2026-10-19', lastDay: null, default: 24 });
  });

  test('one that begins later is withdrawn before its day, with the reason; what counts goes on', async () => {
    const { id } = await packOf(lead);
    const url = `/api/policies/${id}/overrides`;
    const wish = { parameter: HOURS, value: 96, reason: 'From December on', from: '2026-12-01' };
    const { override } = (await post(lead, url, wish)).json();
    const newest = async () => (await get(careManager, url)).json().overrides[0];
    expect(await newest()).toMatchObject({ id: override, name: 'hours', withdrawn: null });
    // By the number that counts meanwhile.
    expect((await newest()).title.en).toBe('First contact in 72 hours');

    const back = { reason: 'The county did not agree' };
    expect((await post(careManager, `${url}/${override}/withdrawal`, back)).statusCode).toBe(403);
    expect((await post(elsewhere, `${url}/${override}/withdrawal`, back)).statusCode).toBe(404);
    expect((await post(lead, `${url}/${override}/withdrawal`, { reason: ' ' })).statusCode).toBe(422);
    const once = { id: randomUUID(), ...back };
    for (const _ of [1, 2]) expect((await post(lead, `${url}/${override}/withdrawal`, once)).statusCode).toBe(200);
    expect((await post(lead, `${url}/${override}/withdrawal`, back)).statusCode).toBe(404);

    const { overrides } = (await get(careManager, url)).json();
    expect(overrides[0]).toMatchObject({
      ...{ id: override, value: 96, reason: 'From December on', inForce: false, lastDay: '2026-10-19' },
      withdrawn: { by: 'Iris Cole', reason: 'The county did not agree' },
    });
    expect(overrides[1]).toMatchObject({ value: 72, inForce: true, lastDay: null, withdrawn: null });
    const begun = await post(lead, `${url}/${overrides[1].id}/withdrawal`, back);
    expect([begun.statusCode, begun.json().code]).toEqual([409, 'has-begun']);

    await world.moveTo('2026-12-02T15:00:00Z');
    await world.pools.owner.query('update kinfold.session set last_seen_at = now()');
    expect((await get(careManager, url)).json().overrides[1]).toMatchObject({ value: 72, inForce: true });
    expect(await firstContact()).toMatchObject({ due: '2026-10-15' });
  });
});

describe('a number that begins when something is settled already', () => {
  const dutyOf = async (rule: string) =>
    (
      await world.pools.owner.query('select state, due::text from kinfold.duty where chart = $1 and rule = $2', [
        chart,
        rule,
      ])
    ).rows[0];
  const judgedWith = async () =>
    (await world.pools.owner.query('select evaluated_with from kinfold.chart where id = $1', [chart])).rows[0]
      .evaluated_with;

  test('leaves it as it was judged and moves what is open, as “what if” said beforehand', async () => {
    const { id } = await packOf(lead);
    const done = { kind: 'crisis-plan.completed', on: '2026-10-16', category: 'mental-health' };
    expect((await post(careManager, `/api/charts/${chart}/facts`, done)).statusCode).toBe(200);
    const settled = { state: 'met', due: '2026-10-19' };
    expect(await dutyOf('nj.crisis-plan')).toEqual(settled);
    expect(await dutyOf('nj.first-visit')).toEqual({ state: 'open', due: '2026-10-15' });

    const wish = [
      { parameter: 'nj.crisis-plan/days', value: 2 },
      { parameter: 'nj.first-visit/hours', value: 240 },
    ];
    const asked = (await post(lead, `/api/policies/${id}/what-if`, { overrides: wish })).json();
    expect((await answerOf(lead, asked.job)).result).toMatchObject({
      changed: { moved: 1, opened: 0, voided: 0, settled: 0 },
      byRule: [expect.objectContaining({ rule: 'nj.first-visit' })],
    });

    const before = await judgedWith();
    for (const one of wish)
      await post(lead, `/api/policies/${id}/overrides`, { ...one, reason: 'Agreed in December', from: '2026-12-02' });
    await until(
      async () => dutyOf('nj.first-visit'),
      (duty) => duty?.due === '2026-10-22',
    );
    await until(judgedWith, (name) => name !== before);
    expect(await dutyOf('nj.crisis-plan')).toEqual(settled);
    const known = (await get(careManager, `/api/charts/${chart}/policy?knownAt=2026-12-03T05:00:00Z`)).json();
    expect(known.duties.find(({ rule }: { rule: string }) => rule === 'nj.crisis-plan')).toMatchObject(settled);
  });

  test('is not told as owed to who may not see what met it', async () => {
    for (const table of ['fact', 'duty'])
      await world.pools.owner.query(
        `update kinfold.${table} set category = 'counseling-notes' where chart = $1 and ${table === 'fact' ? `kind = 'crisis-plan.completed'` : `rule = 'nj.crisis-plan'`}`,
        [chart],
      );
    const { duties } = (await get(lead, `/api/charts/${chart}/policy?knownAt=2026-12-03T05:00:00Z`)).json();
    const rules = duties.map(({ rule }: { rule: string }) => rule);
    expect([rules.includes('nj.first-visit'), rules.includes('nj.crisis-plan')]).toEqual([true, false]);
  });
});
