import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EnrolledDesk, enrolledDesk } from '#modules/record/matrix/enrolled-youth.builder.ts';
import type { Seated } from '#modules/record/testing/world.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { OwedItem } from './contract.ts';

const ENROLLED = '2026-10-12' as IsoDay;
let world: TestApp;
let ask: EnrolledDesk['ask'];
let careManager: Seated;
let supervisor: Seated;
let chart: string;

beforeAll(async () => {
  world = await testApp(`${ENROLLED}T18:20:00Z`);
  ({ ask, supervisor, careManager, chart } = await enrolledDesk(world, ENROLLED));
});
afterAll(() => world.stop());

const owed = async (rule: string, who = careManager): Promise<OwedItem | undefined> => {
  const { items } = (await ask.get(who, '/api/worklist?whose=mine&days=60')).json<{ items: OwedItem[] }>();
  return items.find((item) => item.rule === rule);
};
const counted = async (who: Seated) => (await ask.get(who, '/api/worklist/counts')).json<{ mine: number }>().mine;
const why = async (key: string) =>
  (await ask.get(careManager, `/api/charts/${chart}/duties/why?key=${encodeURIComponent(key)}`)).json<{
    decidable: boolean;
  }>();
const happened = async (kind: string, on: string, data: Record<string, unknown>) => {
  const answer = await ask.post(careManager, `/api/charts/${chart}/facts`, { kind, on, data });
  expect(answer.statusCode, answer.body).toBe(200);
};

test('what was known too late to be in time is no violation, and is still to be done', async () => {
  await happened('incident.occurred', '2026-10-08', { incident: 'i1', level: 'b' });
  const report = await owed('nj.incident-report-b');
  expect(report).toMatchObject({ state: 'impossible', standing: 'impossible', due: '2026-10-09' });
  expect((await why(report?.key ?? '')).decidable).toBe(true);
  const exempted = await ask.post(supervisor, `/api/charts/${chart}/duties/exempt`, {
    key: report?.key,
    reason: 'The agency before has reported it.',
  });
  expect(exempted.statusCode, exempted.body).toBe(200);
  expect(await owed('nj.incident-report-b')).toBeUndefined();

  await happened('incident.occurred', '2026-10-07', { incident: 'i2', level: 'b' });
  expect(await owed('nj.incident-report-b')).toMatchObject({ standing: 'impossible' });
  // Which incident it was about nobody is asked, for the duty says it.
  const second = await owed('nj.incident-report-b');
  const done = await ask.post(careManager, `/api/charts/${chart}/duties/done-on`, {
    ...{ key: second?.key, on: ENROLLED, evidence: 'Number 4711 in the state system' },
  });
  expect(done.statusCode, done.body).toBe(200);
  expect(await owed('nj.incident-report-b')).toBeUndefined();
  const { rows } = await world.pools.owner.query(
    `select data from kinfold.fact where chart = $1 and kind = 'incident.reported'`,
    [chart],
  );
  expect(rows).toEqual([{ data: { incident: 'i2' } }]);
});

test('once the need for it has ended nobody has it to do', async () => {
  await happened('incident.occurred', '2026-10-06', { incident: 'i3', level: 'b' });
  expect(await owed('nj.incident-report-b')).toMatchObject({ standing: 'impossible' });
  await happened('incident.closed', ENROLLED, { incident: 'i3' });
  expect(await owed('nj.incident-report-b')).toBeUndefined();
});

test('handed to a colleague it keeps its day, and is late with whom it is', async () => {
  await happened('incident.occurred', ENROLLED, { incident: 'i4', level: 'b' });
  const report = await owed('nj.incident-report-b');
  expect(report).toMatchObject({ standing: 'soon', due: '2026-10-13' });
  const handTo = async (to: Seated) => {
    const handed = await ask.post(careManager, `/api/charts/${chart}/duties/delegate`, {
      key: report?.key,
      to: to.seat,
    });
    expect(handed.statusCode, handed.body).toBe(200);
  };
  await handTo(supervisor);
  const withColleague = { state: 'delegated', standing: 'delegated' };
  expect(await owed('nj.incident-report-b')).toMatchObject({ ...withColleague, careManager: null });
  expect(await owed('nj.incident-report-b', supervisor)).toMatchObject({ ...withColleague, careManager: 'Ruth Osei' });
  expect(await counted(supervisor)).toBe(1);
  await handTo(careManager);
  expect(await owed('nj.incident-report-b')).toMatchObject(withColleague);
  expect([await owed('nj.incident-report-b', supervisor), await counted(supervisor)]).toEqual([undefined, 0]);
  await handTo(supervisor);
  await world.moveTo('2026-10-14T18:20:00Z');
  await world.pools.owner.query('update kinfold.session set last_seen_at = now()');
  for (const who of [careManager, supervisor]) {
    expect(await owed('nj.incident-report-b', who)).toMatchObject({ state: 'delegated', standing: 'late' });
  }
});
