import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccessApp, PUBLIC_URL } from '../testing/access-app.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await AccessApp.start();
});
afterAll(() => app.stop());

async function signedIn(from = app) {
  const person = await from.person();
  return { ...person, token: await from.signIn(person.email) };
}
const ask = (token: string, from = app) => from.post('/api/address/proof', {}, { token });
const prove = (token: string) => app.post('/api/address/prove', { token });
const sentTo = (email: string) => app.sent.filter(({ to }) => to === email);
const tokenIn = (link: string) => new URL(link).hash.slice(1);
const mail = async (token: string) => (await app.get('/api/sign-in-means', { token })).json().mail;

test('whoever opens the link shows that mail reaches them, once', async () => {
  const { id, email, token } = await signedIn();
  expect(await mail(token)).toEqual({ address: email, proven: false, sends: true });
  expect((await ask(token)).statusCode).toBe(200);
  const [sent] = sentTo(email);
  expect(sent).toMatchObject({ template: 'prove-address', locale: 'en' });
  expect(sent?.link).toMatch(new RegExp(`^${PUBLIC_URL}/app/address#[\\w-]{43}$`));
  const proof = tokenIn(sent?.link ?? PUBLIC_URL);
  expect((await prove(proof)).json()).toEqual({ done: true });
  expect(await mail(token)).toMatchObject({ proven: true });
  expect((await prove(proof)).json().code).toBe('ticket-expired');
  expect((await ask(token)).json().code).toBe('already-there');
  expect((await app.trail(id)).map(({ operation }) => operation).slice(1)).toEqual([
    'sign-in.address-proof-sent',
    'sign-in.address-proven',
  ]);
});

test('the link opens nothing else, and proves no address but the one it went to', async () => {
  const { id, email, token } = await signedIn();
  await ask(token);
  const proof = tokenIn(sentTo(email)[0]?.link ?? PUBLIC_URL);
  expect((await app.get('/api/session', { token: proof })).statusCode).toBe(401);
  expect((await app.post('/api/sign-in/set-up/totp', { ticket: proof })).json().code).toBe('ticket-expired');
  await app.sql('update kinfold.person set email = $2 where id = $1', [id, `${randomUUID()}@example.org`]);
  expect((await prove(proof)).json().code).toBe('ticket-expired');
  expect(await mail(token)).toMatchObject({ proven: false });
});

test('nobody’s mailbox is filled: three in an hour', async () => {
  const { email, token } = await signedIn();
  const answers = await Promise.all([ask(token), ask(token), ask(token), ask(token)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 429]);
  expect(sentTo(email)).toHaveLength(3);
});

test('without a mail server there is nothing to prove, and it says so', async () => {
  const plain = await AccessApp.start({ withMail: false });
  const { token } = await signedIn(plain);
  expect((await ask(token, plain)).json().code).toBe('no-mail-server');
  await plain.stop();
});
