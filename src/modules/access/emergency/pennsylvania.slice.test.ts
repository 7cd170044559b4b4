import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addPennsylvaniaChart } from '#modules/record/matrix/planted-charts.builder.ts';
import { addAgencies, addSeat } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

const NOW = '2026-10-12T18:20:00Z';
let world: TestApp;
beforeAll(async () => {
  world = await testApp(NOW);
});
afterAll(() => world.stop());

test.each(['targeted-case-manager', 'tcm-supervisor'] as const)(
  'where a Pennsylvania agency limits its staff, a %s has the emergency door',
  async (capacity) => {
    const { owner } = world.pools;
    const ask = requestsTo(world.app);
    await addAgencies(owner);
    await owner.query(`update kinfold.agency set staff_reach = 'assigned' where id = 901`);
    const chart = await addPennsylvaniaChart(owner);
    const carries = await addSeat(owner, { name: 'Tom', capacity: 'targeted-case-manager', agency: 901 });
    await owner.query(
      `insert into kinfold.relationship (chart, agency, holder, programme, id, seat, kind, from_day)
     select id, agency, holder, programme, gen_random_uuid(), $2, 'accountable', '2026-10-12' from kinfold.chart where id = $1`,
      [chart, carries.seat],
    );
    const who = await addSeat(owner, { name: 'Tess', capacity, agency: 901 });
    const opens = async () => (await ask.get(who, `/api/charts/${chart}`)).statusCode;
    expect(await opens()).toBe(404);
    await owner.query('update kinfold.session set stepped_up_at = $2 where person = $1', [who.person, NOW]);
    const found = await owner.query<{ number: number }>('select number from kinfold.chart where id = $1', [chart]);
    const wish = { number: found.rows[0]?.number, reason: 'The family asks for help at night, and nobody answers.' };
    expect((await ask.post(who, '/api/emergency', wish)).json()).toMatchObject({ outcome: 'taken', chart });
    expect(await opens()).toBe(200);
  },
);
