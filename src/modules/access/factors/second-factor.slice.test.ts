import { setImmediate } from 'node:timers/promises';
import { generateSync } from 'otplib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientConfig } from '#platform/database/pools.ts';
import { seal } from '../sealed.ts';
import { AccessApp, PASSWORD, tokenOf } from '../testing/access-app.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await AccessApp.start();
});
afterAll(() => app.stop());

const later = (seconds: number) => app.clock.moveTo(new Date(app.clock.now() + seconds * 1000).toISOString());
const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(app.clock.now() / 1000) });

async function withTotp() {
  const person = await app.person();
  const token = await app.signIn(person.email);
  await app.post('/api/session/step-up', { password: PASSWORD }, { token });
  const { secret, uri, picture } = (await app.post('/api/totp', {}, { token })).json();
  expect((await app.post('/api/totp/confirm', { code: codeOf(secret) }, { token })).statusCode).toBe(200);
  const { codes } = (await app.post('/api/recovery-codes', {}, { token })).json();
  later(60);
  return { ...person, token, secret: secret as string, uri, picture, codes: codes as string[] };
}

async function passwordOf(email: string) {
  return (await app.post('/api/session', { email, password: PASSWORD })).json() as {
    ticket: string;
    methods: string[];
  };
}

const finish = (ticket: string, proof: object) => app.post('/api/session/second-factor', { ticket, proof });

/** Lets two requests run until both have read what one of them will use up, and only then go on. */
async function heldUp<T>(person: string, run: () => Promise<T>): Promise<T> {
  const holder = new pg.Client(clientConfig(app.database.ownerConnection));
  await holder.connect();
  await holder.query('begin');
  await holder.query('select 1 from kinfold.totp where person = $1 for update', [person]);
  const running = run();
  const waiting = async () => {
    // What others are doing is otherwise remembered from the first look on, until the transaction ends.
    await holder.query('select pg_stat_clear_snapshot()');
    const text = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return (await holder.query(text)).rowCount;
  };
  while ((await waiting()) !== 2) await setImmediate();
  await holder.query('commit');
  await holder.end();
  return running;
}

describe('an authenticator app', () => {
  test('is shown as a picture and an address, and its secret is sealed', async () => {
    const { id, picture, uri, secret } = await withTotp();
    expect(picture).toMatch(/^data:image\/svg\+xml;utf8,%3Csvg/);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Kinfold/);
    const [row] = await app.sql<{ kept: Buffer }>('select secret as kept from kinfold.totp where person = $1', [id]);
    expect(row?.kept.toString('latin1')).not.toContain(secret);
  });

  test('can be set up only after a fresh proof of identity', async () => {
    const { email } = await app.person();
    const answer = await app.post('/api/totp', {}, { token: await app.signIn(email) });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'step-up-needed']);
  });

  test('does not count before a code from it was confirmed', async () => {
    const { email } = await app.person();
    const token = await app.signIn(email);
    await app.post('/api/session/step-up', { password: PASSWORD }, { token });
    await app.post('/api/totp', {}, { token });
    expect((await app.post('/api/totp/confirm', { code: '000000' }, { token })).json().problems).toEqual([
      { field: 'code', code: 'wrong-code' },
    ]);
    expect((await app.post('/api/session', { email, password: PASSWORD })).json()).toEqual({ state: 'signed-in' });
  });

  test('is then needed beside the password: no session without it', async () => {
    const { email, secret } = await withTotp();
    const answer = await app.post('/api/session', { email, password: PASSWORD });
    expect(answer.json()).toMatchObject({ state: 'second-factor', methods: ['totp', 'recovery-code'] });
    expect(answer.cookies).toEqual([]);
    const wrong = await finish(answer.json().ticket, { totp: '123456' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'wrong-code']);
    const right = await finish(answer.json().ticket, { totp: codeOf(secret) });
    expect((await app.get('/api/session', { token: tokenOf(right) })).statusCode).toBe(200);
  });

  test('of another installation secret is refused as that, and whoever runs the installation is told', async () => {
    const { id, email, secret } = await withTotp();
    const foreign = seal('the secret of before', 'totp secret', id, secret);
    await app.sql('update kinfold.totp set secret = $2 where person = $1 returning person', [id, foreign]);
    const answer = await finish((await passwordOf(email)).ticket, { totp: codeOf(secret) });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'app-of-another-secret']);
    const said = app.logged.filter((line) => line.includes('another installation secret'));
    expect(said).toHaveLength(1);
    expect(said.join()).not.toContain(id);
    const [row] = await app.sql<{ details: unknown }>(
      `select details from kinfold.audit_event where person = $1 and outcome = 'refused' order by id desc limit 1`,
      [id],
    );
    expect(row?.details).toEqual({ code: 'app-of-another-secret', how: 'totp' });
  });

  test('gives codes that work once', async () => {
    const { email, secret } = await withTotp();
    const code = codeOf(secret);
    expect((await finish((await passwordOf(email)).ticket, { totp: code })).statusCode).toBe(200);
    expect((await finish((await passwordOf(email)).ticket, { totp: code })).json().code).toBe('wrong-code');
  });

  test('gives a code only one of two requests at once can use', async () => {
    const { id, email, secret } = await withTotp();
    const [first, second] = [await passwordOf(email), await passwordOf(email)];
    const answers = await heldUp(id, () =>
      Promise.all([first, second].map(({ ticket }) => finish(ticket, { totp: codeOf(secret) }))),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
  });

  test('steps a session up, where the password will no longer do', async () => {
    const { token, secret } = await withTotp();
    expect((await app.post('/api/session/step-up', { password: PASSWORD }, { token })).json().code).toBe(
      'second-factor-needed',
    );
    expect((await app.post('/api/session/step-up', { totp: codeOf(secret) }, { token })).statusCode).toBe(200);
  });
});

describe('a ticket for the second factor', () => {
  test('is used up by success', async () => {
    const { email, secret } = await withTotp();
    const { ticket } = await passwordOf(email);
    expect((await finish(ticket, { totp: codeOf(secret) })).statusCode).toBe(200);
    later(60);
    expect((await finish(ticket, { totp: codeOf(secret) })).json().code).toBe('ticket-expired');
  });

  test('runs out after ten minutes', async () => {
    const { id, email, secret } = await withTotp();
    const { ticket } = await passwordOf(email);
    await app.sql("update kinfold.sign_in_step set expires_at = expires_at - interval '10 minutes' where person = $1", [
      id,
    ]);
    expect((await finish(ticket, { totp: codeOf(secret) })).json().code).toBe('ticket-expired');
  });

  test('is guessed at only so fast', async () => {
    const { email } = await withTotp();
    const { ticket } = await passwordOf(email);
    const guess = async () => (await finish(ticket, { totp: '123456' })).statusCode;
    expect(await guess()).toBe(401);
    await app.sql("update kinfold.sign_in_wait set failures = 9 where kind = 'account'");
    expect([await guess(), await guess()]).toEqual([401, 429]);
  });
});

describe('recovery codes', () => {
  test('are ten, kept as hashes, and each works once', async () => {
    const { id, email, codes } = await withTotp();
    const [code = ''] = codes;
    expect(codes).toHaveLength(10);
    const kept = await app.sql<{ row: string }>(
      'select recovery_code::text as row from kinfold.recovery_code where person = $1',
      [id],
    );
    expect(JSON.stringify(kept)).not.toContain(code.replaceAll('-', ''));
    expect((await finish((await passwordOf(email)).ticket, { recoveryCode: code.toUpperCase() })).statusCode).toBe(200);
    expect((await finish((await passwordOf(email)).ticket, { recoveryCode: code })).json().code).toBe(
      'wrong-recovery-code',
    );
  });

  test('are replaced as a whole', async () => {
    const { email, token, codes } = await withTotp();
    expect((await app.post('/api/recovery-codes', {}, { token })).json().codes).not.toContain(codes[0]);
    expect((await finish((await passwordOf(email)).ticket, { recoveryCode: codes[1] })).json().code).toBe(
      'wrong-recovery-code',
    );
  });

  test('are of no use without a second factor', async () => {
    const { email } = await app.person();
    const token = await app.signIn(email);
    await app.post('/api/session/step-up', { password: PASSWORD }, { token });
    expect((await app.post('/api/recovery-codes', {}, { token })).json().code).toBe('no-second-factor');
  });
});

describe('the password', () => {
  test('may be short beside a second factor, which then cannot go', async () => {
    const { token } = await withTotp();
    const change = (current: string, next: string) => app.post('/api/password', { current, next }, { token });
    expect((await change('wrong', 'xkcdhdwq')).json().code).toBe('wrong-password');
    expect((await change(PASSWORD, 'xkcdhdw')).json().problems).toMatchObject([{ field: 'next', code: 'too-short' }]);
    expect((await change(PASSWORD, 'xkcdhdwq')).statusCode).toBe(200);
    expect((await app.delete('/api/totp', { token })).json().code).toBe('longer-password-needed');
    expect((await change('xkcdhdwq', 'another walk to the library')).statusCode).toBe(200);
    expect((await app.delete('/api/totp', { token })).statusCode).toBe(200);
  });

  test('ends all other sessions when it changes, and the person is told where they showed that mail reaches them', async () => {
    const { id, email } = await app.person();
    await app.sql('update kinfold.person set email_proven = true where id = $1', [id]);
    const [token, elsewhere] = [await app.signIn(email), await app.signIn(email)];
    await app.post('/api/password', { current: PASSWORD, next: 'another walk to the library' }, { token });
    expect((await app.get('/api/session', { token })).statusCode).toBe(200);
    expect((await app.get('/api/session', { token: elsewhere })).statusCode).toBe(401);
    expect(app.sent.at(-1)).toMatchObject({ to: email, template: 'sign-in-changed' });
  });

  test('is changed without a word to an address nobody proved: it may be a stranger’s', async () => {
    const { email } = await app.person();
    const token = await app.signIn(email);
    const change = { current: PASSWORD, next: 'another walk to the library' };
    expect((await app.post('/api/password', change, { token })).statusCode).toBe(200);
    expect(app.sent.filter(({ to }) => to === email)).toEqual([]);
  });
});
