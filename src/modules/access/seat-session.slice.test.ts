import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionForSeat } from './index.ts';
import { AccessApp } from './testing/access-app.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await AccessApp.start();
});
afterAll(() => app.stop());

test('the command line acts as whoever holds a seat, and the trail says so', async () => {
  const { id, seat } = await app.person();
  const token = await sessionForSeat(app.database.pools.owner, seat, 'Command line');
  const headers = { authorization: `Bearer ${token}` };
  expect((await app.get('/api/session', { headers })).json()).toMatchObject({ person: { id }, seats: [{ id: seat }] });
  expect(await app.trail(id)).toEqual([
    { operation: 'session.signed-in', outcome: 'done', details: { how: 'command-line' } },
  ]);
});

test('nobody holds a seat that has ended', async () => {
  const { seat } = await app.person();
  await app.sql('update kinfold.seat set to_day = current_date - 2 where id = $1', [seat]);
  await expect(sessionForSeat(app.database.pools.owner, seat, 'Command line')).rejects.toThrow('not-found');
});
