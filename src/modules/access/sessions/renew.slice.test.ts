import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccessApp, PASSWORD, tokenOf } from '../testing/access-app.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await AccessApp.start();
});
afterAll(() => app.stop());

const COOKIE = '__Host-kinfold_session';
/** With this very token and no other, as somebody would who had copied it. */
const by = (token: string) => app.get('/api/session', { cookies: { [COOKIE]: token } });

async function signedIn() {
  const { id, email } = await app.person();
  const token = await app.signIn(email);
  return { id, token, session: (await by(token)).json() };
}

test.each(['unlock', 'step-up'])(
  '%s gives the same session another token, and the former one opens nothing',
  async (what) => {
    const { token, session } = await signedIn();
    if (what === 'unlock') await app.post('/api/session/lock', {}, { token });
    const answer = await app.post(`/api/session/${what}`, { password: PASSWORD }, { token });
    const next = tokenOf(answer);
    expect(answer.cookies).toMatchObject([{ name: COOKIE, httpOnly: true, secure: true, sameSite: 'Strict' }]);
    expect(next).not.toBe(token);
    expect((await by(next)).json()).toMatchObject({ id: session.id, endsAt: session.endsAt, locked: false });
    expect((await by(token)).json().code).toBe('signed-out');
  },
);

test('a wrong proof changes nothing', async () => {
  const { token } = await signedIn();
  const answer = await app.post('/api/session/step-up', { password: 'wrong' }, { token });
  expect([answer.statusCode, answer.cookies]).toEqual([401, []]);
  expect((await by(token)).statusCode).toBe(200);
});

test('a program that sends its token in a header keeps it', async () => {
  const { token } = await signedIn();
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app.post('/api/session/step-up', { password: PASSWORD }, { headers });
  expect([answer.statusCode, answer.cookies]).toEqual([200, []]);
  expect((await app.get('/api/session', { headers })).json().steppedUpAt).not.toBeNull();
});
