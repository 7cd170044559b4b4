import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccessApp, PASSWORD } from '../testing/access-app.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await AccessApp.start();
});
afterAll(() => app.stop());

/** Lets a session's past be longer ago, which is how a test moves the database's time. */
const age = (person: string, column: 'last_seen_at' | 'ends_at', by: string) =>
  app.sql(`update kinfold.session set ${column} = ${column} - $2::interval where person = $1`, [person, by]);

async function signedIn() {
  const person = await app.person();
  return { ...person, token: await app.signIn(person.email) };
}

describe('a session left idle', () => {
  test('locks after fifteen minutes, says so, and refuses everything but reading, unlocking and signing out', async () => {
    const { id, token } = await signedIn();
    await age(id, 'last_seen_at', '14 minutes 50 seconds');
    expect((await app.get('/api/session', { token })).json().locked).toBe(false);
    await age(id, 'last_seen_at', '11 seconds');
    expect((await app.get('/api/session', { token })).json().locked).toBe(true);
    expect((await app.get('/api/sessions', { token })).statusCode).toBe(423);
  });

  test('is the same session after unlocking, with the same end', async () => {
    const { id, token } = await signedIn();
    const before = (await app.get('/api/session', { token })).json();
    await age(id, 'last_seen_at', '2 hours');
    expect((await app.post('/api/session/unlock', { password: PASSWORD }, { token })).statusCode).toBe(200);
    const after = (await app.get('/api/session', { token })).json();
    expect(after).toMatchObject({ id: before.id, endsAt: before.endsAt, locked: false });
    expect((await app.trail(id)).map(({ operation }) => operation)).toEqual(['session.signed-in', 'session.unlocked']);
  });

  test('stays locked on a wrong password', async () => {
    const { token } = await signedIn();
    await app.post('/api/session/lock', {}, { token });
    const answer = await app.post('/api/session/unlock', { password: 'wrong' }, { token });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'wrong-password']);
    expect((await app.get('/api/session', { token })).json().locked).toBe(true);
  });
});

describe('the end of a session', () => {
  test('comes after twelve hours, and unlocking does not move it', async () => {
    const { id, token } = await signedIn();
    await age(id, 'ends_at', '11 hours 59 minutes');
    expect((await app.get('/api/session', { token })).statusCode).toBe(200);
    await age(id, 'ends_at', '1 minute');
    expect((await app.get('/api/session', { token })).statusCode).toBe(401);
    expect((await app.post('/api/session/unlock', { password: PASSWORD }, { token })).statusCode).toBe(401);
  });

  test('comes with signing out, also while locked', async () => {
    const { token } = await signedIn();
    await app.post('/api/session/lock', {}, { token });
    expect((await app.delete('/api/session', { token })).statusCode).toBe(200);
    expect((await app.get('/api/session', { token })).json().code).toBe('signed-out');
  });

  test('leaves nothing of it in the browser when a person ends it, but for sealed words that never arrived', async () => {
    const { token } = await signedIn();
    const left = await app.delete('/api/session', { token });
    expect(left.headers['clear-site-data']).toBe('"cache"');
    expect(left.cookies).toMatchObject([{ name: '__Host-kinfold_session', value: '', secure: true, path: '/' }]);
    const again = await signedIn();
    const { id } = (await app.get('/api/session', { token: again.token })).json();
    const ended = await app.delete(`/api/sessions/${id}`, { token: again.token });
    expect([ended.statusCode, ended.headers['clear-site-data']]).toEqual([200, '"cache"']);
  });

  test('by time leaves the page alone, which still holds what was written', async () => {
    const { id, token } = await signedIn();
    await age(id, 'ends_at', '13 hours');
    const over = await app.get('/api/session', { token });
    expect([over.statusCode, over.headers['clear-site-data'], over.cookies]).toEqual([401, undefined, []]);
  });

  test('can be decided on another device', async () => {
    const { email, token } = await signedIn();
    const elsewhere = await app.signIn(email);
    const listed = (await app.get('/api/sessions', { token })).json().sessions;
    expect(listed).toHaveLength(2);
    const other = listed.find((session: { current: boolean }) => !session.current);
    expect((await app.delete(`/api/sessions/${other.id}`, { token })).json().code).toBe('step-up-needed');
    expect((await app.get('/api/session', { token: elsewhere })).statusCode).toBe(200);
    await app.post('/api/session/step-up', { password: PASSWORD }, { token });
    expect((await app.delete(`/api/sessions/${other.id}`, { token })).statusCode).toBe(200);
    expect((await app.get('/api/session', { token: elsewhere })).statusCode).toBe(401);
    expect((await app.get('/api/session', { token })).statusCode).toBe(200);
  });

  test('is not for somebody else to decide', async () => {
    const { token } = await signedIn();
    await app.post('/api/session/step-up', { password: PASSWORD }, { token });
    const other = await signedIn();
    const { id } = (await app.get('/api/session', { token: other.token })).json();
    expect((await app.delete(`/api/sessions/${id}`, { token })).statusCode).toBe(404);
    expect((await app.get('/api/session', { token: other.token })).statusCode).toBe(200);
  });
});

describe('use that is noted late', () => {
  test('keeps a session that was in use in time', async () => {
    const { id, token } = await signedIn();
    await app.toucher.flush();
    await age(id, 'last_seen_at', '14 minutes 59 seconds');
    await app.get('/api/sessions', { token });
    await app.post('/api/session/step-up', { password: PASSWORD }, { token });
    app.clock.moveTo(new Date(app.clock.now() + 30_000).toISOString());
    await age(id, 'last_seen_at', '30 seconds');
    await app.toucher.flush();
    expect((await app.get('/api/session', { token })).json().locked).toBe(false);
  });

  test('does not revive one that had idled out before', async () => {
    const { id, token } = await signedIn();
    await app.toucher.flush();
    await age(id, 'last_seen_at', '16 minutes');
    await app.post('/api/session/unlock', { password: 'wrong' }, { token });
    await app.toucher.flush();
    expect((await app.get('/api/session', { token })).json().locked).toBe(true);
  });

  test('does not open one that was locked by hand', async () => {
    const { token } = await signedIn();
    await app.post('/api/session/lock', {}, { token });
    await app.toucher.flush();
    expect((await app.get('/api/session', { token })).json().locked).toBe(true);
  });
});
