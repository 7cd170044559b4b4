import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccessApp, PASSWORD } from '../testing/access-app.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await AccessApp.start();
});
afterAll(() => app.stop());

test('of two administrators who say how far staff see, the second is shown what the first said', async () => {
  const person = await app.person('administrator');
  const admin = { ...person, token: await app.signIn(person.email) };
  await app.post('/api/session/step-up', { password: PASSWORD }, admin);
  const set = (base: number, reach: string) =>
    app.post('/api/people/staff-reach', { id: randomUUID(), base, reach }, admin);
  const read = async () => (await app.get('/api/people', admin)).json().agency;
  const { revision } = await read();
  expect((await set(revision, 'assigned')).json()).toEqual({ revision: revision + 1 });
  const second = await set(revision, 'agency');
  expect([second.statusCode, second.json()]).toMatchObject([
    409,
    { code: 'changed-meanwhile', yours: { reach: 'agency' }, current: { reach: 'assigned', revision: revision + 1 } },
  ]);
  expect(await read()).toMatchObject({ staffReach: 'assigned', revision: revision + 1 });
  expect((await set(revision + 1, 'agency')).statusCode).toBe(200);
});
