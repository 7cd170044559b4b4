import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';

let world: TestApp;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
});
afterAll(() => world.stop());

async function underWay(state: 'waiting' | 'running'): Promise<string> {
  const id = randomUUID();
  await world.pools.owner.query(
    `insert into kinfold.job_progress (id, name, agency, programme, state) values ($1, 'caseload.move', 15, 'nj-cmo', $2)`,
    [id, state],
  );
  return id;
}

const stateOf = async (id: string): Promise<string> =>
  (await world.pools.owner.query('select state from kinfold.job_progress where id = $1', [id])).rows[0]?.state;

test('work that waits and runs nowhere, as after a restore, is said to have stopped; what runs goes on', async () => {
  await (await world.startJobs())();
  const [waiting, running, atWork] = [
    await underWay('waiting'),
    await underWay('running'),
    await underWay('running'),
  ] as const;
  await world.pools.owner.query(
    `insert into pgboss.job (name, data, state, started_on) values ('caseload.move', jsonb_build_object('job', $1::text), 'active', now())`,
    [atWork],
  );
  const stop = await world.startJobs();
  await stop();
  expect([await stateOf(waiting), await stateOf(running), await stateOf(atWork)]).toEqual([
    'stopped',
    'stopped',
    'running',
  ]);
});
