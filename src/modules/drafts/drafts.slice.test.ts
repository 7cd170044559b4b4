import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { ownKeyOf } from './own-key.ts';

let world: TestApp;
let dana: Seated;
let lee: Seated;

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  dana = await addSeat(world.pools.owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  lee = await addSeat(world.pools.owner, { name: 'Lee Park', capacity: 'care-manager', agency: 15 });
});
afterAll(() => world.stop());

type Method = 'GET' | 'PUT' | 'DELETE';
const ask = (who: Seated, method: Method, url: string, payload?: object) =>
  world.app.inject({ method, url, headers: who.headers, ...(payload ? { payload } : {}) });
const save = (who: Seated, url: string, revision: number, words: string) =>
  ask(who, 'PUT', url, { revision, body: { words } });

test('a draft is kept, grows by revisions, and is thrown away', async () => {
  const url = `/api/drafts/note/${randomUUID()}`;
  expect((await ask(dana, 'GET', url)).json()).toEqual({ draft: null });
  expect((await save(dana, url, 0, 'Visit')).json()).toMatchObject({ revision: 1 });
  expect((await save(dana, url, 1, 'Visit with Rosa')).json()).toMatchObject({ revision: 2 });
  expect((await ask(dana, 'GET', url)).json()).toMatchObject({
    draft: { body: { words: 'Visit with Rosa' }, revision: 2 },
  });
  expect((await ask(dana, 'DELETE', url)).json()).toEqual({ discarded: true });
  expect((await ask(dana, 'GET', url)).json()).toEqual({ draft: null });
});

test('another window’s save in between is a conflict with both versions, and nothing is overwritten', async () => {
  const url = `/api/drafts/note/${randomUUID()}`;
  await save(dana, url, 0, 'first');
  await save(dana, url, 1, 'from the other window');
  const late = await save(dana, url, 1, 'from this window');
  expect(late.statusCode).toBe(409);
  expect(late.json()).toMatchObject({
    code: 'changed-meanwhile',
    yours: { words: 'from this window' },
    theirs: { body: { words: 'from the other window' }, revision: 2 },
  });
  expect((await ask(dana, 'GET', url)).json()).toMatchObject({ draft: { body: { words: 'from the other window' } } });
});

test('the same words sent again are not a conflict', async () => {
  const url = `/api/drafts/note/${randomUUID()}`;
  await save(dana, url, 0, 'once');
  expect((await save(dana, url, 0, 'once')).json()).toMatchObject({ revision: 1 });
});

test('a draft belongs to the seat it was written from: another seat of the same person does not have it', async () => {
  const url = `/api/drafts/note/${randomUUID()}`;
  const seat = randomUUID();
  await world.pools.owner.query(
    `insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, 'supervisor', 1, '2020-01-01')`,
    [seat, dana.person],
  );
  const danaElsewhere = { ...dana, seat, headers: { ...dana.headers, 'x-kinfold-seat': seat } };
  await save(dana, url, 0, 'As care manager');
  expect((await ask(danaElsewhere, 'GET', url)).json()).toEqual({ draft: null });
  expect((await ask(danaElsewhere, 'GET', '/api/drafts')).json()).toEqual({ drafts: [] });
  expect((await save(danaElsewhere, url, 0, 'As supervisor elsewhere')).json()).toMatchObject({ revision: 1 });
  expect((await ask(dana, 'GET', url)).json()).toMatchObject({ draft: { body: { words: 'As care manager' } } });
});

test('a draft is its writer’s alone, and its words are in no audit row', async () => {
  const chart = randomUUID();
  const url = `/api/drafts/note/${chart}`;
  await save(dana, url, 0, 'unmistakable words');
  expect((await ask(lee, 'GET', url)).json()).toEqual({ draft: null });
  expect((await ask(lee, 'GET', '/api/drafts')).json()).toEqual({ drafts: [] });
  expect((await ask(lee, 'DELETE', url)).json()).toEqual({ discarded: false });
  const own = (await ask(dana, 'GET', '/api/drafts')).json<{ drafts: { chart: string; kind: string }[] }>();
  expect(own.drafts).toContainEqual(expect.objectContaining({ kind: 'note', chart }));
  const trail = await world.pools.owner.query(
    `select 1 from kinfold.audit_event where details::text like '%unmistakable%'`,
  );
  expect(trail.rowCount).toBe(0);
});

const keyOf = async (who: Pick<Seated, 'headers'>) => {
  const answer = await world.app.inject({ method: 'GET', url: '/api/drafts/key', headers: who.headers });
  return {
    status: answer.statusCode,
    cached: answer.headers['cache-control'],
    key: answer.json<{ key?: string }>().key,
  };
};

test('everybody has a key of their own for what they write without a connection, the same each time', async () => {
  const first = await keyOf(dana);
  expect(first).toMatchObject({ status: 200, cached: 'no-store' });
  expect(Buffer.from(first.key ?? '', 'base64url')).toHaveLength(32);
  expect((await keyOf(dana)).key).toBe(first.key);
  const another = await keyOf(lee);
  expect(another.status).toBe(200);
  expect(another.key).not.toBe(first.key);
});

test('another installation gives the same person another key', () => {
  const here = ownKeyOf('a secret of sixteen', dana.person);
  expect(here.equals(ownKeyOf('a secret of sixteem', dana.person))).toBe(false);
  expect(here.equals(ownKeyOf('a secret of sixteen', dana.person))).toBe(true);
});

test('nobody gets a key without a session that is open: not before it, not while it is locked, not after its end', async () => {
  const { 'x-kinfold-seat': seat = '' } = dana.headers;
  expect(await keyOf({ headers: { 'x-kinfold-seat': seat } })).toMatchObject({ status: 401 });
  const wren = await addSeat(world.pools.owner, { name: 'Wren Abbott', capacity: 'care-manager', agency: 15 });
  expect(await keyOf({ headers: { ...wren.headers, 'x-kinfold-seat': seat } })).not.toHaveProperty(
    'key',
    expect.any(String),
  );
  const change = (what: string) =>
    world.pools.owner.query(`update kinfold.session set ${what} where person = $1`, [wren.person]);
  await change('locked_at = now()');
  const locked = await keyOf(wren);
  expect([locked.status, locked.key]).toEqual([423, undefined]);
  await change('locked_at = null');
  expect((await keyOf(wren)).status).toBe(200);
  await change('ended_at = now()');
  const ended = await keyOf(wren);
  expect([ended.status, ended.key]).toEqual([401, undefined]);
});
