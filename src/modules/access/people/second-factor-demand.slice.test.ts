import { randomUUID } from 'node:crypto';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AccessApp,
  OTHER_AGENCY,
  OWN_AGENCY,
  PASSWORD,
  PUBLIC_URL,
  type TestPerson,
  tokenOf,
} from '../testing/access-app.ts';
import { TestAuthenticator } from '../testing/authenticator.ts';

let app: AccessApp;
let admin: TestPerson & { token: string };
let today: string;
beforeAll(async () => {
  app = await AccessApp.start();
  const person = await app.person('administrator');
  admin = { ...person, token: await app.signIn(person.email) };
  await app.post('/api/session/step-up', { password: PASSWORD }, admin);
  const [now] = await app.sql<{ day: string }>(`select (now() at time zone 'America/New_York')::date as day`);
  today = now?.day ?? '';
});
afterAll(() => app.stop());

const daysOn = (count: number) => new Date(Date.parse(today) + count * 86_400_000).toISOString().slice(0, 10);
const demand = (demanded: boolean, from = today) =>
  app.post('/api/people/second-factor', { id: randomUUID(), demanded, from, reason: 'Our insurer asks.' }, admin);
const password = async (email: string) => (await app.post('/api/session', { email, password: PASSWORD })).json();
const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(app.clock.now() / 1000) });
const begin = async (ticket: string) => (await app.post('/api/sign-in/set-up/totp', { ticket })).json();
const confirm = (ticket: string, code: string) => app.post('/api/sign-in/set-up/totp/confirm', { ticket, code });
const seatElsewhere = (person: string, capacity: string) =>
  app.sql(`insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, $3, $4, '2026-01-01')`, [
    randomUUID(),
    person,
    capacity,
    OWN_AGENCY,
  ]);

describe('an agency that demands a second factor', () => {
  test('says from which day and why, not for days that are over, and sees who has none', async () => {
    expect((await demand(true, daysOn(-1))).json().problems).toEqual([{ field: 'from', code: 'before-today' }]);
    await demand(true, daysOn(7));
    const { email } = await app.person();
    expect(await password(email)).toEqual({ state: 'signed-in' });
    expect((await app.get('/api/people', admin)).json().secondFactor).toMatchObject({
      demanded: false,
      without: 2,
      decided: [{ demanded: true, from: daysOn(7), reason: 'Our insurer asks.', by: 'Robin Sample' }],
    });
    expect((await app.trail(admin.id)).at(-2)).toMatchObject({
      operation: 'people.second-factor-demanded',
      details: { demanded: true, from: daysOn(7) },
    });
    await demand(false, daysOn(7));
  });

  test('lets nobody of its staff in by password alone, and the ticket opens nothing but setting one up', async () => {
    await demand(true);
    const { id, email, seat } = await app.person();
    const asked = await app.post('/api/session', { email, password: PASSWORD });
    expect([asked.json().state, asked.cookies]).toEqual(['set-up-second-factor', []]);
    const { ticket } = asked.json();
    expect(await app.sql('select 1 from kinfold.session where person = $1', [id])).toEqual([]);
    for (const [method, url] of [
      ['GET', '/api/session'],
      ['GET', '/api/people'],
      ['POST', '/api/password'],
      ['POST', '/api/recovery-codes'],
    ] as const)
      expect(
        (
          await app.send(method, url, method === 'POST' ? { current: PASSWORD, next: PASSWORD } : null, {
            token: ticket,
            seat,
          })
        ).statusCode,
        url,
      ).toBe(401);
    const proof = { ticket, proof: { recoveryCode: 'abcd-efgh-jkmn' } };
    expect((await app.post('/api/session/second-factor', proof)).json().code).toBe('ticket-expired');
  });

  test('lets them in once an authenticator app is set up, and asks for it from then on', async () => {
    const { id, email } = await app.person();
    const { ticket } = await password(email);
    const { secret } = await begin(ticket);
    expect((await confirm(ticket, '000000')).json().problems).toEqual([{ field: 'code', code: 'wrong-code' }]);
    const token = tokenOf(await confirm(ticket, codeOf(secret)));
    const session = (await app.get('/api/session', { token })).json();
    expect(session).toMatchObject({ person: { id }, means: { totp: true } });
    expect(session.steppedUpAt).not.toBeNull();
    expect((await confirm(ticket, codeOf(secret))).json().code).toBe('ticket-expired');
    expect(await password(email)).toMatchObject({ state: 'second-factor', methods: ['totp'] });
    expect((await app.trail(id)).map(({ operation }) => operation)).toEqual([
      'sign-in.totp-started',
      'sign-in.totp-added',
      'session.signed-in',
    ]);
    const left = await app.delete('/api/totp', { token });
    expect([left.statusCode, left.json().code]).toEqual([409, 'second-factor-demanded']);
  });

  test('or a passkey', async () => {
    const { email } = await app.person();
    const { ticket } = await password(email);
    const challenge = (await app.post('/api/sign-in/set-up/passkey-options', { ticket })).json();
    const host = new URL(PUBLIC_URL).hostname;
    const response = new TestAuthenticator().make({ challenge: challenge.options.challenge, origin: PUBLIC_URL, host });
    const passkey = { ticket: challenge.ticket, label: 'Telephone', response };
    const answer = await app.post('/api/sign-in/set-up/passkey', { ticket, passkey });
    expect((await app.get('/api/session', { token: tokenOf(answer) })).json().means).toMatchObject({ passkey: true });
  });
});

describe('whom it is asked of', () => {
  test('of two tickets only the first sets something up, so that a guessed password adds nothing beside it', async () => {
    const { email } = await app.person();
    const [owner, thief] = [await password(email), await password(email)];
    const challenge = (await app.post('/api/sign-in/set-up/passkey-options', { ticket: thief.ticket })).json();
    const { secret } = await begin(owner.ticket);
    expect((await confirm(owner.ticket, codeOf(secret))).statusCode).toBe(200);
    const place = { origin: PUBLIC_URL, host: new URL(PUBLIC_URL).hostname };
    const response = new TestAuthenticator().make({ challenge: challenge.options.challenge, ...place });
    const passkey = { ticket: challenge.ticket, label: 'Mine', response };
    const late = await app.post('/api/sign-in/set-up/passkey', { ticket: thief.ticket, passkey });
    expect([late.statusCode, late.json().code, late.cookies]).toEqual([401, 'ticket-expired', []]);
  });

  test('a caregiver, and the staff of another agency, sign in as before; who also works here does not', async () => {
    const [caregiver, stranger] = [await app.person('caregiver'), await app.person('care-manager', OTHER_AGENCY)];
    expect(await password(caregiver.email)).toEqual({ state: 'signed-in' });
    expect(await password(stranger.email)).toEqual({ state: 'signed-in' });
    await seatElsewhere(stranger.id, 'quality');
    expect(await password(stranger.email)).toMatchObject({ state: 'set-up-second-factor' });
  });

  test('somebody invited sets it up before they are first let in', async () => {
    const body = { id: randomUUID(), person: randomUUID(), seat: randomUUID(), name: 'Alex Newcomer' };
    const email = `${randomUUID().slice(0, 8)}@example.org`;
    await app.post('/api/people/invite', { ...body, email, capacity: 'care-manager', from: '2026-01-01' }, admin);
    const token = new URL(app.sent.at(-1)?.link ?? PUBLIC_URL).hash.slice(1);
    const accepted = await app.post('/api/invitation/accept', { token, password: 'seven herons over the marsh' });
    expect([accepted.json().state, accepted.cookies]).toEqual(['set-up-second-factor', []]);
    const { ticket } = accepted.json();
    const { secret } = await begin(ticket);
    expect((await confirm(ticket, codeOf(secret))).json()).toEqual({ state: 'signed-in' });
  });

  test('a session that had begun goes on, and nobody is asked once it is no longer demanded', async () => {
    await demand(false);
    const { email } = await app.person();
    const token = await app.signIn(email);
    await demand(true);
    expect((await app.get('/api/sessions', { token })).statusCode).toBe(200);
    expect(await password(email)).toMatchObject({ state: 'set-up-second-factor' });
    await demand(false);
    expect(await password(email)).toEqual({ state: 'signed-in' });
  });
});
