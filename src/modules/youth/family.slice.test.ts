import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { FamilyRecord } from './family-record.ts';
import { type Desk, desk } from './testing/held-chart.builder.ts';

let world: TestApp;
let at: Desk;

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

const family = async (chart: string): Promise<FamilyRecord> => {
  const answer = await at.get(at.careManager, `/api/charts/${chart}/family`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<FamilyRecord>();
};
/** Posts as the care manager and expects it done. */
const done = async (chart: string, path: string, body: Record<string, unknown>): Promise<string> => {
  const id = randomUUID();
  const answer = await at.post(at.careManager, `/api/charts/${chart}/${path}`, { id, ...body });
  expect(answer.statusCode, `${path}: ${answer.body}`).toBe(200);
  return id;
};
const refused = async (chart: string, path: string, body: Record<string, unknown>) => {
  const answer = await at.post(at.careManager, `/api/charts/${chart}/${path}`, body);
  return {
    status: answer.statusCode,
    ...answer.json<{ code: string; problems: { field: string; code: string }[]; [extra: string]: unknown }>(),
  };
};
const facts = async (chart: string, kind: string) =>
  (
    await world.pools.owner.query(
      'select on_day as on, data, supersedes from kinfold.fact where chart = $1 and kind = $2 order by seq',
      [chart, kind],
    )
  ).rows;
const find = async (text: string): Promise<string[]> => {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/search',
    headers: at.careManager.headers,
    payload: { text },
  });
  return answer.json<{ found: { chart: string }[] }>().found.map(({ chart }) => chart);
};

const spanish = { code: 'es', words: null, speaks: true, reads: true, talk: true, letters: true };

const luz = {
  legalFirst: 'Luz',
  legalLast: 'Vargas',
  preferredName: 'Lucho',
  pronouns: 'he/him',
  gender: 'male',
  born: '2015-03-09',
  bornEstimated: false,
  languages: [spanish],
  interpreter: true,
  raceEthnicity: ['Latino', 'Afro-Dominican'],
  county: 'Union',
};

describe('the youth', () => {
  test('changed names are kept and found, the earlier version stays', async () => {
    const chart = await at.heldChart();
    await done(chart, 'youth', { base: 1, ...luz, legalLast: 'Vargas Okonkwo' });
    expect((await family(chart)).youth).toMatchObject({
      preferredName: 'Lucho',
      raceEthnicity: ['Latino', 'Afro-Dominican'],
      revision: 2,
    });
    expect(await find('okonkwo')).toContain(chart);
    const earlier = await world.pools.owner.query(
      'select revision, was from kinfold.earlier_version where chart = $1',
      [chart],
    );
    expect(earlier.rows).toMatchObject([{ revision: 1, was: { legal_last: 'Vargas', preferred_name: null } }]);
  });

  test('what was said before a change is there to read, with when and by whom', async () => {
    const chart = await at.heldChart();
    await done(chart, 'youth', { base: 1, ...luz, pronouns: 'she/her' });
    const address = `/api/charts/${chart}/family/history`;
    const { changes } = (await at.get(at.careManager, address)).json();
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ table: 'youth', by: 'Dana Whitfield' });
    expect(changes[0].fields).toContainEqual({ field: 'pronouns', was: null, became: 'she/her' });
    expect((await at.get(at.stranger, address)).statusCode).toBe(404);
  });

  test('a corrected birth day supersedes the fact; the same day again records nothing', async () => {
    const chart = await at.heldChart();
    await done(chart, 'youth', { base: 1, ...luz, born: '2014-03-09', bornEstimated: true });
    await done(chart, 'youth', { base: 2, ...luz, born: '2014-03-09', bornEstimated: true, pronouns: 'they/them' });
    expect(await facts(chart, 'youth.born')).toMatchObject([
      { on: '2015-03-09', supersedes: null },
      { on: '2014-03-09', data: { estimated: true }, supersedes: 2 },
    ]);
  });

  test('two people at once: the later one gets both versions and nothing is overwritten', async () => {
    const chart = await at.heldChart();
    await done(chart, 'youth', { base: 1, ...luz, pronouns: 'they/them' });
    const stale = await refused(chart, 'youth', { base: 1, ...luz, pronouns: 'he/him' });
    expect(stale).toMatchObject({
      status: 409,
      code: 'changed-meanwhile',
      yours: { pronouns: 'he/him' },
      current: { pronouns: 'they/them', revision: 2 },
    });
    expect((await family(chart)).youth.pronouns).toBe('they/them');
  });

  test('a birth day to come is refused', async () => {
    const chart = await at.heldChart();
    const answer = await refused(chart, 'youth', { base: 1, ...luz, born: '2026-10-13' });
    expect(answer).toMatchObject({ status: 422, problems: [{ field: 'born', code: 'has-not-happened' }] });
  });

  test('sent twice, changed once; another body under the same id is a conflict', async () => {
    const chart = await at.heldChart();
    const body = { id: randomUUID(), base: 1, ...luz };
    const url = `/api/charts/${chart}/youth`;
    const both = await Promise.all([at.post(at.careManager, url, body), at.post(at.careManager, url, body)]);
    expect(both.map((one) => one.json())).toMatchObject([{ answer: { revision: 2 } }, { answer: { revision: 2 } }]);
    expect((await family(chart)).youth.revision).toBe(2);
    expect(await refused(chart, 'youth', { ...body, pronouns: null })).toMatchObject({
      status: 409,
      code: 'id-used-for-another-write',
    });
  });
});

describe('who may', () => {
  test('another agency finds nothing and changes nothing, in any part', async () => {
    const chart = await at.heldChart();
    const { relatives } = await family(chart);
    const relative = relatives[0]?.id ?? '';
    const tries: [string, Record<string, unknown>][] = [
      ['youth', { base: 1, ...luz }],
      ['relatives', { name: 'Ana Pires', relationship: 'aunt' }],
      [`relatives/${relative}`, { base: 1, name: 'Ana Pires', relationship: 'aunt' }],
      [`relatives/${relative}/end`, { on: '2026-10-12' }],
      ['orders', { relative, kind: 'no-contact', from: '2026-10-01' }],
      ['contact-points', { kind: 'mail', value: 'ana@example.org' }],
      ['identifiers', { kind: 'cyber', value: '900100' }],
      ['coverage', { kind: 'none', from: '2026-10-01' }],
      ['presumptive-steps', { step: 'certified', on: '2026-10-12' }],
      ['schools', { name: 'Oak School' }],
      ['alerts', { code: 'safety', words: 'Dog at the door.' }],
      ['siblings', { other: randomUUID() }],
    ];
    for (const [path, body] of tries) {
      expect((await at.post(at.stranger, `/api/charts/${chart}/${path}`, body)).statusCode, path).toBe(404);
    }
    expect((await at.get(at.stranger, `/api/charts/${chart}/family`)).statusCode).toBe(404);
  });

  test('a row of one chart cannot be changed through another', async () => {
    const [one, other] = [await at.heldChart(), await at.heldChart()];
    const relative = (await family(one)).relatives[0]?.id ?? '';
    const answer = await refused(other, `relatives/${relative}`, { base: 1, name: 'Somebody', relationship: 'aunt' });
    expect(answer.status).toBe(404);
  });
});

describe('relatives and orders', () => {
  test('authority is dated and says who may consent', async () => {
    const chart = await at.heldChart();
    const mother = (await family(chart)).relatives[0];
    await done(chart, `relatives/${mother?.id}`, {
      base: 1,
      name: 'Rosa Vargas',
      relationship: 'mother',
      authority: 'parent',
      authorityFrom: '2015-03-09',
    });
    const { consent } = await family(chart);
    expect(consent.find(({ matter }) => matter === 'care-management')?.may).toEqual([mother?.id]);
    expect(consent.find(({ matter }) => matter === 'substance-use')?.may).toEqual(['youth']);
    const wrong = {
      base: 2,
      name: 'Rosa Vargas',
      relationship: 'mother',
      authority: 'parent',
      authorityFrom: '2015-03-09',
      authorityTo: '2015-03-08',
    };
    expect(await refused(chart, `relatives/${mother?.id}`, wrong)).toMatchObject({
      status: 422,
      problems: [{ field: 'authorityTo' }],
    });
  });

  test('a no-contact order stands beside the name until somebody ends it', async () => {
    const chart = await at.heldChart();
    const father = await done(chart, 'relatives', {
      name: 'Efraín Vargas',
      relationship: 'father',
      authority: 'parent',
    });
    const order = await done(chart, 'orders', {
      relative: father,
      kind: 'no-contact',
      from: '2026-09-01',
      documentSeen: true,
    });
    const header = async () =>
      (await at.get(at.careManager, `/api/charts/${chart}`)).json<{
        header: { alerts: { code: string; words: string }[] };
      }>().header.alerts;
    const marked = async () =>
      (await at.get(at.careManager, `/api/charts/${chart}`))
        .json<{ relatives: { id: string; noContact: boolean }[] }>()
        .relatives.filter(({ noContact }) => noContact)
        .map(({ id }) => id);
    expect(await header()).toMatchObject([{ code: 'no-contact-order', words: 'No-contact order: Efraín Vargas' }]);
    expect(await marked()).toEqual([father]);
    await done(chart, `orders/${order}/end`, { on: '2026-10-12', reason: 'Vacated by the court' });
    expect(await header()).toEqual([]);
    expect(await marked()).toEqual([]);
    expect((await refused(chart, `orders/${order}/end`, { on: '2026-10-12' })).code).toBe('ended-already');
  });

  test('when somebody leaves, their telephone ends with them and finds nobody any more', async () => {
    const chart = await at.heldChart();
    const aunt = await done(chart, 'relatives', { name: 'Ana Pires', relationship: 'aunt' });
    await done(chart, 'contact-points', { relative: aunt, kind: 'telephone', value: '(908) 555-0177 ext 4' });
    expect(await find('9085550177')).toContain(chart);
    expect(await find('555-0177')).toContain(chart);
    await done(chart, `relatives/${aunt}/end`, { on: '2026-10-12' });
    const { contactPoints } = await family(chart);
    expect(contactPoints.find(({ relative }) => relative === aunt)).toMatchObject({
      value: '+19085550177',
      extension: '4',
      to: '2026-10-12',
    });
    expect(await find('9085550177')).not.toContain(chart);
    expect(await find('555-0177')).not.toContain(chart);
  });
});

describe('how to reach them', () => {
  test('every way carries its use rules', async () => {
    const chart = await at.heldChart();
    const rules = { voicemail: false, textOk: true, seenBy: 'His brother reads it too', shareWith: ['school'] };
    const id = await done(chart, 'contact-points', { kind: 'telephone', value: '908-555-0190', ...rules });
    expect((await family(chart)).contactPoints.find((point) => point.id === id)).toMatchObject(rules);
    const stale = { base: 9, kind: 'telephone', value: '908-555-0191' };
    expect(await refused(chart, `contact-points/${id}`, stale)).toMatchObject({
      status: 409,
      current: { value: '+19085550190', revision: 1 },
    });
  });

  test('a confidential address may be given to nobody and is not found by', async () => {
    const chart = await at.heldChart();
    const place = {
      kind: 'address',
      value: '7 Hidden Lane',
      zip: '07202',
      city: 'Elizabeth',
      state: 'NJ',
      confidential: true,
    };
    expect(await refused(chart, 'contact-points', { ...place, shareWith: ['school'] })).toMatchObject({
      problems: [{ code: 'confidential' }],
    });
    await done(chart, 'contact-points', place);
    const keys = await world.pools.owner.query(
      `select token from kinfold.name_key where chart = $1 and token like '%hidden%'`,
      [chart],
    );
    expect(keys.rows).toEqual([]);
  });

  test('what cannot be read is refused, saying why', async () => {
    const chart = await at.heldChart();
    expect(await refused(chart, 'contact-points', { kind: 'telephone', value: 'ask the aunt' })).toMatchObject({
      status: 422,
      problems: [{ field: 'value', code: 'no-number' }],
    });
    expect((await refused(chart, 'contact-points', { kind: 'mail', value: 'nobody' })).problems).toMatchObject([
      { code: 'not-an-address' },
    ]);
  });

  test('an identifier is found by until it ends, and can be taken up again', async () => {
    const chart = await at.heldChart();
    const number = { kind: 'cyber', value: '9001234' };
    await done(chart, 'identifiers', number);
    expect(await find('9001234')).toContain(chart);
    expect((await refused(chart, 'identifiers', number)).code).toBe('already-there');
    await done(chart, 'identifiers/end', { ...number, reason: 'Typed wrongly' });
    expect(await find('9001234')).not.toContain(chart);
    await done(chart, 'identifiers', number);
    expect(await find('9001234')).toContain(chart);
  });
});

describe('coverage and school', () => {
  test('a plan once chosen corrects what was recorded; another coverage follows the first', async () => {
    const chart = await at.heldChart({ healthPlan: null });
    const first = await done(chart, 'coverage', {
      kind: 'nj-familycare',
      planState: 'choice-pending',
      from: '2026-10-01',
    });
    await done(chart, `coverage/${first}`, {
      base: 1,
      kind: 'nj-familycare',
      plan: 'horizon',
      planState: 'chosen',
      from: '2026-10-01',
    });
    const next = await done(chart, 'coverage', { kind: 'private', from: '2026-10-10', replaces: first });
    const { coverage } = await family(chart);
    expect(coverage.find(({ id }) => id === first)).toMatchObject({ to: '2026-10-09', plan: 'horizon' });
    expect(coverage.find(({ id }) => id === next)).toMatchObject({ to: null, kind: 'private' });
    expect(await facts(chart, 'coverage.recorded')).toMatchObject([
      { data: { payer: 'medicaid' }, supersedes: null },
      { data: { payer: 'medicaid', plan: 'horizon' }, supersedes: expect.any(Number) },
      { on: '2026-10-10', data: { payer: 'private' }, supersedes: null },
    ]);
  });

  test('presumptive eligibility: the certificate is owed, and met when sent', async () => {
    const chart = await at.heldChart();
    const certified = await at.post(at.careManager, `/api/charts/${chart}/presumptive-steps`, {
      step: 'certified',
      on: '2026-10-12',
    });
    const changed = { rule: 'nj.presumptive-certificate', state: 'open' };
    expect(certified.json<{ changes: unknown[] }>().changes).toContainEqual(expect.objectContaining(changed));
    const sent = await at.post(at.careManager, `/api/charts/${chart}/presumptive-steps`, {
      step: 'sent',
      on: '2026-10-12',
    });
    expect(sent.json<{ changes: unknown[] }>().changes).toContainEqual(
      expect.objectContaining({ ...changed, state: 'met' }),
    );
    expect((await family(chart)).presumptive).toEqual([
      { step: 'certified', on: '2026-10-12' },
      { step: 'sent', on: '2026-10-12' },
    ]);
  });

  test('an IEP meeting is recorded once, however often the block is saved', async () => {
    const chart = await at.heldChart();
    const school = (await family(chart)).schools[0];
    const block = {
      name: 'Elm Street School',
      district: 'Elizabeth',
      support: 'iep',
      iepMeeting: { on: '2026-09-20', type: 'annual' },
    };
    await done(chart, `schools/${school?.id}`, { base: 1, ...block });
    await done(chart, `schools/${school?.id}`, { base: 2, ...block, grade: '6' });
    expect(await facts(chart, 'school.iep-held')).toMatchObject([{ on: '2026-09-20', data: { type: 'annual' } }]);
    expect((await family(chart)).schools[0]).toMatchObject({ support: 'iep', lastIepOn: '2026-09-20', grade: '6' });
    const next = await done(chart, 'schools', { name: 'Oak School', replaces: school?.id });
    expect((await family(chart)).schools.filter(({ to }) => to === null).map(({ id }) => id)).toEqual([next]);
  });
});

test('an alert is raised and taken away', async () => {
  const chart = await at.heldChart();
  const alert = await done(chart, 'alerts', { code: 'safety', words: 'A dog that bites.' });
  expect((await family(chart)).alerts).toMatchObject([{ id: alert, to: null }]);
  await done(chart, `alerts/${alert}/end`, { on: '2026-10-12' });
  expect((await family(chart)).alerts).toMatchObject([{ id: alert, to: '2026-10-12' }]);
});

test('siblings are linked once for both charts, undone from either and linked again', async () => {
  const [one, other] = [await at.heldChart(), await at.heldChart()];
  await done(one, 'siblings', { other });
  expect((await refused(other, 'siblings', { other: one })).status).toBe(409);
  expect((await family(one)).siblings).toMatchObject([{ chart: other }]);
  expect((await family(other)).siblings).toMatchObject([{ chart: one }]);
  await done(other, 'siblings/unlink', { other: one, reason: 'Cousins' });
  expect([(await family(one)).siblings, (await family(other)).siblings]).toEqual([[], []]);
  await done(one, 'siblings', { other });
  expect((await family(one)).siblings).toMatchObject([{ chart: other }]);
  expect((await refused(one, 'siblings', { other: one })).status).toBe(422);
});
