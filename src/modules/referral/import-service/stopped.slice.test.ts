import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { countyNames } from '../../../places.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { ImportStopped, importReferrals } from './index.ts';
import { HEADER, rowOf } from './testing/imported-file.builder.ts';

const rowsOf = (count: number, first = 0) =>
  Array.from({ length: count }, (_, n) => rowOf(`S-${first + n}`, `Given${first + n}`, `Family${(first + n) * 7919}`));

let world: TestApp;
let csa: Seated;
beforeAll(async () => {
  world = await testApp('2026-03-02T15:00:00Z');
  csa = await addSeat(world.pools.owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
});
afterAll(() => world.stop());

const deps = () => ({
  ...world.routes,
  owner: world.pools.owner,
  counties: countyNames,
  countiesOfZip: () => [],
});
const fileOf = (rows: readonly string[]) => ({
  seat: csa.seat,
  fileName: 'referrals.csv',
  text: [HEADER, ...rows].join('\n'),
  source: 'call center',
});
const imported = async (id: string) =>
  (await world.app.inject({ method: 'GET', url: `/api/imports/${id}`, headers: csa.headers })).json();
const textsKept = async () =>
  (await world.pools.owner.query('select batch from kinfold.import_batch_file')).rows.map(({ batch }) => batch);

/** An import as its process leaves it behind: under way, its text kept. */
async function leftBehind(): Promise<string> {
  const id = randomUUID();
  await world.pools.owner.query(
    `insert into kinfold.import_batch (id, agency, programme, by_seat, file_name, file_digest, rows, source) values ($1, 100, 'nj-cmo', $2, 'left.csv', '', 9, 'x')`,
    [id, csa.seat],
  );
  await world.pools.owner.query(`insert into kinfold.import_batch_file (batch, agency, text) values ($1, 100, 'x')`, [
    id,
  ]);
  return id;
}

test('told to stop, it says how far it came and keeps nothing; the same file goes on where it ended', async () => {
  const id = randomUUID();
  const file = fileOf(rowsOf(700));
  const told = new AbortController();
  const stopped = importReferrals(deps(), { ...file, id }, () => told.abort(), told.signal);
  const error = await stopped.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ImportStopped);
  const { done } = error as ImportStopped;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(700);
  expect(await imported(id)).toMatchObject({ state: 'stopped', done, counts: { 'with-tasks': done } });
  expect(await textsKept()).toEqual([]);

  const { counts } = await importReferrals(deps(), file);
  expect(counts).toEqual({ 'already-here': done, 'with-tasks': 700 - done });
});

test('one that fails on the way is no longer under way either', async () => {
  const id = randomUUID();
  const failing = importReferrals(deps(), { ...fileOf(rowsOf(3, 1000)), id }, () => {
    throw new Error('the terminal went away');
  });
  await expect(failing).rejects.toThrow('the terminal went away');
  expect(await imported(id)).toMatchObject({ state: 'stopped', done: 3 });
});

test('whose process was killed is ended by the next import; one that another process runs goes on', async () => {
  const [killed, running] = [await leftBehind(), await leftBehind()];
  const elsewhere = await world.pools.owner.connect();
  await elsewhere.query('select pg_advisory_lock(hashtextextended($1::text, 14))', [running]);
  await importReferrals(deps(), fileOf(rowsOf(1, 2000)));
  expect([(await imported(killed)).state, (await imported(running)).state]).toEqual(['stopped', 'running']);
  expect(await textsKept()).toEqual([running]);
  await elsewhere.query('select pg_advisory_unlock_all()');
  elsewhere.release();
});

test('and by the next start of the program', async () => {
  const killed = await leftBehind();
  await (await world.startJobs())();
  expect((await imported(killed)).state).toBe('stopped');
  expect(await textsKept()).toEqual([]);
});
