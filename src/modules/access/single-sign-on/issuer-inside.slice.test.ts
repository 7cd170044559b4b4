import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seal } from '../sealed.ts';
import { AccessApp, OWN_AGENCY, PASSWORD } from '../testing/access-app.ts';
import { TestIdentityProvider } from '../testing/identity-provider.ts';

let app: AccessApp;
let provider: TestIdentityProvider;
beforeAll(async () => {
  [app, provider] = await Promise.all([
    AccessApp.start({ publicUrl: 'http://localhost:4040' }),
    TestIdentityProvider.start(),
  ]);
});
afterAll(async () => {
  await provider.stop();
  await app.stop();
});

test.each([
  'https://127.0.0.1',
  'https://localhost',
  'https://[::1]:9',
  'https://169.254.169.254',
  'https://10.0.0.9/tenant',
])('an administrator cannot point the server at %s', async (issuer) => {
  const person = await app.person('administrator');
  const admin = { ...person, token: await app.signIn(person.email) };
  await app.post('/api/session/step-up', { password: PASSWORD }, admin);
  const set = { issuer, clientId: 'kinfold', clientSecret: 'of the tests', emailDomain: 'example.org' };
  const answer = await app.post('/api/people/single-sign-on', { id: randomUUID(), base: 1, provider: set }, admin);
  expect(answer.json().problems).toEqual([{ field: 'provider.issuer', code: 'issuer-inside' }]);
});

test('one that leads inside since it was set is not spoken to', async () => {
  const sealed = seal(app.deps.secret, 'single sign-on client secret', String(OWN_AGENCY), 'of the tests');
  await app.sql(
    `insert into kinfold.single_sign_on (agency, issuer, client_id, client_secret, email_domain) values ($1, $2, 'kinfold', $3, 'example.org')`,
    [OWN_AGENCY, provider.issuer, sealed],
  );
  const left = await app.get(`/api/oidc/${OWN_AGENCY}/start`);
  expect([left.statusCode, left.headers.location]).toEqual([303, '/app/sign-in?problem=provider']);
  expect(app.logged.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ message: 'identity provider refused', agency: OWN_AGENCY, inside: true }),
  );
});
