import { randomUUID } from 'node:crypto';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccessApp, OTHER_AGENCY, OWN_AGENCY, PASSWORD, PUBLIC_URL, tokenOf } from '../testing/access-app.ts';
import { TestAuthenticator } from '../testing/authenticator.ts';

const CHOSEN = 'seven herons over the marsh';
let app: AccessApp;
beforeAll(async () => {
  app = await AccessApp.start();
});
afterAll(() => app.stop());

async function administrator(from = app, agency = OWN_AGENCY) {
  const person = await from.person('administrator', agency);
  const token = await from.signIn(person.email);
  await from.post('/api/session/step-up', { password: PASSWORD }, { token });
  return { ...person, token };
}

const invitation = (over: object = {}) => ({
  id: randomUUID(),
  person: randomUUID(),
  seat: randomUUID(),
  name: 'Alex Newcomer',
  email: `${randomUUID().slice(0, 8)}@example.org`,
  capacity: 'care-manager',
  from: '2026-01-01',
  ...over,
});

const tokenIn = (link: string) => new URL(link).hash.slice(1);

async function invited(over: object = {}) {
  const by = await administrator();
  const body = invitation(over);
  const answer = await app.post('/api/people/invite', body, by);
  expect(answer.statusCode).toBe(200);
  return { by, body, answer, token: tokenIn(app.sent.at(-1)?.link ?? PUBLIC_URL) };
}

const accept = (token: string, password = CHOSEN) => app.post('/api/invitation/accept', { token, password });

describe('an invitation', () => {
  test('goes by mail, with nothing in it but a link whose token no server logs', async () => {
    const { body, answer, token } = await invited({ locale: 'es' });
    expect(answer.json()).toEqual({ delivery: 'mailed', link: null });
    expect(app.sent.at(-1)).toMatchObject({ to: body.email, template: 'invitation', locale: 'es' });
    expect(app.sent.at(-1)?.link).toBe(`${PUBLIC_URL}/app/invitation#${token}`);
    const kept = JSON.stringify(
      await app.sql('select invitation::text, write::text from kinfold.invitation, kinfold.write'),
    );
    expect(kept).not.toContain(token);
  });

  test('says whose it is, and opens an account with a good password only', async () => {
    const { body, token } = await invited();
    expect((await app.post('/api/invitation/read', { token })).json()).toEqual({
      name: 'Alex Newcomer',
      agencyName: 'Harbor Light Care',
      locale: 'en',
      leastLength: 15,
    });
    expect((await accept(token, 'Alex Newcomer 2026')).json().problems).toMatchObject([
      { field: 'password', code: 'about-you' },
    ]);
    const session = (await app.get('/api/session', { token: tokenOf(await accept(token)) })).json();
    expect(session.seats).toMatchObject([{ id: body.seat, capacity: 'care-manager' }]);
    expect((await app.post('/api/session', { email: body.email, password: CHOSEN })).statusCode).toBe(200);
  });

  test('works once', async () => {
    const { token } = await invited();
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410]);
    expect((await accept(token)).json().code).toBe('invitation-over');
  });

  test('runs out after 72 hours', async () => {
    const { body, token } = await invited();
    const age = (by: string) =>
      app.sql('update kinfold.invitation set expires_at = expires_at - $2::interval where person = $1', [
        body.person,
        by,
      ]);
    await age('71 hours 59 minutes');
    expect((await app.post('/api/invitation/read', { token })).statusCode).toBe(200);
    await age('1 minute');
    expect((await app.post('/api/invitation/read', { token })).statusCode).toBe(410);
    expect((await accept(token)).json().code).toBe('invitation-over');
  });

  test('can be accepted with a passkey and no password', async () => {
    const { body, token } = await invited();
    const { ticket, options } = (await app.post('/api/invitation/passkey-options', { token })).json();
    const host = new URL(PUBLIC_URL).hostname;
    const response = new TestAuthenticator().make({ challenge: options.challenge, origin: PUBLIC_URL, host });
    const answer = await app.post('/api/invitation/accept', { token, passkey: { ticket, label: 'Phone', response } });
    expect((await app.get('/api/session', { token: tokenOf(answer) })).json()).toMatchObject({
      person: { id: body.person },
      means: { password: false, passkey: true },
    });
  });
});

describe('an invitation to an address already known', () => {
  test('for somebody known at another agency adds the seat and gives no link', async () => {
    const { body, token } = await invited();
    await accept(token);
    const by = await administrator(app, OTHER_AGENCY);
    const sent = app.sent.length;
    const again = invitation({ email: body.email.toUpperCase() });
    expect((await app.post('/api/people/invite', again, by)).json()).toEqual({ delivery: 'not-needed', link: null });
    expect(app.sent).toHaveLength(sent);
    const seats = await app.sql('select agency from kinfold.seat where person = $1 order by agency', [body.person]);
    expect(seats).toEqual([{ agency: OWN_AGENCY }, { agency: OTHER_AGENCY }]);
  });

  test('never gives another agency’s seat to an account whose address nobody proved', async () => {
    const { body } = await invited();
    const by = await administrator(app, OTHER_AGENCY);
    const answer = await app.post('/api/people/invite', invitation({ email: body.email }), by);
    expect(answer.json().problems).toEqual([{ field: 'email', code: 'already-in-use' }]);
  });

  test('for somebody who has that seat here makes no second one; another capacity is another seat', async () => {
    const { by, body } = await invited();
    const seats = () => app.sql('select capacity from kinfold.seat where person = $1 order by from_day', [body.person]);
    const again = await app.post('/api/people/invite', invitation({ email: body.email.toUpperCase() }), by);
    expect([again.statusCode, again.json().problems]).toEqual([422, [{ field: 'email', code: 'has-this-seat' }]]);
    const further = {
      person: body.person,
      seat: randomUUID(),
      capacity: body.capacity,
      title: null,
      from: '2026-01-01',
    };
    const added = await app.post('/api/people/seats', { id: randomUUID(), ...further }, by);
    expect(added.json().problems).toEqual([{ field: 'capacity', code: 'has-this-seat' }]);
    expect(await seats()).toEqual([{ capacity: body.capacity }]);
    const other = invitation({ email: body.email, capacity: 'quality' });
    expect((await app.post('/api/people/invite', other, by)).json()).toEqual({ delivery: 'not-needed', link: null });
    expect(await seats()).toHaveLength(2);
  });

  test.each([
    ['nobody knew before', () => invitation().email],
    ['somebody has who works here', async () => (await invited({ capacity: 'quality' })).body.email],
  ])('sent by two administrators at once makes one person with one seat, an address that %s', async (_, addressed) => {
    const email = await addressed();
    const all: Awaited<ReturnType<typeof administrator>>[] = [];
    while (all.length < 6) all.push(await administrator());
    const answers = await Promise.all(
      all.map((by) => app.post('/api/people/invite', invitation({ email: email.toUpperCase() }), by)),
    );
    const refused = answers.filter(({ statusCode }) => statusCode !== 200);
    expect(answers.length - refused.length).toBe(1);
    for (const one of refused)
      expect(one.json().problems, one.body).toEqual([{ field: 'email', code: 'has-this-seat' }]);
    const seats = await app.sql(
      `select s.capacity from kinfold.seat s join kinfold.person p on p.id = s.person
       where lower(p.email) = lower($1) and s.capacity = 'care-manager'`,
      [email],
    );
    expect(seats).toHaveLength(1);
  });

  test('is no matter of asking nicely: the database takes no second seat of one capacity on one day', async () => {
    const { body } = await invited();
    const add = (capacity: string, from: string, to: string | null, agency = OWN_AGENCY) =>
      app
        .sql(
          'insert into kinfold.seat (id, person, capacity, agency, from_day, to_day) values ($1, $2, $3, $4, $5, $6)',
          [...[randomUUID(), body.person, capacity, agency, from, to]],
        )
        .then(
          () => 'made',
          (error: Error & { code?: string }) => error.code,
        );
    expect(await add('care-manager', '2026-05-01', null)).toBe('23P01');
    expect(await add('care-manager', '2025-05-01', '2026-01-01')).toBe('23P01');
    expect(await add('care-manager', '2025-05-01', '2025-12-31')).toBe('made');
    expect(await add('supervisor', '2026-05-01', null)).toBe('made');
    expect(await add('care-manager', '2026-05-01', null, OTHER_AGENCY)).toBe('made');
  });

  test('nor where two write it at the same time: the second waits for the first, and is told', async () => {
    const { body } = await invited({ capacity: 'quality' });
    const { owner } = app.database.pools;
    const [first, second] = await Promise.all([owner.connect(), owner.connect()]);
    const add = `insert into kinfold.seat (id, person, capacity, agency, from_day) values (gen_random_uuid(), $1, 'supervisor', $2, '2026-01-01')`;
    try {
      await first.query('begin');
      await first.query(add, [body.person, OWN_AGENCY]);
      const told = second.query(add, [body.person, OWN_AGENCY]).then(
        () => 'made',
        (error: Error & { code?: string }) => error.code,
      );
      await first.query('select pg_sleep(0.2)');
      await first.query('commit');
      expect(await told).toBe('23P01');
    } finally {
      first.release();
      second.release();
    }
  });

  test('for somebody whose seat of that kind has ended opens it anew', async () => {
    const { by, body } = await invited();
    await app.post('/api/people/seats/end', { id: randomUUID(), seat: body.seat, to: '2026-02-28' }, by);
    const again = invitation({ email: body.email, from: '2026-03-01' });
    expect((await app.post('/api/people/invite', again, by)).statusCode).toBe(200);
  });

  test('sent twice is made once', async () => {
    const { by, body } = await invited();
    const sent = app.sent.length;
    expect((await app.post('/api/people/invite', body, by)).json()).toEqual({ delivery: 'earlier', link: null });
    expect(app.sent).toHaveLength(sent);
  });
});

describe('a new link', () => {
  test('replaces the former one, ends all sessions and lifts a blocked password', async () => {
    const { by, body, token } = await invited();
    const session = tokenOf(await accept(token));
    await app.post('/api/session', { email: body.email, password: 'wrong' });
    await app.sql("update kinfold.sign_in_wait set failures = 100, blocked_until = 'infinity' where kind = 'account'");
    await app.post('/api/people/new-link', { id: randomUUID(), person: body.person }, by);
    const first = tokenIn(app.sent.at(-1)?.link ?? PUBLIC_URL);
    await app.post('/api/people/new-link', { id: randomUUID(), person: body.person }, by);
    const second = tokenIn(app.sent.at(-1)?.link ?? PUBLIC_URL);
    expect((await accept(first)).statusCode).toBe(410);
    expect((await accept(second, 'another flight of herons')).statusCode).toBe(200);
    expect((await app.get('/api/session', { token: session })).statusCode).toBe(401);
    expect(
      (await app.post('/api/session', { email: body.email, password: 'another flight of herons' })).statusCode,
    ).toBe(200);
  });

  test('does not open an account that has a second factor, unless it is to clear it', async () => {
    const { by, body, token } = await invited();
    const { ticket, options } = (await app.post('/api/invitation/passkey-options', { token })).json();
    const host = new URL(PUBLIC_URL).hostname;
    const response = new TestAuthenticator().make({ challenge: options.challenge, origin: PUBLIC_URL, host });
    await app.post('/api/invitation/accept', { token, passkey: { ticket, label: 'Phone', response } });
    const link = async (clearsFactors: boolean) => {
      await app.post('/api/people/new-link', { id: randomUUID(), person: body.person, clearsFactors }, by);
      return tokenIn(app.sent.at(-1)?.link ?? PUBLIC_URL);
    };
    const kept = await accept(await link(false));
    expect([kept.json().state, kept.cookies]).toEqual(['sign-in-now', []]);
    // Whoever has guessed a hundred times is not let try again by waiting; with the factors the guesses go too.
    const half = (await app.post('/api/session', { email: body.email, password: CHOSEN })).json();
    await app.post('/api/session/second-factor', { ticket: half.ticket, proof: { recoveryCode: 'abcd-efgh-jkmn' } });
    await app.sql(`update kinfold.sign_in_wait set failures = 100, blocked_until = 'infinity' where kind = 'account'`);
    const cleared = await accept(await link(true));
    expect(cleared.json().state).toBe('signed-in');
    const mine = { token: tokenOf(cleared) };
    const { secret } = (await app.post('/api/totp', {}, mine)).json();
    const code = generateSync({ secret, epoch: Math.floor(app.clock.now() / 1000) });
    expect((await app.post('/api/totp/confirm', { code }, mine)).statusCode).toBe(200);
    const again = (await app.post('/api/session', { email: body.email, password: CHOSEN })).json();
    expect(again.state).toBe('second-factor');
    await app.sql('delete from kinfold.sign_in_wait');
  });
});

describe('without a mail server', () => {
  test('the administrator is shown the link, once', async () => {
    const plain = await AccessApp.start({ withMail: false });
    try {
      const by = await administrator(plain);
      const body = invitation();
      const shown = (await plain.post('/api/people/invite', body, by)).json();
      expect(shown).toEqual({ delivery: 'shown', link: expect.stringContaining('/app/invitation#') });
      expect((await plain.post('/api/people/invite', body, by)).json()).toEqual({ delivery: 'earlier', link: null });
      const accepted = await plain.post('/api/invitation/accept', { token: tokenIn(shown.link), password: CHOSEN });
      expect(accepted.statusCode).toBe(200);
      const [row] = await plain.sql('select email_proven from kinfold.person where id = $1', [body.person]);
      expect(row).toEqual({ email_proven: false });
    } finally {
      await plain.stop();
    }
  });
});

test('neither names, addresses nor links are in the trail or the log', async () => {
  const { token, body } = await invited({ name: 'Canary Newcomer' });
  await accept(token);
  const trail = JSON.stringify(await app.sql('select audit_event::text as row from kinfold.audit_event'));
  for (const secret of ['Canary', body.email, token, CHOSEN]) {
    expect(trail).not.toContain(secret);
    expect(app.logged.join()).not.toContain(secret);
  }
});
