import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { OwedItem, Whose } from './contract.ts';

const [YESTERDAY, TODAY, TOMORROW] = ['2026-10-12', '2026-10-13', '2026-10-14'];
let world: TestApp;
let ask: ReturnType<typeof requestsTo>;
let stopJobs: () => Promise<void>;
const seats: Record<string, Seated> = {};
const charts: Record<'ann' | 'bob' | 'nobody', string> = { ann: '', bob: '', nobody: '' };

const who = (name: string): Seated => {
  const found = seats[name];
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const sql = (text: string, values: unknown[] = []) => world.pools.owner.query(text, values);
const list = async (name: string, whose: Whose) => {
  const { items } = (await ask.get(who(name), `/api/worklist?whose=${whose}&limit=200`)).json<{ items: OwedItem[] }>();
  return [...new Set(items.map(({ chart }) => chart))];
};
const counts = async (name: string) => (await ask.get(who(name), '/api/worklist/counts')).json<Record<Whose, number>>();
const board = async (name: string) =>
  (await ask.get(who(name), '/api/caseloads')).json<{
    careManagers: { name: string; supervisor: string | null; mine: boolean; charts: number; late: number | null }[];
    unassigned: { chart: string }[];
  }>();
const row = async (reader: string, name: string) => (await board(reader)).careManagers.find((one) => one.name === name);

/** Ada supervises Ann, Ben supervises Bob; agency 1 chose assigned charts only. */
beforeAll(async () => {
  world = await testApp(`${YESTERDAY}T15:00:00Z`);
  ask = requestsTo(world.app);
  for (const [name, capacity, agency] of [
    ['Noor', 'csa-coordinator', 100],
    ['Lena', 'agency-lead', 1],
    ['Ada', 'supervisor', 1],
    ['Ben', 'supervisor', 1],
  ] as const)
    seats[name] = await addSeat(world.pools.owner, { name, capacity, agency });
  seats['Ann'] = await addSeat(world.pools.owner, {
    name: 'Ann',
    capacity: 'care-manager',
    agency: 1,
    supervisor: who('Ada'),
  });
  seats['Bob'] = await addSeat(world.pools.owner, {
    name: 'Bob',
    capacity: 'care-manager',
    agency: 1,
    supervisor: who('Ben'),
  });
  const enrol = (careManager: Seated | null) =>
    enrolYouth(world.app, { csa: who('Noor'), supervisor: who('Lena'), careManager, agency: 1, on: YESTERDAY });
  charts.ann = await enrol(who('Ann'));
  charts.bob = await enrol(who('Bob'));
  charts.nobody = await enrol(null);
  await sql(`update kinfold.agency set staff_reach = 'assigned' where id = 1`);
  await world.moveTo(`${TODAY}T15:00:00Z`);
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

describe('the lists', () => {
  test('of my team and of charts nobody answers for hold what opens', async () => {
    expect([await list('Ada', 'team'), await list('Ada', 'unassigned'), await list('Ada', 'mine')]).toEqual([
      [charts.ann],
      [charts.nobody],
      [],
    ]);
    expect([await list('Ben', 'team'), await list('Ben', 'unassigned')]).toEqual([[charts.bob], [charts.nobody]]);
    expect(await list('Lena', 'unassigned')).toEqual([charts.nobody]);
    const { team, unassigned } = await counts('Ada');
    expect([team > 0, unassigned > 0]).toEqual([true, true]);
  });

  test('a supervisor planned for tomorrow answers for nobody yet, and who goes tomorrow still does today', async () => {
    await sql('update kinfold.supervision set to_day = $2 where seat = $1', [who('Ann').seat, TODAY]);
    await sql('insert into kinfold.supervision (supervisor, seat, from_day) values ($1, $2, $3)', [
      who('Ben').seat,
      who('Ann').seat,
      TOMORROW,
    ]);
    expect([await list('Ada', 'team'), await list('Ben', 'team')]).toEqual([[charts.ann], [charts.bob]]);
    const youths = async (name: string) => (await ask.get(who(name), '/api/charts?whose=team')).body;
    expect([(await youths('Ada')).includes(charts.ann), (await youths('Ben')).includes(charts.ann)]).toEqual([
      true,
      false,
    ]);
    expect(await row('Ada', 'Ann')).toMatchObject({ supervisor: 'Ada', mine: true });

    await world.moveTo(`${TOMORROW}T15:00:00Z`);
    expect((await list('Ben', 'team')).sort()).toEqual([charts.ann, charts.bob].sort());
    expect(await list('Ada', 'team')).toEqual([]);
    expect(await row('Ada', 'Ann')).toMatchObject({ supervisor: 'Ben', mine: false, charts: 1, late: null });
    await world.moveTo(`${TODAY}T15:00:00Z`);
    await sql('delete from kinfold.supervision where seat = $1', [who('Ann').seat]);
    await sql('insert into kinfold.supervision (supervisor, seat, from_day) values ($1, $2, $3)', [
      who('Ada').seat,
      who('Ann').seat,
      YESTERDAY,
    ]);
  });

  test('of somebody’s team stand with the supervisor who covers for them', async () => {
    await sql('insert into kinfold.absence (id, seat, cover, from_day, to_day) values ($1, $2, $3, $4, $4)', [
      randomUUID(),
      who('Ben').seat,
      who('Ada').seat,
      TODAY,
    ]);
    expect((await list('Ada', 'team')).sort()).toEqual([charts.ann, charts.bob].sort());
    await sql('delete from kinfold.absence');
    expect(await list('Ada', 'team')).toEqual([charts.ann]);
  });
});

describe('the caseload board', () => {
  test('tells every load as it is, and counts nothing of charts that are out of reach', async () => {
    expect(await row('Ada', 'Bob')).toMatchObject({ supervisor: 'Ben', mine: false, charts: 1, late: null });
    expect(await row('Ada', 'Ann')).toMatchObject({ supervisor: 'Ada', mine: true, charts: 1 });
    expect((await row('Ada', 'Ann'))?.late).not.toBeNull();
    expect((await board('Ada')).unassigned.map(({ chart }) => chart)).toEqual([charts.nobody]);
    for (const name of ['Ann', 'Bob']) expect((await row('Lena', name))?.late, name).not.toBeNull();
  });

  test('a care manager over the ratio is asked about, though their charts are out of reach', async () => {
    for (let n = 0; n < 10; n += 1)
      await sql(
        `with c as (insert into kinfold.chart (id, agency, holder, programme, opened_on, stage) values (gen_random_uuid(), 1, 1, 'nj-cmo', $2, 'enrolled') returning *)
         insert into kinfold.relationship (chart, agency, holder, programme, id, seat, kind, from_day) select id, 1, 1, programme, gen_random_uuid(), $1, 'accountable', $2 from c`,
        [who('Bob').seat, YESTERDAY],
      );
    const named = await ask.post(who('Ada'), `/api/charts/${charts.nobody}/care-manager`, { seat: who('Bob').seat });
    expect(named.json().problems, named.body).toEqual([{ field: 'reason', code: 'reason-needed' }]);
    const shown = await world.app.inject({
      method: 'POST',
      url: '/api/caseloads/moves/preview',
      headers: who('Ada').headers,
      payload: { from: null, to: [who('Bob').seat] },
    });
    expect(shown.json().loads, shown.body).toEqual([
      expect.objectContaining({ name: 'Bob', before: 11, after: 12, overRatio: true }),
    ]);
    await sql(`delete from kinfold.relationship where seat = $1 and chart <> $2`, [who('Bob').seat, charts.bob]);
  });
});

describe('a caseload moved to another supervisor’s care manager', () => {
  const finished = async (name: string, job: string) => {
    for (;;) {
      const answer = (await ask.get(who(name), `/api/jobs/${job}`)).json();
      if (answer.state === 'finished' || answer.state === 'stopped') return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const move = (name: string, moves: { chart: string; seat: string }[]) =>
    ask.post(who(name), '/api/caseloads/moves', { moves, reason: 'Ann leaves for another unit.' });

  test('is moved and told of whole; both supervisors see it until the day ends, then the new one alone', async () => {
    const asked = await move('Ada', [
      { chart: charts.ann, seat: who('Bob').seat },
      { chart: charts.nobody, seat: who('Bob').seat },
    ]);
    expect(asked.statusCode, asked.body).toBe(200);
    const { job } = asked.json().answer ?? asked.json();
    expect(await finished('Ada', job)).toMatchObject({ state: 'finished' });
    const rows = (await ask.get(who('Ada'), `/api/jobs/${job}/rows`)).body;
    for (const chart of [charts.ann, charts.nobody]) {
      expect(rows).toContain(chart);
      expect((await ask.get(who('Ada'), `/api/charts/${chart}`)).statusCode).toBe(200);
      expect((await ask.get(who('Ben'), `/api/charts/${chart}`)).statusCode).toBe(200);
    }
    await world.moveTo(`${TOMORROW}T15:00:00Z`);
    for (const chart of [charts.ann, charts.nobody]) {
      expect((await ask.get(who('Ada'), `/api/charts/${chart}`)).statusCode).toBe(404);
      expect((await ask.get(who('Ben'), `/api/charts/${chart}`)).statusCode).toBe(200);
    }
    // What was moved is still told, youth by youth, without the names that are no longer Ada’s to read.
    const later = await ask.get(who('Ada'), `/api/jobs/${job}/rows`);
    expect([later.statusCode, later.body.includes('Vargas')], later.body).toEqual([200, false]);
    await world.moveTo(`${TODAY}T15:00:00Z`);
  });

  test('what another supervisor’s care manager has cannot be moved, and stays where it is', async () => {
    await world.moveTo(`${TOMORROW}T15:00:00Z`);
    const asked = await move('Ada', [{ chart: charts.bob, seat: who('Ann').seat }]);
    const { job } = asked.json().answer ?? asked.json();
    expect(await finished('Ada', job)).toMatchObject({ state: 'finished', done: 1, failed: 1 });
    const { rows } = await sql(
      `select seat from kinfold.relationship where chart = $1 and kind = 'accountable' and to_day is null`,
      [charts.bob],
    );
    expect(rows).toEqual([{ seat: who('Bob').seat }]);
  });
});

describe('what is still owed after care ended', () => {
  const INCIDENT = 'nj.incident-report-a';
  const owedIn = async (name: string, chart: string) =>
    (await ask.get(who(name), '/api/worklist?whose=unassigned&limit=200'))
      .json<{ items: OwedItem[] }>()
      .items.filter((item) => item.chart === chart);

  test('stands with the supervisor of the last care manager, who can do it; then the chart is out of reach again', async () => {
    await world.moveTo(`${TODAY}T15:00:00Z`);
    const chart = await enrolYouth(world.app, {
      ...{ csa: who('Noor'), supervisor: who('Lena'), careManager: who('Ann'), agency: 1, on: TODAY },
    });
    const data = { incident: randomUUID(), level: 'a' };
    const happened = { kind: 'incident.occurred', on: TODAY, data, category: 'incident' };
    expect((await ask.post(who('Ann'), `/api/charts/${chart}/facts`, happened)).statusCode).toBe(200);
    const ending = { on: TODAY, ground: 'goals-met', reason: 'Every goal is met.' };
    const ended = await ask.post(who('Ada'), `/api/charts/${chart}/enrolment/end`, ending);
    expect(ended.statusCode, ended.body).toBe(200);

    await world.moveTo('2026-10-16T15:00:00Z');
    expect((await owedIn('Ada', chart)).map(({ rule, standing }) => [rule, standing])).toEqual([[INCIDENT, 'late']]);
    expect(await owedIn('Ben', chart)).toEqual([]);
    expect((await ask.get(who('Ben'), `/api/charts/${chart}`)).statusCode).toBe(404);
    expect((await ask.get(who('Ann'), `/api/charts/${chart}`)).statusCode).toBe(404);

    const [item] = await owedIn('Ada', chart);
    for (const kind of ['incident.reported', 'incident.closed']) {
      const said = {
        kind,
        on: TODAY,
        data: { incident: data.incident, ...(kind === 'incident.reported' ? { how: ['system'] } : {}) },
      };
      const done = await ask.post(who('Ada'), `/api/charts/${chart}/facts`, { ...said, category: 'incident' });
      expect(done.statusCode, `${item?.key} ${done.body}`).toBe(200);
    }
    expect((await ask.get(who('Ada'), `/api/charts/${chart}`)).statusCode).toBe(404);
  });
});
