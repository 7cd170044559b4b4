import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

const REASON = 'It was written in the wrong chart.';
const done = async (chart: string, path: string, body: Record<string, unknown>, who = at.careManager) => {
  const id = randomUUID();
  const answer = await at.post(who, `/api/charts/${chart}/${path}`, { id, ...body });
  expect(answer.statusCode, `${path}: ${answer.body}`).toBe(200);
  return id;
};
const mend = (chart: string, body: Record<string, unknown>, who = at.careManager) =>
  at.post(who, `/api/charts/${chart}/recorded-wrongly`, { reason: REASON, ...body });
const mended = async (chart: string, body: Record<string, unknown>, who = at.careManager) => {
  const answer = await mend(chart, body, who);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ changes: { rule: string; state: string }[] }>();
};
const family = async (chart: string) => (await at.get(at.careManager, `/api/charts/${chart}/family`)).json();
const overview = async (chart: string) => (await at.get(at.careManager, `/api/charts/${chart}`)).json();
const fact = (kind: string, on: string, data: Record<string, unknown> = {}) => ({ what: { fact: { kind, on, data } } });
const isElm = ({ name }: { name: string }) => name === 'Elm Ridge';
const marksOf = async (chart: string, kind: string) =>
  (await overview(chart)).marks
    .filter((mark: { kind: string }) => mark.kind === kind)
    .map(({ on }: { on: string }) => on);

const ENROL = {
  on: '2026-10-14',
  language: 'Spanish',
  items: ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'],
  consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' },
};
const enrolled = async () => {
  await world.moveTo('2026-10-14T15:00:00Z');
  const chart = await at.heldChart();
  await done(chart, 'enrolment', ENROL, at.supervisor);
  return chart;
};

test('a stay known late takes the review away that no longer follows, and says so', async () => {
  const chart = await enrolled();
  await world.moveTo('2026-10-20T15:00:00Z');
  await done(chart, 'facts', { kind: 'plan.submitted', on: '2026-10-19', data: { kind: 'initial' } });
  const stay = { kind: 'stay.started', on: '2026-10-18', data: { stay: 's1', setting: 'treatment-home' } };
  const answer = await at.post(at.careManager, `/api/charts/${chart}/facts`, { id: randomUUID(), ...stay });
  expect(answer.json().changes).toContainEqual(
    expect.objectContaining({ rule: 'nj.review', state: 'void', before: 'open' }),
  );
});

describe('a step of presumptive eligibility', () => {
  test('on the wrong day moves, and the certificate is counted from the right one', async () => {
    const chart = await enrolled();
    await done(chart, 'presumptive-steps', { step: 'certified', on: '2026-10-14' });
    const due = async () =>
      (
        await world.pools.owner.query(
          `select due from kinfold.duty where chart = $1 and rule = 'nj.presumptive-certificate'`,
          [chart],
        )
      ).rows.map((row) => row.due);
    expect(await due()).toEqual(['2026-10-16']);
    await world.moveTo('2026-10-16T15:00:00Z');
    await mended(chart, { ...fact('presumptive.certified', '2026-10-14'), instead: '2026-10-15' });
    expect((await family(chart)).presumptive).toEqual([{ step: 'certified', on: '2026-10-15' }]);
    expect(await due()).toEqual(['2026-10-19']);
  });

  test('that never was is gone, with what it made due; what was said is kept with the reason', async () => {
    const chart = await at.heldChart();
    await done(chart, 'presumptive-steps', { step: 'certified', on: '2026-10-09' });
    const { changes } = await mended(chart, fact('presumptive.certified', '2026-10-09'));
    expect(changes).toContainEqual(expect.objectContaining({ rule: 'nj.presumptive-certificate', state: 'void' }));
    expect((await family(chart)).presumptive).toEqual([]);
    const { rows } = await world.pools.owner.query(
      'select was, instead, reason, by_seat from kinfold.recorded_wrongly where chart = $1',
      [chart],
    );
    expect(rows).toMatchObject([
      {
        was: { kind: 'presumptive.certified', on: '2026-10-09' },
        instead: null,
        reason: REASON,
        by_seat: at.careManager.seat,
      },
    ]);
    expect((await mend(chart, fact('presumptive.certified', '2026-10-09'))).statusCode, 'once').toBe(409);
  });
});

describe('what stands in the family’s record', () => {
  test('an alert, an order with the alert it raised, and a person with their orders leave every view', async () => {
    const chart = await at.heldChart();
    const alert = await done(chart, 'alerts', { code: 'safety', words: 'A dog that bites' });
    const relative = await done(chart, 'relatives', { name: 'Ana Ruiz', relationship: 'aunt' });
    const order = await done(chart, 'orders', { relative, kind: 'no-contact', from: '2026-10-01' });
    await mended(chart, { what: { of: 'alert', row: alert } });
    expect((await overview(chart)).header.alerts).toMatchObject([{ code: 'no-contact-order' }]);
    await mended(chart, { what: { of: 'court_order', row: order } });
    expect((await overview(chart)).header.alerts).toEqual([]);
    await done(chart, 'orders', { relative, kind: 'no-contact', from: '2026-10-01' });
    await mended(chart, { what: { of: 'relative', row: relative } });
    const { relatives, orders } = await family(chart);
    expect(relatives.map(({ name }: { name: string }) => name)).not.toContain('Ana Ruiz');
    expect(orders).toEqual([]);
    expect((await overview(chart)).header.alerts).toEqual([]);
    expect((await mend(chart, { what: { of: 'alert', row: alert } })).statusCode, 'once').toBe(404);
  });

  test('a coverage that never was is withdrawn with its fact', async () => {
    const chart = await at.heldChart();
    const row = await done(chart, 'coverage', { kind: 'private', plan: null, from: '2026-10-01' });
    await mended(chart, { what: { of: 'coverage', row } });
    expect((await family(chart)).coverage.map(({ id }: { id: string }) => id)).not.toContain(row);
    expect(await marksOf(chart, 'coverage.recorded')).not.toContain('2026-10-01');
  });

  test('an IEP meeting on the wrong day moves on the timeline and beside the school', async () => {
    const chart = await at.heldChart();
    const school = { name: 'Elm Ridge', support: 'iep', iepMeeting: { on: '2026-09-20', type: 'annual' } };
    await done(chart, 'schools', school);
    const held = fact('school.iep-held', '2026-09-20', { type: 'annual' });
    await mended(chart, { ...held, instead: '2026-09-02' });
    expect((await family(chart)).schools.find(isElm)).toMatchObject({ lastIepOn: '2026-09-02' });
    await mended(chart, fact('school.iep-held', '2026-09-02', { type: 'annual' }));
    expect((await family(chart)).schools.find(isElm)).toMatchObject({ lastIepOn: null });
    expect(await marksOf(chart, 'school.iep-held')).toEqual([]);
  });

  test('somebody’s telephone that was another’s finds nobody any more', async () => {
    const chart = await at.heldChart();
    const row = await done(chart, 'contact-points', { kind: 'telephone', value: '908-555-0177' });
    const find = async () =>
      (
        await world.app.inject({
          method: 'POST',
          url: '/api/search',
          headers: at.careManager.headers,
          payload: { text: '908-555-0177' },
        })
      ).json().found.length;
    expect(await find()).toBe(1);
    await mended(chart, { what: { of: 'contact_point', row } });
    expect(await find()).toBe(0);
  });

  test('is told in the history: what it was, who took it back and why', async () => {
    const chart = await at.heldChart();
    const row = await done(chart, 'alerts', { code: 'safety', words: 'A dog that bites' });
    await mended(chart, { what: { of: 'alert', row } });
    const { wrong } = (await at.get(at.careManager, `/api/charts/${chart}/family/history`)).json();
    expect(wrong).toMatchObject([{ table: 'alert', about: 'A dog that bites', by: 'Dana Whitfield', reason: REASON }]);
  });
});

describe('enrolment', () => {
  const startedFact = async (chart: string, on: string) => {
    const { marks } = await overview(chart);
    const mark = marks.find((one: { kind: string }) => one.kind === 'enrolment.started');
    return fact('enrolment.started', on, mark.data);
  };

  test('begun on another day counts every clock from that day', async () => {
    const chart = await enrolled();
    await world.moveTo('2026-10-16T15:00:00Z');
    await mended(chart, { ...(await startedFact(chart, '2026-10-14')), instead: '2026-10-15' }, at.supervisor);
    const { enrolments, owed } = await overview(chart);
    expect(enrolments).toMatchObject([{ startedOn: '2026-10-15' }]);
    expect(owed.find(({ rule }: { rule: string }) => rule === 'nj.first-isp')).toMatchObject({ due: '2026-11-14' });
  });

  test('by mistake is taken back: the chart waits for enrolment again, and can be enrolled', async () => {
    const chart = await enrolled();
    await mended(chart, await startedFact(chart, '2026-10-14'), at.supervisor);
    const { header, enrolments } = await overview(chart);
    expect(header.stage).toBe('accepted');
    expect(enrolments).toEqual([]);
    await done(chart, 'enrolment', ENROL, at.supervisor);
    expect((await overview(chart)).header.stage).toBe('enrolled');
  });

  test('ended by mistake goes on, and nobody is accountable until somebody is named', async () => {
    const chart = await enrolled();
    await done(chart, 'enrolment/end', { on: '2026-10-14', ground: 'goals-met', reason: 'All met.' }, at.supervisor);
    await mended(chart, fact('enrolment.ended', '2026-10-14', { ground: 'goals-met' }), at.supervisor);
    const { header, enrolments } = await overview(chart);
    expect(header).toMatchObject({ stage: 'enrolled', careManager: null });
    expect(enrolments).toMatchObject([{ endedOn: null, ground: null }]);
  });

  test('a referral accepted by mistake waits for an answer again; after enrolment it does not', async () => {
    await world.moveTo('2026-10-14T15:00:00Z');
    const chart = await at.heldChart();
    const accepted = fact('referral.accepted', '2026-10-14');
    await mended(chart, accepted, at.supervisor);
    expect((await overview(chart)).header.stage).toBe('assigned');
    const back = { answer: 'returned', because: 'other-county', reason: 'They moved.' };
    await done(chart, 'assignment/answer', back, at.supervisor);
    const went = await enrolled();
    expect((await mend(went, accepted, at.supervisor)).json()).toMatchObject({ code: 'went-on-since' });
  });

  test('the day it was assigned is set right, and the acceptance still stands', async () => {
    const chart = await at.heldChart();
    const assigned = { ...fact('referral.assigned', '2026-10-14', { agency: '15' }), instead: '2026-10-13' };
    await mended(chart, assigned, at.supervisor);
    expect((await overview(chart)).header.stage).toBe('accepted');
    const row = await world.pools.owner.query(
      'select on_day::text as on, at::text from kinfold.referral_assignment where chart = $1',
      [chart],
    );
    expect(row.rows).toMatchObject([{ on: '2026-10-13', at: expect.stringContaining('2026-10-13') }]);
  });
});

describe('what is refused', () => {
  test('what has its own way, a day to come, no reason, another agency’s chart', async () => {
    const chart = await at.heldChart();
    await done(chart, 'presumptive-steps', { step: 'filed', on: '2026-10-12' });
    const filed = fact('medicaid.application-filed', '2026-10-12', { presumptive: true });
    const born = { what: { fact: { kind: 'youth.born', on: '2015-03-09', data: { estimated: false } } } };
    expect((await mend(chart, born)).json()).toMatchObject({ code: 'mended-elsewhere' });
    expect((await mend(chart, { ...filed, instead: '2027-01-01' })).statusCode).toBe(422);
    expect((await mend(chart, { ...filed, reason: '' })).statusCode).toBe(422);
    expect((await mend(chart, { ...filed, instead: '2026-10-10' }, at.stranger)).statusCode).toBe(404);
    expect((await family(chart)).presumptive).toEqual([{ step: 'filed', on: '2026-10-12' }]);
  });
});
