import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccessApp, PASSWORD, tokenOf } from '../testing/access-app.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await AccessApp.start();
});
afterAll(() => app.stop());

describe('signing in with a password', () => {
  test('gives a cookie that scripts cannot read and foreign pages cannot send', async () => {
    const { email } = await app.person();
    const answer = await app.post('/api/session', { email: email.toUpperCase(), password: PASSWORD });
    expect(answer.json()).toEqual({ state: 'signed-in' });
    expect(answer.cookies[0]).toMatchObject({
      name: '__Host-kinfold_session',
      httpOnly: true,
      sameSite: 'Strict',
      secure: true,
      path: '/',
    });
    expect(tokenOf(answer)).toMatch(/^[\w-]{43}$/);
  });

  test('is believed under the one name a browser guards, and under no other', async () => {
    const { email } = await app.person();
    const token = await app.signIn(email);
    const under = (name: string) => app.get('/api/session', { cookies: { [name]: token } });
    expect((await under('__Host-kinfold_session')).statusCode).toBe(200);
    for (const name of ['kinfold_session', '__Secure-kinfold_session', '__host-kinfold_session'])
      expect((await under(name)).json().code, name).toBe('signed-out');
  });

  test('keeps only the hash of the token', async () => {
    const { id, email } = await app.person();
    const token = await app.signIn(email);
    const [row] = await app.sql<{ kept: string }>(
      'select session::text as kept from kinfold.session where person = $1',
      [id],
    );
    expect(row?.kept).not.toContain(token);
  });

  test('shows who is signed in, their seats and what each may do', async () => {
    const { id, email, seat } = await app.person('supervisor');
    const answer = await app.get('/api/session', { token: await app.signIn(email) });
    expect(answer.json()).toMatchObject({
      person: { id, name: 'Robin Sample' },
      locked: false,
      means: { password: true, totp: false, passkey: false },
      seats: [{ id: seat, capacity: 'supervisor', label: 'Supervisor', agencyShort: 'Harbor' }],
    });
    expect(answer.json().seats[0].permissions).toContain('caseload.assign');
    expect(answer.json().seats[0].permissions).not.toContain('people.change');
  });
});

describe('who is let in', () => {
  test('a wrong password and an unknown e-mail get the same answer', async () => {
    const { email } = await app.person();
    const wrong = await app.post('/api/session', { email, password: 'not the password' }, { address: '192.0.2.1' });
    const unknown = await app.post(
      '/api/session',
      { email: 'nobody@example.org', password: 'not it' },
      { address: '192.0.2.2' },
    );
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toEqual(unknown.json());
    expect(Object.keys(wrong.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
  });

  test('a person who was disabled is unknown', async () => {
    const { id, email } = await app.person();
    const token = await app.signIn(email);
    await app.sql('update kinfold.person set disabled_at = now() where id = $1', [id]);
    expect((await app.post('/api/session', { email, password: PASSWORD })).json().code).toBe('wrong-email-or-password');
    expect((await app.get('/api/session', { token })).statusCode).toBe(401);
  });

  test('needs the header only our pages send', async () => {
    const { email } = await app.person();
    const forged = await app.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email, password: PASSWORD },
    });
    expect(forged.json().code).toBe('not-from-our-pages');
    const token = await app.signIn(email);
    const forgedLock = await app.app.inject({
      method: 'POST',
      url: '/api/session/lock',
      cookies: { '__Host-kinfold_session': token },
    });
    expect(forgedLock.json().code).toBe('not-from-our-pages');
  });

  test('ends the session the browser had before', async () => {
    const { email } = await app.person();
    const before = await app.signIn(email);
    await app.post('/api/session', { email, password: PASSWORD }, { token: before });
    expect((await app.get('/api/session', { token: before })).statusCode).toBe(401);
  });

  test('leaves its trace, refused or not, without e-mail or password', async () => {
    const { id, email } = await app.person();
    await app.post('/api/session', { email, password: 'canary-password' });
    await app.signIn(email);
    expect(await app.trail(id)).toEqual([
      { operation: 'session.sign-in-refused', outcome: 'refused', details: { code: 'wrong-email-or-password' } },
      { operation: 'session.signed-in', outcome: 'done', details: { how: 'password' } },
    ]);
    const rows = await app.sql<{ row: string }>('select audit_event::text as row from kinfold.audit_event');
    const everything = JSON.stringify(rows) + app.logged.join();
    expect(everything).not.toContain('canary-password');
    expect(everything).not.toContain(email);
  });
});
