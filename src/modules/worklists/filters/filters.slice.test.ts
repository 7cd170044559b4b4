import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { projectFolder } from '../../../project-folder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { MOST_FILTERS } from './contract.ts';

let world: TestApp;
let dana: Seated;
let ruth: Seated;
let lee: Seated;
let elsewhere: Seated;

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  const { owner } = world.pools;
  dana = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'supervisor', agency: 15 });
  ruth = await addSeat(owner, { name: 'Ruth Osei', capacity: 'care-manager', agency: 15, supervisor: dana });
  lee = await addSeat(owner, { name: 'Lee Park', capacity: 'care-manager', agency: 15, supervisor: dana });
  elsewhere = await addSeat(owner, { name: 'Kim Diaz', capacity: 'care-manager', agency: 15 });
});
afterAll(() => world.stop());

const LATE = { whose: 'mine', group: 'due', time: 'late', clause: null } as const;

type Method = 'GET' | 'PUT' | 'DELETE';
const ask = (who: Seated, method: Method, path: string, payload?: object) =>
  world.app.inject({
    method,
    url: `/api/worklist${path}`,
    headers: who.headers,
    ...(payload ? { payload } : {}),
  });
const save = (who: Seated, id: string, name: string, different: object = {}) =>
  ask(who, 'PUT', `/filters/${id}`, { name, filter: LATE, shared: false, ...different });
const namesOf = async (who: Seated) =>
  (await ask(who, 'GET', '/filters')).json<{ filters: { name: string }[] }>().filters.map(({ name }) => name);

test('a filter is saved, renamed, opened with, and thrown away', async () => {
  const id = randomUUID();
  expect((await save(ruth, id, 'Late ones')).statusCode).toBe(200);
  expect((await save(ruth, id, 'What is late')).statusCode).toBe(200);
  expect((await ask(ruth, 'PUT', '/opening', { filter: id })).statusCode).toBe(200);
  expect((await ask(ruth, 'GET', '/filters')).json()).toEqual({
    filters: [{ id, name: 'What is late', filter: LATE, shared: false, by: null }],
    opensWith: id,
  });
  expect((await ask(ruth, 'DELETE', `/filters/${id}`)).statusCode).toBe(200);
  expect((await ask(ruth, 'GET', '/filters')).json()).toEqual({ filters: [], opensWith: null });
});

test('a filter kept while the next days were called after their week finds them under the word of today', async () => {
  const { owner } = world.pools;
  const id = randomUUID();
  const filter = { ...LATE, time: 'soon' };
  await save(ruth, id, 'What comes next', { filter });
  await owner.query(`update kinfold.saved_filter set filter = filter || '{"time": "this-week"}' where id = $1`, [id]);
  const migration = await readFile(join(projectFolder, 'db/migrations/0026-pack-editions.sql'), 'utf8');
  const [change] = /update kinfold\.saved_filter[^;]+;/.exec(migration) ?? [];
  await owner.query(change ?? '');
  const [kept] = (await ask(ruth, 'GET', '/filters')).json().filters;
  expect(kept).toMatchObject({ id, filter });
  await ask(ruth, 'DELETE', `/filters/${id}`);
});

test('a private filter is nobody else’s; a shared one is the team’s, under the name of who shares it', async () => {
  const [secret, shared] = [randomUUID(), randomUUID()];
  await save(ruth, secret, 'Only mine');
  await save(ruth, shared, 'For the team', { shared: true });
  for (const who of [dana, lee]) {
    expect((await ask(who, 'GET', '/filters')).json()).toEqual({
      filters: [{ id: shared, name: 'For the team', filter: LATE, shared: true, by: 'Ruth Osei' }],
      opensWith: null,
    });
  }
  expect(await namesOf(elsewhere)).toEqual([]);
  expect((await ask(lee, 'PUT', '/opening', { filter: shared })).statusCode).toBe(200);
  expect((await ask(elsewhere, 'PUT', '/opening', { filter: shared })).statusCode).toBe(404);
  expect((await save(lee, shared, 'Taken over')).statusCode).not.toBe(200);
  expect((await ask(lee, 'DELETE', `/filters/${shared}`)).statusCode).toBe(404);
  // No longer shared: it leaves the others' lists, and what they open with.
  await save(ruth, shared, 'For the team');
  expect((await ask(lee, 'GET', '/filters')).json()).toEqual({ filters: [], opensWith: null });
});

test('a name is used once a seat, and there is an end to how many', async () => {
  await save(elsewhere, randomUUID(), 'Same');
  const again = await save(elsewhere, randomUUID(), 'Same');
  expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'already-there']);
  for (let number = 2; number <= MOST_FILTERS; number += 1) await save(elsewhere, randomUUID(), `Number ${number}`);
  const beyond = await save(elsewhere, randomUUID(), 'One more');
  expect(beyond.json()).toMatchObject({ problems: [{ field: 'name', code: 'too-many' }] });
  expect(await namesOf(elsewhere)).toHaveLength(MOST_FILTERS);
});

test('a filter holds codes and nothing else', async () => {
  for (const filter of [
    { ...LATE, youth: 'Luz' },
    { ...LATE, clause: 'Luz Vargas' },
    { ...LATE, whose: 'hers' },
  ]) {
    expect((await save(ruth, randomUUID(), 'Odd', { filter })).statusCode).toBe(422);
  }
});
