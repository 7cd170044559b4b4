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

const listed = async (whose: string, chart: string) =>
  (await at.get(at.supervisor, `/api/worklist?whose=${whose}&limit=200`))
    .json()
    .items.filter((item: { chart: string }) => item.chart === chart)
    .map(({ rule }: { rule: string }) => rule);
const incident = async (chart: string, on = '2026-10-12') => {
  const data = { incident: randomUUID(), level: 'a' };
  const body = { kind: 'incident.occurred', on, data, category: 'incident' };
  const answer = await at.post(at.careManager, `/api/charts/${chart}/facts`, body);
  expect(answer.statusCode, answer.body).toBe(200);
};

describe('what an incident makes due is in somebody’s list', () => {
  test('before the youth is enrolled, with the care manager who is named', async () => {
    const chart = await at.heldChart();
    await incident(chart);
    expect(await listed('team', chart)).toContain('nj.incident-report-a');
  });

  test('after care management ended, with nobody’s', async () => {
    const chart = await at.heldChart();
    const enrolment = {
      on: '2026-10-12',
      language: 'Spanish',
      items: ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'],
      consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' },
    };
    await at.post(at.supervisor, `/api/charts/${chart}/enrolment`, enrolment);
    await incident(chart);
    await world.moveTo('2026-10-20T15:00:00Z');
    const ending = { on: '2026-10-20', ground: 'goals-met', reason: 'Every goal is met.' };
    const ended = await at.post(at.supervisor, `/api/charts/${chart}/enrolment/end`, ending);
    expect(ended.statusCode, ended.body).toBe(200);
    expect(await listed('unassigned', chart)).toEqual(['nj.incident-report-a']);
    const counts = (await at.get(at.supervisor, '/api/worklist/counts')).json();
    expect(counts.unassigned).toBeGreaterThan(0);
  });

  test('where nobody was named yet, with nobody’s', async () => {
    const chart = await at.heldChart();
    await world.pools.owner.query(`update kinfold.relationship set to_day = from_day where chart = $1`, [chart]);
    await incident(chart, '2026-10-20');
    expect(await listed('unassigned', chart)).toContain('nj.incident-report-a');
  });
});
