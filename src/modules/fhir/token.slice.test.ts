import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { addFhirClient } from './index.ts';
import { referralBundle } from './testing/bundle.builder.ts';
import { type Outcome, type Partner, partner } from './testing/partner.builder.ts';

let world: TestApp;
let at: Partner;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await partner(world);
});
afterAll(() => world.stop());

describe('a token', () => {
  test('is given to the right secret, also by HTTP Basic', async () => {
    const coded = Buffer.from(`${at.hospital.clientId}:${at.hospital.clientSecret}`).toString('base64');
    const answer = await at.ask({ grant_type: 'client_credentials' }, { authorization: `Basic ${coded}` });
    expect(answer.json()).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['a wrong secret', { grant_type: 'client_credentials', client_secret: 'wrong' }, 401, 'invalid_client'],
    ['an unknown program', { grant_type: 'client_credentials', client_id: randomUUID() }, 401, 'invalid_client'],
    ['a name that is no id', { grant_type: 'client_credentials', client_id: 'x' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no grant', {}, 400, 'invalid_request'],
  ])('is not given to %s', async (_says, different, status, error) => {
    const answer = await at.ask({
      client_id: at.hospital.clientId,
      client_secret: at.hospital.clientSecret,
      ...different,
    });
    expect([answer.statusCode, answer.json()]).toEqual([status, { error }]);
  });

  test.each([
    ['a wrong secret', 'wrong-client-secret', { client_secret: 'wrong' }],
    ['an unknown program', 'unknown-client', { client_id: randomUUID() }],
    ['a name that is no id', 'unknown-client', { client_id: 'Noor Haddad' }],
    ['no program', 'unknown-client', {}],
  ])('refused to %s leaves a row without what was sent', async (_says, code, sent) => {
    const known = code === 'wrong-client-secret';
    const client = { client_id: at.hospital.clientId, client_secret: at.hospital.clientSecret };
    const form = Object.keys(sent).length > 0 ? { ...client, ...sent } : {};
    expect((await at.ask({ grant_type: 'client_credentials', ...form })).statusCode).toBe(401);
    const { rows } = await world.pools.owner.query(
      `select operation, outcome, person is not null as whose, agency is not null as agency, details from kinfold.audit_event order by id desc limit 1`,
    );
    expect(rows).toEqual([
      {
        operation: 'session.sign-in-refused',
        outcome: 'refused',
        whose: known,
        agency: known,
        details: { how: 'client-credentials', code, ...(known ? { client: at.hospital.clientId } : {}) },
      },
    ]);
  });

  test('opens nothing but FHIR', async () => {
    const answer = await world.app.inject({
      method: 'GET',
      url: '/api/referrals',
      headers: { authorization: `Bearer ${at.token}`, 'x-kinfold-seat': at.csa.seat },
    });
    expect(answer.statusCode).toBe(401);
  });

  test('a person’s session at.token opens no FHIR', async () => {
    expect((await at.send(referralBundle(), at.csa.token)).statusCode).toBe(401);
  });

  test('that has expired is told so', async () => {
    const old = await at.tokenFor(at.hospital);
    await world.pools.owner.query(
      `update kinfold.session set ends_at = now() - interval '1 second' where id in (select session from kinfold.fhir_session) and ends_at =
         (select max(s.ends_at) from kinfold.session s join kinfold.fhir_session f on f.session = s.id)`,
    );
    const answer = await at.send(referralBundle('H-9'), old);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json<Outcome>().issue[0]).toMatchObject({ code: 'login' });
  });

  test('of a program that was disabled is good for nothing', async () => {
    const gone = await addFhirClient(world.pools.owner, { name: 'Closed clinic', seat: at.csa.seat });
    const last = await at.tokenFor(gone);
    await world.pools.owner.query('update kinfold.fhir_client set disabled_at = now() where id = $1', [gone.clientId]);
    expect((await at.send(referralBundle('H-8'), last)).statusCode).toBe(401);
    const again = { grant_type: 'client_credentials', client_id: gone.clientId, client_secret: gone.clientSecret };
    expect((await at.ask(again)).statusCode).toBe(401);
    const { rows } = await world.pools.owner.query('select details from kinfold.audit_event order by id desc limit 1');
    expect(rows[0]?.details).toMatchObject({ code: 'client-not-in-force', client: gone.clientId });
  });
});
