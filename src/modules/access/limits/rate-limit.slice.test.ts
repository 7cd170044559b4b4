import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccessApp, PASSWORD } from '../testing/access-app.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await AccessApp.start();
});
afterAll(() => app.stop());

const from = (address: string) => ({ address });

async function guess(email: string, times: number, address = '192.0.2.10') {
  const answers: number[] = [];
  for (let i = 0; i < times; i += 1) {
    answers.push((await app.post('/api/session', { email, password: `guess ${i}` }, from(address))).statusCode);
  }
  return answers;
}

/** As if so many had failed before, long enough ago to try again. After the next failure the wait is long. */
const failedBefore = (times: number) =>
  app.sql("update kinfold.sign_in_wait set failures = $1, blocked_until = now() where kind = 'account'", [times]);

const forgetAddresses = () => app.sql("delete from kinfold.sign_in_wait where kind = 'address'");

test('somebody who signs in while a colleague from the same office does is not told to wait', async () => {
  await forgetAddresses();
  const [one, other] = [await app.person(), await app.person()];
  await app.signIn(one.email);
  const client = await app.database.pools.owner.connect();
  try {
    // The colleague's success is written while this one, begun before it, waits its turn to be counted.
    await client.query("begin; select 1 from kinfold.sign_in_wait where kind = 'address' for update");
    const waiting = app.signIn(other.email);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await client.query(
      "update kinfold.sign_in_wait set blocked_until = clock_timestamp() where kind = 'address'; commit",
    );
    expect(await waiting).toBeTruthy();
  } finally {
    client.release();
  }
});

describe('guessing at one account', () => {
  test('must wait after a few failures, from wherever it comes, and even the right password waits', async () => {
    const { email } = await app.person();
    expect(await guess(email, 5)).toEqual([401, 401, 401, 401, 401]);
    await failedBefore(9);
    expect(await guess(email, 1)).toEqual([401]);
    const answer = await app.post('/api/session', { email, password: PASSWORD }, from('198.51.100.7'));
    expect(answer.statusCode).toBe(429);
    expect(answer.json().retryAfter).toBeGreaterThan(0);
    expect(answer.headers['retry-after']).toBe(String(answer.json().retryAfter));
  });

  test('looks the same for an account that does not exist', async () => {
    await forgetAddresses();
    expect(await guess('nobody@example.org', 5)).toEqual([401, 401, 401, 401, 401]);
    await failedBefore(9);
    expect(await guess('nobody@example.org', 2)).toEqual([401, 429]);
  });

  test('at once is counted before it is tried', async () => {
    await forgetAddresses();
    const { email } = await app.person();
    await guess(email, 1);
    await failedBefore(9);
    const tries = Array.from({ length: 12 }, (_, i) => app.post('/api/session', { email, password: `guess ${i}` }));
    const answers = (await Promise.all(tries)).map(({ statusCode }) => statusCode);
    expect(answers.filter((status) => status === 401)).toHaveLength(1);
  });

  test('is forgotten after a success', async () => {
    await forgetAddresses();
    const { email } = await app.person();
    await guess(email, 4);
    await app.signIn(email);
    expect(await guess(email, 4)).toEqual([401, 401, 401, 401]);
  });

  test('stops for good at a hundred in a row', async () => {
    const { email } = await app.person();
    await guess(email, 1);
    await app.sql("update kinfold.sign_in_wait set failures = 99 where kind = 'account' and failures = 1");
    await forgetAddresses();
    expect(await guess(email, 1)).toEqual([401]);
    const answer = await app.post('/api/session', { email, password: PASSWORD });
    expect([answer.statusCode, answer.json().retryAfter]).toEqual([429, null]);
  });
});

describe('guessing from one address at many accounts', () => {
  test('must wait after many failures, whichever account comes next', async () => {
    await forgetAddresses();
    await guess('someone@example.org', 1, '203.0.113.5');
    await app.sql("update kinfold.sign_in_wait set failures = 40 where kind = 'address'");
    expect(await guess('someone.else@example.org', 1, '203.0.113.5')).toEqual([401]);
    expect(await guess('another@example.org', 1, '203.0.113.5')).toEqual([429]);
  });

  test('does not count what was not tried against the account', async () => {
    const subjects = () =>
      app.sql<{ count: number }>("select count(*)::int as count from kinfold.sign_in_wait where kind = 'account'");
    const before = await subjects();
    expect(await guess('never.tried@example.org', 1, '203.0.113.5')).toEqual([429]);
    expect(await subjects()).toEqual(before);
  });

  test('does not hold up others', async () => {
    const { email } = await app.person();
    expect((await app.post('/api/session', { email, password: PASSWORD }, from('203.0.113.6'))).statusCode).toBe(200);
  });
});

test('neither account nor address can be read from the table', async () => {
  await guess('canary@example.org', 1, '203.0.113.77');
  const rows = JSON.stringify(await app.sql('select sign_in_wait::text as row from kinfold.sign_in_wait'));
  expect(rows).not.toContain('canary');
  expect(rows).not.toContain('203.0.113.77');
});
