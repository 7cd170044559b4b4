import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { moveChart } from '#modules/record/matrix/planted-charts.builder.ts';
import { entered } from '#modules/record/testing/request-connection.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { OwedItem } from './contract.ts';

const TODAY = '2026-10-12';
let world: TestApp;
let ask: ReturnType<typeof requestsTo>;
const seats: Record<string, Seated> = {};
let chart: string;
let key: string;

const who = (name: string): Seated => {
  const found = seats[name];
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const chosen = (reach: 'agency' | 'assigned') =>
  world.pools.owner.query('update kinfold.agency set staff_reach = $1 where id = 1', [reach]);

beforeAll(async () => {
  world = await testApp(`${TODAY}T18:20:00Z`);
  ask = requestsTo(world.app);
  for (const [name, capacity, agency] of [
    ['Noor Haddad', 'csa-coordinator', 100],
    ['Lena Moss', 'agency-lead', 1],
    ['Dana Whitfield', 'supervisor', 1],
    ['Ben Adler', 'supervisor', 1],
    ['Olu Field', 'on-call', 1],
    ['Pia Lund', 'privacy-officer', 1],
    ['Gus Hall', 'care-manager', 15],
  ] as const)
    seats[name] = await addSeat(world.pools.owner, { name, capacity, agency });
  for (const name of ['Ruth Osei', 'Sol Reyes'])
    seats[name] = await addSeat(world.pools.owner, {
      name,
      capacity: 'care-manager',
      agency: 1,
      supervisor: who(name === 'Ruth Osei' ? 'Dana Whitfield' : 'Ben Adler'),
    });
  chart = await enrolYouth(world.app, {
    csa: who('Noor Haddad'),
    supervisor: who('Lena Moss'),
    careManager: who('Ruth Osei'),
    agency: 1,
    on: TODAY,
  });
  await world.pools.owner.query(
    `insert into kinfold.on_call_shift (id, agency, seat, from_at, to_at, made_by)
     values ($1, 1, $2, kinfold.present() - interval '1 hour', kinfold.present() + interval '1 hour', $2)`,
    [randomUUID(), who('Olu Field').seat],
  );
  const { items } = (await ask.get(who('Ruth Osei'), '/api/worklist')).json<{ items: OwedItem[] }>();
  key = items[0]?.key ?? '';
});
afterAll(() => world.stop());

const hand = (by: string, to: string) =>
  ask.post(who(by), `/api/charts/${chart}/duties/delegate`, { key, to: who(to).seat });
const picker = (by: string, of = chart) =>
  ask.get(who(by), `/api/charts/${of}/duties/colleagues?key=${encodeURIComponent(key)}`);
const offered = async (by: string, of = chart) =>
  (await picker(by, of)).json<{ colleagues: { name: string }[] }>().colleagues.map(({ name }) => name);
const item = async (name: string, whose = 'mine') =>
  (await ask.get(who(name), `/api/worklist?whose=${whose}`))
    .json<{ items: OwedItem[] }>()
    .items.find((one) => one.key === key && one.chart === chart);
const letIn = async (name: string) => {
  const answer = await ask.post(who('Ruth Osei'), `/api/charts/${chart}/relations`, {
    seat: who(name).seat,
    kind: 'team-member',
    from: TODAY,
    reason: 'Makes the weekly call while the office moves.',
  });
  expect(answer.statusCode, answer.body).toBe(200);
};

describe('where staff reach the whole agency', () => {
  test('whoever works with duties and sees the chart for longer than a shift is offered', async () => {
    await chosen('agency');
    expect(await offered('Ruth Osei')).toEqual(['Ben Adler', 'Dana Whitfield', 'Lena Moss', 'Ruth Osei', 'Sol Reyes']);
    expect((await hand('Ruth Osei', 'Olu Field')).json()).toMatchObject({
      problems: [{ field: 'to', code: 'does-not-see-the-chart' }],
    });
  });

  test('the row says to whom it was handed, and to them by whom', async () => {
    expect((await hand('Ruth Osei', 'Sol Reyes')).statusCode).toBe(200);
    const handed = { by: 'Ruth Osei', to: 'Sol Reyes' };
    expect(await item('Ruth Osei')).toMatchObject({ state: 'delegated', handedOn: { ...handed, toMe: false } });
    expect(await item('Sol Reyes')).toMatchObject({ state: 'delegated', handedOn: { ...handed, toMe: true } });
    expect(await item('Dana Whitfield', 'team')).toMatchObject({ handedOn: { ...handed, toMe: false } });
    const { owed } = (await ask.get(who('Sol Reyes'), `/api/charts/${chart}`)).json<{ owed: OwedItem[] }>();
    expect(owed.filter(({ handedOn }) => handedOn).map(({ key, handedOn }) => [key, handedOn])).toEqual([
      [(await item('Sol Reyes'))?.key, { ...handed, toMe: true }],
    ]);
    // Handed on once more: the last of it is said.
    expect((await hand('Sol Reyes', 'Ben Adler')).statusCode).toBe(200);
    expect(await item('Ruth Osei')).toMatchObject({ handedOn: { by: 'Sol Reyes', to: 'Ben Adler', toMe: false } });
    expect(await item('Sol Reyes')).toBeUndefined();
    const others = (await ask.get(who('Ruth Osei'), '/api/worklist')).json<{ items: OwedItem[] }>().items;
    expect(others.filter((one) => one.state === 'open' && one.handedOn)).toEqual([]);
  });
});

describe('where the agency chose assigned charts only', () => {
  test('a duty is handed to who sees the chart; to nobody else, and the picker offers nobody else', async () => {
    await chosen('assigned');
    expect(await offered('Ruth Osei')).toEqual(['Dana Whitfield', 'Lena Moss', 'Ruth Osei']);
    for (const unseeing of ['Sol Reyes', 'Ben Adler', 'Olu Field']) {
      const refused = await hand('Ruth Osei', unseeing);
      expect([refused.statusCode, refused.json().problems], unseeing).toEqual([
        422,
        [{ field: 'to', code: 'does-not-see-the-chart' }],
      ]);
    }
    expect((await hand('Ruth Osei', 'Pia Lund')).json().problems).toEqual([{ field: 'to', code: 'not-their-work' }]);
    const elsewhere = await hand('Ruth Osei', 'Gus Hall');
    expect(elsewhere.json().problems).toEqual([{ field: 'to', code: 'not-a-colleague' }]);
    expect((await hand('Ruth Osei', 'Dana Whitfield')).statusCode).toBe(200);
  });

  test('a colleague let in first can be handed it, sees it in their list and does it; who was not let in learns nothing', async () => {
    expect((await picker('Sol Reyes')).statusCode).toBe(404);
    expect(await item('Sol Reyes')).toBeUndefined();
    await letIn('Sol Reyes');
    expect(await offered('Ruth Osei')).toEqual(['Dana Whitfield', 'Lena Moss', 'Ruth Osei', 'Sol Reyes']);
    expect((await hand('Ruth Osei', 'Sol Reyes')).statusCode).toBe(200);
    expect(await item('Sol Reyes')).toMatchObject({ handedOn: { by: 'Ruth Osei', toMe: true } });
    const done = await ask.post(who('Sol Reyes'), `/api/charts/${chart}/duties/done-on`, {
      key,
      on: TODAY,
      evidence: 'Number 4711 in the state system',
    });
    expect(done.statusCode, done.body).toBe(200);
  });

  test('a supervisor is offered a chart nobody answers for, as every supervisor', async () => {
    const nobodys = await enrolYouth(world.app, {
      csa: who('Noor Haddad'),
      supervisor: who('Lena Moss'),
      careManager: null,
      agency: 1,
      on: TODAY,
    });
    const found = await world.pools.owner.query<{ key: string }>('select key from kinfold.duty where chart = $1', [
      nobodys,
    ]);
    const answer = await ask.get(
      who('Ben Adler'),
      `/api/charts/${nobodys}/duties/colleagues?key=${encodeURIComponent(found.rows[0]?.key ?? '')}`,
    );
    const { colleagues } = answer.json<{ colleagues: { name: string }[] }>();
    expect(colleagues.map(({ name }) => name)).toEqual(['Ben Adler', 'Dana Whitfield', 'Lena Moss']);
  });
});

describe('a duty about what not everybody sees', () => {
  test('is handed to, and offered for, those who see what it is about', async () => {
    await chosen('agency');
    seats['Ivo Penn'] = await addSeat(world.pools.owner, { name: 'Ivo Penn', capacity: 'pe-coordinator', agency: 1 });
    await letIn('Olu Field');
    expect(await offered('Ruth Osei')).toEqual(expect.arrayContaining(['Ivo Penn', 'Olu Field', 'Lena Moss']));
    const { owner } = world.pools;
    await owner.query(`update kinfold.duty set category = 'incident' where chart = $1 and key = $2`, [chart, key]);
    expect(await offered('Ruth Osei')).toEqual(['Ben Adler', 'Dana Whitfield', 'Lena Moss', 'Ruth Osei', 'Sol Reyes']);
    for (const unseeing of ['Ivo Penn', 'Olu Field']) {
      const refused = await hand('Ruth Osei', unseeing);
      expect(refused.json().problems, unseeing).toEqual([{ field: 'to', code: 'does-not-see-the-chart' }]);
    }
    // Who does not see the duty is told of no picker for it either.
    expect((await picker('Ivo Penn')).statusCode).toBe(404);
    await owner.query(`update kinfold.duty set category = 'general' where chart = $1 and key = $2`, [chart, key]);
  });
});

test('after a transfer the new agency is not told which of the former’s people had it', async () => {
  expect((await hand('Ruth Osei', 'Sol Reyes')).statusCode).toBe(200);
  const told = (name: string) =>
    entered(world.pools, 'staff', who(name), ({ run }) =>
      run('select kinfold.handed_on($1, $2) as told', [chart, key]),
    );
  expect(await told('Ruth Osei')).toMatchObject([{ told: { to: 'Sol Reyes' } }]);
  await moveChart(world.pools.owner, chart, 15);
  expect(await told('Gus Hall')).toEqual([{ told: null }]);
});
