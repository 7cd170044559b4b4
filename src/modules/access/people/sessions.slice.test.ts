import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccessApp, OTHER_AGENCY, OWN_AGENCY, PASSWORD, type TestPerson } from '../testing/access-app.ts';

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
  app.post('/api/people/sessions/end', { id: randomUUID(), person, session, reason: REASON }, by);
const endAll = (by = admin, body: object = { reason: REASON }) =>
  app.post('/api/people/sessions/end-all', { id: randomUUID(), ...body }, by);
const REASON = 'A laptop was left on a train.';
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
  expect((await app.trail(admin.id)).slice(-2)).toEqual([
    { operation: 'people.sessions-ended', outcome: 'done', details: { person: id, session: mine, ended: 1 } },
    { operation: 'people.sessions-ended', outcome: 'refused', details: { code: 'not-found' } },
  ]);
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

test('why is asked, and kept beside who did it, of whom and how many', async () => {
  const { id } = await signedInTwice();
  const silent = await app.post('/api/people/sessions/end', { id: randomUUID(), person: id, session: null }, admin);
  expect(silent.json().problems).toEqual([{ field: 'reason', code: 'missing' }]);
  await end(id, null);
  expect((await app.get('/api/people', admin)).json().endings[0]).toMatchObject({
    of: 'Robin Sample',
    ended: 2,
    reason: REASON,
    by: 'Robin Sample',
  });
  expect(JSON.stringify(await app.trail(admin.id))).not.toContain('laptop');
});

test('all of an agency’s at once but the one that asks, after a fresh proof; another agency’s go on', async () => {
  const [one, other] = [await signedInTwice(), await signedInTwice()];
  const stranger = await app.person('care-manager', OTHER_AGENCY);
  const shared = await app.person('care-manager', OTHER_AGENCY);
  const gone = await app.person('care-manager', OTHER_AGENCY);
  const seatHere = (person: string, to: string | null) =>
    app.sql(
      `insert into kinfold.seat (id, person, capacity, agency, from_day, to_day) values ($1, $2, 'quality', $3, '2026-01-01', $4)`,
      [randomUUID(), person, OWN_AGENCY, to],
    );
  await seatHere(shared.id, null);
  await seatHere(gone.id, '2026-02-28');
  const [strangers, both, former] = [
    await app.signIn(stranger.email),
    await app.signIn(shared.email),
    await app.signIn(gone.email),
  ];
  const second = { ...admin, token: await app.signIn(admin.email) };
  const fresh = await app.person('administrator');
  expect((await endAll({ ...fresh, token: await app.signIn(fresh.email) })).json().code).toBe('step-up-needed');
  expect((await endAll(admin, {})).json().problems).toEqual([{ field: 'reason', code: 'missing' }]);
  const { ended } = (await endAll()).json();
  expect(ended).toBeGreaterThanOrEqual(6);
  expect(await Promise.all([...one.tokens, ...other.tokens, both, second.token].map(open))).toEqual(
    Array(6).fill(false),
  );
  expect(await Promise.all([strangers, former, admin.token].map(open))).toEqual([true, true, true]);
  expect((await app.trail(admin.id)).filter(({ operation }) => operation === 'people.all-sessions-ended')).toEqual([
    { operation: 'people.all-sessions-ended', outcome: 'done', details: { ended } },
  ]);
  expect((await app.get('/api/people', admin)).json().endings[0]).toMatchObject({ of: null, ended, reason: REASON });
});

test('is the administrator’s and the privacy officer’s alone', async () => {
  const { id } = await app.person();
  for (const capacity of ['supervisor', 'care-manager', 'agency-lead']) {
    const person = await app.person(capacity);
    const by = { ...person, token: await app.signIn(person.email) };
    const tried = await Promise.all([listed(id, by), end(id, null, by), endAll(by)]);
    expect(
      tried.map(({ statusCode }) => statusCode),
      capacity,
    ).toEqual([403, 403, 403]);
  }
  const officer = await app.person('privacy-officer');
  const by = { ...officer, token: await app.signIn(officer.email) };
  await app.post('/api/session/step-up', { password: PASSWORD }, by);
  expect((await end(id, null, by)).json()).toEqual({ ended: 0 });
  expect((await app.get('/api/people', by)).json()).toMatchObject({ secondFactor: null, singleSignOn: null });
});
