import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccessApp, OTHER_AGENCY, PASSWORD, type TestPerson } from '../testing/access-app.ts';

let app: AccessApp;
let admin: TestPerson & { token: string };
beforeAll(async () => {
  app = await AccessApp.start();
  const person = await app.person('administrator');
  admin = { ...person, token: await app.signIn(person.email) };
});
afterAll(() => app.stop());

const listed = (person: string, by = admin) => app.get(`/api/people/${person}/sessions`, by);
const end = (person: string, session: string | null, by = admin) =>
  app.post('/api/people/sessions/end', { id: randomUUID(), person, session }, by);
const open = async (token: string) => (await app.get('/api/session', { token })).statusCode === 200;

async function signedInTwice() {
  const person = await app.person();
  return { ...person, tokens: [await app.signIn(person.email), await app.signIn(person.email)] as const };
}

test('an administrator ends one session of a person after a fresh proof, and the other goes on', async () => {
  const { id, tokens } = await signedInTwice();
  const [first, second] = tokens;
  const mine = (await app.get('/api/session', { token: first })).json().id;
  expect((await listed(id)).json().sessions.map((session: { id: string }) => session.id)).toContain(mine);
  expect((await end(id, mine)).json().code).toBe('step-up-needed');
  await app.post('/api/session/step-up', { password: PASSWORD }, admin);
  expect((await end(id, mine)).json()).toEqual({ ended: 1 });
  expect([await open(first), await open(second)]).toEqual([false, true]);
  expect((await end(id, mine)).statusCode).toBe(404);
  expect((await app.trail(admin.id)).at(-1)).toEqual({
    operation: 'people.sessions-ended',
    outcome: 'done',
    details: { person: id, session: mine, ended: 1 },
  });
});

test('or all of them, after which the person can sign in again', async () => {
  const { id, email, tokens } = await signedInTwice();
  expect((await end(id, null)).json()).toEqual({ ended: 2 });
  expect(await Promise.all(tokens.map(open))).toEqual([false, false]);
  expect((await listed(id)).json()).toEqual({ sessions: [] });
  expect(await open(await app.signIn(email))).toBe(true);
});

test('nobody else’s: neither another agency’s people, nor who also works there, nor through another’s session', async () => {
  const [stranger, shared, other] = [
    await app.person('care-manager', OTHER_AGENCY),
    await app.person(),
    await app.person(),
  ];
  await app.sql(
    `insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, 'quality', $3, '2026-01-01')`,
    [randomUUID(), shared.id, OTHER_AGENCY],
  );
  const tokens = await Promise.all([stranger, shared, other].map(({ email }) => app.signIn(email)));
  expect([(await listed(stranger.id)).statusCode, (await end(stranger.id, null)).statusCode]).toEqual([404, 404]);
  expect([(await listed(shared.id)).json().code, (await end(shared.id, null)).json().code]).toEqual([
    'seats-elsewhere',
    'seats-elsewhere',
  ]);
  const theirs = (await app.get('/api/session', { token: tokens[0] ?? '' })).json().id;
  expect((await end(other.id, theirs)).statusCode).toBe(404);
  expect(await Promise.all(tokens.map(open))).toEqual([true, true, true]);
});

test('is for the administrator alone', async () => {
  const { id } = await app.person();
  for (const capacity of ['supervisor', 'privacy-officer', 'care-manager']) {
    const person = await app.person(capacity);
    const by = { ...person, token: await app.signIn(person.email) };
    expect([(await listed(id, by)).statusCode, (await end(id, null, by)).statusCode], capacity).toEqual([403, 403]);
  }
});
