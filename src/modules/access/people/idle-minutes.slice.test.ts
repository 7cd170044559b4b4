import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccessApp, OTHER_AGENCY, OWN_AGENCY, PASSWORD, type TestPerson } from '../testing/access-app.ts';

type Signed = TestPerson & { readonly token: string };
let app: AccessApp;
let admin: Signed;
let elsewhere: Signed;
beforeAll(async () => {
  app = await AccessApp.start();
  [admin, elsewhere] = [await administrator(OWN_AGENCY), await administrator(OTHER_AGENCY)];
});
afterAll(() => app.stop());

async function signedIn(capacity: string, agency: number): Promise<Signed> {
  const person = await app.person(capacity, agency);
  return { ...person, token: await app.signIn(person.email) };
}
async function administrator(agency: number): Promise<Signed> {
  const person = await signedIn('administrator', agency);
  await app.post('/api/session/step-up', { password: PASSWORD }, person);
  return person;
}
async function lockAfter(minutes: number, by = admin) {
  const { revision } = (await app.get('/api/people', by)).json().agency;
  return app.post('/api/people/idle-minutes', { id: randomUUID(), base: revision, minutes }, by);
}
const session = async ({ token }: { readonly token: string }) => (await app.get('/api/session', { token })).json();
const idle = (person: string, by: string) =>
  app.sql('update kinfold.session set last_seen_at = now() - $2::interval where person = $1', [person, by]);
/** What the database's own door says of a request in this session and seat. */
const enters = ({ token, seat }: Signed) =>
  app.sql('select kinfold.enter(sha256($1::bytea), $2)', [Buffer.from(token), seat]).then(
    () => 'in',
    (error: Error & { code?: string }) => error.code,
  );
const seatFor = (person: string, agency: number) =>
  app.sql(
    `insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, 'quality', $3, '2026-01-01')`,
    [...[randomUUID(), person, agency]],
  );

test('fifteen minutes are usual; an agency asks for fewer, at once and in every place alike', async () => {
  const worker = await signedIn('quality', OWN_AGENCY);
  expect(await session(worker)).toMatchObject({ idleMinutes: 15, locked: false });
  await idle(worker.id, '6 minutes');
  expect(await enters(worker)).toBe('in');
  expect((await lockAfter(5)).json()).toEqual({ revision: expect.any(Number) });
  const locked = await session(worker);
  expect(locked).toMatchObject({ idleMinutes: 5, locked: true });
  expect(await enters(worker)).toBe('KF423');
  expect((await app.get('/api/sessions', worker)).statusCode).toBe(423);
  await app.toucher.flush();
  expect((await session(worker)).locked).toBe(true);
  await idle(worker.id, '4 minutes 50 seconds');
  expect([(await session(worker)).locked, await enters(worker)]).toEqual([false, 'in']);
  const { locksAt } = await session(worker);
  expect(Math.round((Date.parse(locksAt) - Date.now()) / 1000)).toBeLessThan(60);
  const later = await signedIn('quality', OWN_AGENCY);
  expect(await session(later)).toMatchObject({ idleMinutes: 5 });
  await lockAfter(15);
  expect(await session(worker)).toMatchObject({ idleMinutes: 15 });
});

test('a program’s session and that of long work have no screen to lock, and keep fifteen', async () => {
  const worker = await signedIn('quality', OWN_AGENCY);
  const [made] = await app.sql<{ id: string }>(
    `insert into kinfold.session (id, token_hash, person, ends_at, device)
     values (gen_random_uuid(), sha256('a program'), $1, now() + interval '10 minutes', 'FHIR') returning id`,
    [worker.id],
  );
  const minutes = async () =>
    (await app.sql('select idle_minutes as minutes, at_screen from kinfold.session where id = $1', [made?.id]))[0];
  expect((await lockAfter(5)).statusCode).toBe(200);
  expect(await minutes()).toEqual({ minutes: 15, at_screen: false });
  await app.sql(`update kinfold.seat set to_day = '2030-12-31' where id = $1`, [worker.seat]);
  expect(await minutes()).toEqual({ minutes: 15, at_screen: false });
  expect(await session(worker)).toMatchObject({ idleMinutes: 5 });
  await lockAfter(15);
});

test.each([4, 16, 7.5])('%s minutes are no agency’s to choose', async (minutes) => {
  expect((await lockAfter(minutes)).statusCode).toBe(422);
});

test('of who works for two, the fewest count, as soon as they have the seat and no longer than they have it', async () => {
  const worker = await signedIn('quality', OWN_AGENCY);
  await lockAfter(7, elsewhere);
  expect(await session(worker)).toMatchObject({ idleMinutes: 15 });
  await seatFor(worker.id, OTHER_AGENCY);
  expect(await session(worker)).toMatchObject({ idleMinutes: 7 });
  await lockAfter(12, elsewhere);
  expect(await session(worker)).toMatchObject({ idleMinutes: 12 });
  await app.sql(`update kinfold.seat set to_day = '2026-03-01' where person = $1 and agency = $2`, [
    worker.id,
    OTHER_AGENCY,
  ]);
  expect(await session(worker)).toMatchObject({ idleMinutes: 15 });
});

test('is the administrator’s after a fresh proof, audited, and not overwritten unseen', async () => {
  const supervisor = await signedIn('supervisor', OWN_AGENCY);
  expect((await lockAfter(10, supervisor)).statusCode).toBe(403);
  const stale = await app.post('/api/people/idle-minutes', { id: randomUUID(), base: -1, minutes: 10 }, admin);
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'changed-meanwhile']);
  const { revision } = (await lockAfter(10)).json();
  expect((await app.trail(admin.id)).at(-1)).toEqual({
    operation: 'people.idle-minutes-set',
    outcome: 'done',
    details: { minutes: 10, revision },
  });
});
