import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccessApp, PASSWORD, PUBLIC_URL, tokenOf } from '../testing/access-app.ts';
import { TestAuthenticator } from '../testing/authenticator.ts';

const HOST = new URL(PUBLIC_URL).hostname;
const here = (challenge: string) => ({ challenge, origin: PUBLIC_URL, host: HOST });

let app: AccessApp;
beforeAll(async () => {
  app = await AccessApp.start();
});
afterAll(() => app.stop());

async function steppedUp() {
  const person = await app.person();
  const token = await app.signIn(person.email);
  await app.post('/api/session/step-up', { password: PASSWORD }, { token });
  return { ...person, token };
}

async function withPasskey() {
  const person = await steppedUp();
  const device = new TestAuthenticator();
  const { ticket, options } = (await app.post('/api/passkeys/options', {}, person)).json();
  const response = device.make(here(options.challenge));
  const answer = await app.post('/api/passkeys', { ticket, label: 'Phone', response }, person);
  expect(answer.statusCode).toBe(200);
  return { ...person, device, passkey: answer.json().id as string };
}

async function challengeFor(body: object, token?: string) {
  const answer = await app.post('/api/session/passkey-options', body, token ? { token } : {});
  return answer.json() as { ticket: string; options: { challenge: string; userVerification: string; rpId: string } };
}

describe('adding a passkey', () => {
  test('needs a fresh proof of identity', async () => {
    const { email } = await app.person();
    const answer = await app.post('/api/passkeys/options', {}, { token: await app.signIn(email) });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'step-up-needed']);
  });

  test('asks for a device that verifies its user, for our host alone', async () => {
    const person = await steppedUp();
    const { options } = (await app.post('/api/passkeys/options', {}, person)).json();
    expect(options.rp).toEqual({ name: 'Kinfold', id: HOST });
    expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' });
  });

  test.each([
    ['another page', { origin: 'https://kinfold.example.net' }],
    ['another host', { host: 'example.net' }],
    ['another challenge', { challenge: 'AAAA' }],
    ['no PIN, finger or face', { verified: false }],
  ])('is refused from %s', async (_name, wrong) => {
    const person = await steppedUp();
    const { ticket, options } = (await app.post('/api/passkeys/options', {}, person)).json();
    const response = new TestAuthenticator().make({ ...here(options.challenge), ...wrong });
    const answer = await app.post('/api/passkeys', { ticket, label: 'Phone', response }, person);
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'wrong-passkey']);
  });

  test('works once for each challenge', async () => {
    const person = await steppedUp();
    const { ticket, options } = (await app.post('/api/passkeys/options', {}, person)).json();
    const send = (device: TestAuthenticator) =>
      app.post('/api/passkeys', { ticket, label: 'Phone', response: device.make(here(options.challenge)) }, person);
    expect((await send(new TestAuthenticator())).statusCode).toBe(200);
    expect((await send(new TestAuthenticator())).json().code).toBe('ticket-expired');
  });
});

describe('signing in with a passkey', () => {
  test('needs nothing else, and counts as stepping up', async () => {
    const { id, device } = await withPasskey();
    const { ticket, options } = await challengeFor({ for: 'sign-in' });
    expect(options).toMatchObject({ userVerification: 'required', rpId: HOST });
    const answer = await app.post('/api/session/passkey', { ticket, response: device.use(here(options.challenge)) });
    const session = (await app.get('/api/session', { token: tokenOf(answer) })).json();
    expect(session).toMatchObject({ person: { id }, means: { passkey: true } });
    expect(session.steppedUpAt).not.toBeNull();
  });

  test.each([
    ['from another page', { origin: 'https://kinfold.example.net' }],
    ['for another challenge', { challenge: 'AAAA' }],
    ['without PIN, finger or face', { verified: false }],
  ])('is refused %s', async (_name, wrong) => {
    const { device } = await withPasskey();
    const { ticket, options } = await challengeFor({ for: 'sign-in' });
    const response = device.use({ ...here(options.challenge), ...wrong });
    expect((await app.post('/api/session/passkey', { ticket, response })).json().code).toBe('wrong-passkey');
  });

  test('is refused when the device counts backwards, as a copy would', async () => {
    const { device } = await withPasskey();
    const first = await challengeFor({ for: 'sign-in' });
    const used = device.use(here(first.options.challenge));
    expect((await app.post('/api/session/passkey', { ticket: first.ticket, response: used })).statusCode).toBe(200);
    device.counter = 0;
    const second = await challengeFor({ for: 'sign-in' });
    const copied = device.use(here(second.options.challenge));
    expect((await app.post('/api/session/passkey', { ticket: second.ticket, response: copied })).statusCode).toBe(401);
  });

  test('is refused for a passkey nobody added', async () => {
    const { ticket, options } = await challengeFor({ for: 'sign-in' });
    const response = new TestAuthenticator().use(here(options.challenge));
    expect((await app.post('/api/session/passkey', { ticket, response })).json().code).toBe('wrong-passkey');
  });
});

describe('a passkey beside the password', () => {
  test('is asked for, and another person’s does not do', async () => {
    const { email, device } = await withPasskey();
    const stranger = await withPasskey();
    const signIn = (await app.post('/api/session', { email, password: PASSWORD })).json();
    expect(signIn).toMatchObject({ state: 'second-factor', methods: ['passkey'] });
    const prove = async (by: TestAuthenticator) => {
      const { ticket, options } = await challengeFor({ for: 'second-factor', ticket: signIn.ticket });
      const passkey = { ticket, response: by.use(here(options.challenge)) };
      return app.post('/api/session/second-factor', { ticket: signIn.ticket, proof: { passkey } });
    };
    expect((await prove(stranger.device)).json().code).toBe('wrong-passkey');
    expect((await prove(device)).statusCode).toBe(200);
  });

  test('unlocks the session it was asked in, and no other', async () => {
    const { email, token, device } = await withPasskey();
    await app.post('/api/session/lock', {}, { token });
    const unlock = async () => {
      const { ticket, options } = await challengeFor({ for: 'own-session' }, token);
      return { ticket, response: device.use(here(options.challenge)) };
    };
    const stranger = await app.person();
    const elsewhere = await app.signIn(stranger.email);
    expect((await app.post('/api/session/unlock', { passkey: await unlock() }, { token: elsewhere })).statusCode).toBe(
      401,
    );
    expect((await app.post('/api/session/unlock', { passkey: await unlock() }, { token })).statusCode).toBe(200);
    expect((await app.get('/api/session', { token })).json().locked).toBe(false);
    expect(email).not.toBe(stranger.email);
  });

  test('can be removed, and is then no longer asked for', async () => {
    const { email, token, passkey } = await withPasskey();
    expect((await app.get('/api/sign-in-means', { token })).json().passkeys).toMatchObject([
      { id: passkey, label: 'Phone' },
    ]);
    expect((await app.delete(`/api/passkeys/${passkey}`, { token })).statusCode).toBe(200);
    expect((await app.post('/api/session', { email, password: PASSWORD })).json().state).toBe('signed-in');
  });
});
