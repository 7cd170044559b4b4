import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccessApp, OTHER_AGENCY, OWN_AGENCY, PASSWORD, type TestPerson, tokenOf } from '../testing/access-app.ts';
import { type Claims, TestIdentityProvider } from '../testing/identity-provider.ts';

const START = `/api/oidc/${OWN_AGENCY}/start`;
const CALLBACK = `/api/oidc/${OWN_AGENCY}/callback`;

let app: AccessApp;
let provider: TestIdentityProvider;
let admin: TestPerson & { token: string };

beforeAll(async () => {
  [app, provider] = await Promise.all([
    AccessApp.start({ publicUrl: 'http://localhost:4040', issuersInside: ['127.0.0.1'] }),
    TestIdentityProvider.start(),
  ]);
  const person = await app.person('administrator');
  admin = { ...person, token: await app.signIn(person.email) };
  await app.post('/api/session/step-up', { password: PASSWORD }, admin);
  expect((await setProvider()).statusCode).toBe(200);
});
afterAll(async () => {
  await provider.stop();
  await app.stop();
});

const revision = async () => (await app.get('/api/people', admin)).json().signOnRevision as number;

async function setProvider(over: object = {}) {
  const { issuer, clientId, clientSecret } = provider;
  const set = { issuer, clientId, clientSecret, emailDomain: 'example.org', ...over };
  return app.post('/api/people/single-sign-on', { id: randomUUID(), base: await revision(), provider: set }, admin);
}

const claimsOf = (email: string, over: Partial<Claims> = {}): Claims => ({
  sub: randomUUID(),
  email,
  email_verified: true,
  ...over,
});

const leave = (path = START, token?: string) => app.get(path, token ? { token } : {});

function comeBack(left: LightMyRequestResponse, claims: Claims, change: (query: URLSearchParams) => void = () => {}) {
  const query = provider.signIn(new URL(String(left.headers.location)), claims);
  change(query);
  const cookie = left.cookies.find(({ name }) => name === 'kinfold_sign_on');
  return app.get(`${CALLBACK}?${query}`, { cookies: { kinfold_sign_on: cookie?.value ?? '' } });
}

const signInAs = async (claims: Claims) => comeBack(await leave(), claims);

describe('signing in through the agency’s identity provider', () => {
  test('leaves with PKCE, state and nonce, bound to the browser by a short-lived cookie', async () => {
    const left = await leave();
    const sent = new URL(String(left.headers.location)).searchParams;
    expect(left.statusCode).toBe(303);
    expect(Object.fromEntries(sent)).toMatchObject({
      response_type: 'code',
      scope: 'openid email',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(sent.get(name)).toMatch(/^[\w-]{43}$/);
    expect(left.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', maxAge: 600, path: '/' });
  });

  test('lets an invited person in, and knows them again when their address changed', async () => {
    const { id, email } = await app.person();
    const claims = claimsOf(email);
    const first = await signInAs(claims);
    expect([first.statusCode, first.headers.location]).toEqual([303, '/app']);
    expect((await app.get('/api/session', { token: tokenOf(first) })).json().person.id).toBe(id);
    const again = await signInAs({ ...claims, email: 'married@example.org' });
    expect((await app.get('/api/session', { token: tokenOf(again) })).json().person.id).toBe(id);
    expect((await app.trail(id)).at(-1)).toEqual({
      operation: 'session.signed-in',
      outcome: 'done',
      details: { how: 'single-sign-on' },
    });
  });

  test.each([
    ['was never invited', async () => claimsOf('nobody@example.org'), 'not-invited'],
    [
      'has an address nobody verified',
      async () => claimsOf((await app.person()).email, { email_verified: false }),
      'email-not-verified',
    ],
    ['has an address of another domain', async () => claimsOf('robin@example.net'), 'other-domain'],
    ['has an address of a domain that only ends alike', async () => claimsOf('robin@not-example.org'), 'other-domain'],
    [
      'belongs to another agency',
      async () => claimsOf((await app.person('care-manager', OTHER_AGENCY)).email),
      'not-invited',
    ],
  ])('lets nobody in who %s', async (_name, claims, why) => {
    const answer = await signInAs(await claims());
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/app/sign-in?problem=${why}`]);
    expect(answer.cookies.find(({ name }) => name === 'kinfold_session')).toBeUndefined();
  });
});

describe('what is tampered with', () => {
  test('lets nobody in who has a seat elsewhere too, even when linked before', async () => {
    const { id, email } = await app.person();
    const claims = claimsOf(email);
    await signInAs(claims);
    await app.sql(
      `insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, 'quality', $3, '2026-01-01')`,
      [randomUUID(), id, OTHER_AGENCY],
    );
    expect((await signInAs(claims)).headers.location).toBe('/app/sign-in?problem=not-invited');
  });

  test('is refused with another state, another nonce, or another browser’s cookie', async () => {
    const claims = claimsOf((await app.person()).email);
    const otherState = await comeBack(await leave(), claims, (query) => query.set('state', 'another'));
    expect(otherState.headers.location).toBe('/app/sign-in?problem=provider');
    provider.otherNonce = 'another';
    const replayed = await signInAs(claims);
    provider.otherNonce = null;
    expect(replayed.headers.location).toBe('/app/sign-in?problem=provider');
    const [mine, theirs] = [await leave(), await leave()];
    const crossed = provider.signIn(new URL(String(theirs.headers.location)), claims);
    const cookie = mine.cookies[0]?.value ?? '';
    const answer = await app.get(`${CALLBACK}?${crossed}`, { cookies: { kinfold_sign_on: cookie } });
    expect(answer.headers.location).toBe('/app/sign-in?problem=provider');
    expect((await app.get(`${CALLBACK}?${crossed}`)).statusCode).toBe(401);
  });

  test('comes back once', async () => {
    const left = await leave();
    const claims = claimsOf((await app.person()).email);
    expect((await comeBack(left, claims)).statusCode).toBe(303);
    expect((await comeBack(left, claims)).json().code).toBe('ticket-expired');
  });
});

describe('in one’s own session', () => {
  test('unlocks it for the same person, with a fresh sign-in at the provider', async () => {
    const { email } = await app.person();
    const claims = claimsOf(email);
    const token = tokenOf(await signInAs(claims));
    await app.post('/api/session/lock', {}, { token });
    const left = await leave(`${START}?for=unlock`, token);
    expect(new URL(String(left.headers.location)).searchParams.get('prompt')).toBe('login');
    const back = await comeBack(left, claims);
    expect(back.headers.location).toBe('/app');
    expect((await app.get('/api/session', { token: tokenOf(back) })).json().locked).toBe(false);
    expect((await app.get('/api/session', { token })).json().code).toBe('signed-out');
  });

  test('does not unlock it for somebody else', async () => {
    const token = tokenOf(await signInAs(claimsOf((await app.person()).email)));
    await app.post('/api/session/lock', {}, { token });
    const left = await leave(`${START}?for=unlock`, token);
    const answer = await comeBack(left, claimsOf((await app.person()).email));
    expect(answer.headers.location).toBe('/app/sign-in?problem=another-person');
    expect((await app.get('/api/session', { token })).json().locked).toBe(true);
  });

  test('steps up', async () => {
    const claims = claimsOf((await app.person()).email);
    const token = tokenOf(await signInAs(claims));
    expect((await app.get('/api/session', { token })).json().steppedUpAt).toBeNull();
    const back = await comeBack(await leave(`${START}?for=step-up`, token), claims);
    expect((await app.get('/api/session', { token: tokenOf(back) })).json().steppedUpAt).not.toBeNull();
  });

  test('needs a session', async () => {
    expect((await leave(`${START}?for=unlock`)).statusCode).toBe(401);
  });
});

describe('setting it up', () => {
  test('lists the agency publicly and never shows the secret again', async () => {
    expect((await app.get('/api/oidc')).json()).toEqual({ agencies: [{ agency: OWN_AGENCY, agencyShort: 'Harbor' }] });
    expect((await app.get('/api/people', admin)).json().singleSignOn).toEqual({
      issuer: provider.issuer,
      clientId: provider.clientId,
      emailDomain: 'example.org',
    });
    const [row] = await app.sql<{ row: string }>(
      `select encode(client_secret, 'escape') as row from kinfold.single_sign_on`,
    );
    expect(row?.row).not.toContain('client secret');
  });

  test('takes only issuers that are spoken to encrypted', async () => {
    const answer = await setProvider({ issuer: 'http://login.example.org' });
    expect(answer.json().problems).toEqual([{ field: 'provider.issuer', code: 'https-needed' }]);
  });

  test('of two who change it, the second is shown what the first did, without a secret', async () => {
    const base = await revision();
    const { issuer, clientId, clientSecret } = provider;
    const send = (emailDomain: string) =>
      app.post(
        '/api/people/single-sign-on',
        { id: randomUUID(), base, provider: { issuer, clientId, clientSecret, emailDomain } },
        admin,
      );
    expect((await send('example.com')).json()).toEqual({ revision: base + 1 });
    const second = await send('example.net');
    expect([second.statusCode, second.json()]).toMatchObject([
      409,
      {
        code: 'changed-meanwhile',
        yours: { emailDomain: 'example.net' },
        current: { emailDomain: 'example.com', revision: base + 1 },
      },
    ]);
    expect(second.body).not.toContain(clientSecret);
    await setProvider();
  });

  test('an agency without one has nowhere to go', async () => {
    expect((await leave(`/api/oidc/${OTHER_AGENCY}/start`)).statusCode).toBe(404);
  });
});
