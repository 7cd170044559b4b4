import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import type { Agreement } from './contract.ts';

let world: TestApp;
let administrator: Seated;
let supervisor: Seated;
let careManager: Seated;
let elsewhere: Seated;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  const { owner } = world.pools;
  administrator = await addSeat(owner, { name: 'Winston Clarke', capacity: 'administrator', agency: 15 });
  supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  elsewhere = await addSeat(owner, { name: 'Lee Park', capacity: 'administrator', agency: 1 });
});
afterAll(() => world.stop());

const post = (who: Seated, url: string, body: Record<string, unknown>) => requestsTo(world.app).post(who, url, body);
const listOf = async (who: Seated): Promise<Agreement[]> =>
  (await requestsTo(world.app).get(who, '/api/directory/agreements')).json().agreements;
const one = async (id: string): Promise<Agreement> => {
  const found = (await listOf(administrator)).find((agreement) => agreement.id === id);
  if (!found) throw new Error('no such agreement');
  return found;
};

const WITH = { kind: 'provider', withName: 'Harborlight Counseling', document: 'MOU binder 4' };
async function recorded(more: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  const answer = await post(administrator, '/api/directory/agreements', { id, ...WITH, ...more });
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}

describe('an agreement', () => {
  test('with a provider runs out three years after it was signed, and says by which clause', async () => {
    const id = await recorded({ signedOn: '2024-11-02' });
    const agreement = await one(id);
    expect(agreement).toMatchObject({ state: 'in-force', signedOn: '2024-11-02', document: 'MOU binder 4' });
    expect(agreement.runsOut).toMatchObject({ due: '2027-11-02', clause: { id: 'nj.agreements', force: 'target' } });
    expect(agreement.runsOut?.why.join(' ')).toContain('3 years');
  });

  test('with a school has no day of the rule on which it runs out', async () => {
    const id = await recorded({ kind: 'school', withName: 'Elm Ridge Regional', signedOn: '2024-11-02' });
    expect(await one(id)).toMatchObject({ state: 'in-force', runsOut: null });
  });

  test('signed again, runs anew from that day; the first signing stays readable', async () => {
    const id = await recorded({ signedOn: '2023-11-20' });
    const again = { signedOn: '2026-10-01', document: 'MOU binder 9' };
    expect((await post(supervisor, `/api/directory/agreements/${id}/renewal`, again)).statusCode).toBe(200);
    const agreement = await one(id);
    expect(agreement).toMatchObject({ signedOn: '2026-10-01', runsOut: { due: '2029-10-01' } });
    expect(agreement.entries.map(({ on, by }) => [on, by])).toEqual([
      ['2026-10-01', 'Ruth Osei'],
      ['2023-11-20', 'Winston Clarke'],
    ]);
  });

  test('that nobody renewed in time has run out', async () => {
    const id = await recorded({ signedOn: '2023-09-01' });
    expect(await one(id)).toMatchObject({ state: 'run-out', runsOut: { due: '2026-09-01' } });
  });

  test('that ended owes nothing more, and says why it ended', async () => {
    const id = await recorded({ signedOn: '2025-01-10' });
    const end = { on: '2026-10-01', reason: 'They closed the office.' };
    expect((await post(administrator, `/api/directory/agreements/${id}/end`, end)).statusCode).toBe(200);
    expect(await one(id)).toMatchObject({ state: 'ended', endedOn: '2026-10-01', runsOut: null });
    expect((await one(id)).entries[0]).toMatchObject({ what: 'ended', reason: end.reason });
    expect((await post(administrator, `/api/directory/agreements/${id}/end`, end)).statusCode).toBe(409);
  });

  test('that ended and was signed again is in force, and runs from the new day', async () => {
    const id = await recorded({ signedOn: '2025-01-10' });
    await post(administrator, `/api/directory/agreements/${id}/end`, { on: '2026-03-01', reason: 'They moved away.' });
    const again = (signedOn: string) =>
      post(administrator, `/api/directory/agreements/${id}/renewal`, { signedOn, document: 'MOU binder 9' });
    expect((await again('2026-02-01')).statusCode, 'before it ended').toBe(422);
    expect((await again('2026-06-01')).statusCode).toBe(200);
    expect(await one(id)).toMatchObject({ state: 'in-force', endedOn: null, runsOut: { due: '2029-06-01' } });
  });

  test('written with the wrong day is set right with a reason, and what was said first is still there', async () => {
    const id = await recorded({ signedOn: '2025-03-01' });
    const amend = (entry: number, instead: unknown) =>
      post(administrator, `/api/directory/agreements/${id}/amendment`, {
        entry,
        instead,
        reason: 'Read from the paper.',
      });
    expect((await amend(1, { on: '2025-05-01' })).statusCode).toBe(200);
    expect(await one(id)).toMatchObject({
      signedOn: '2025-05-01',
      document: 'MOU binder 4',
      runsOut: { due: '2028-05-01' },
    });
    expect((await one(id)).entries).toMatchObject([
      { on: '2025-05-01', now: 'stands' },
      { on: '2025-03-01', now: 'corrected', reason: 'Read from the paper.' },
    ]);
    expect((await amend(1, null)).statusCode, 'once').toBe(409);
    expect((await amend(2, null)).statusCode).toBe(200);
    expect(await one(id)).toMatchObject({ state: 'taken-back', signedOn: null, runsOut: null });
  });

  test('with an organization of the directory carries its name', async () => {
    const id = await recorded({ kind: 'family-support', withAgency: 201, withName: null, signedOn: '2026-01-05' });
    expect((await one(id)).withName.length).toBeGreaterThan(3);
  });

  test('the same write twice is one agreement', async () => {
    const body = { id: randomUUID(), ...WITH, signedOn: '2026-02-01' };
    const twice = [
      await post(administrator, '/api/directory/agreements', body),
      await post(administrator, '/api/directory/agreements', body),
    ];
    expect(twice.map(({ body: said }) => said)).toEqual([twice[0]?.body, twice[0]?.body]);
    expect((await listOf(administrator)).filter(({ id }) => id === body.id)).toHaveLength(1);
  });
});

test('an agency’s own number of years moves when its agreements run out', async () => {
  const id = await recorded({ signedOn: '2026-01-15' });
  const quality = await addSeat(world.pools.owner, { name: 'Ines Roth', capacity: 'quality', agency: 15 });
  const stop = await world.startJobs();
  const override = {
    ...{ parameter: 'nj.agreements/years', value: 2, reason: 'Our board wants it shorter.', from: '2026-10-12' },
  };
  const set = await post(quality, '/api/policies/nj-cmo/overrides', override);
  expect(set.statusCode, set.body).toBe(200);
  await vi.waitFor(async () => expect(await one(id)).toMatchObject({ runsOut: { due: '2028-01-15' } }), 20_000);
  await stop();
});

describe('what is refused', () => {
  test.each([
    ['a day to come', { ...WITH, signedOn: '2026-10-13' }, 422],
    ['nobody to agree with', { ...WITH, withName: null, signedOn: '2026-01-01' }, 422],
    ['an organization of Pennsylvania', { ...WITH, withAgency: 900, signedOn: '2026-01-01' }, 422],
    ['an agreement with oneself', { ...WITH, withAgency: 15, signedOn: '2026-01-01' }, 422],
  ])('%s', async (_what, body, status) => {
    expect((await post(administrator, '/api/directory/agreements', body)).statusCode).toBe(status);
  });

  test('a care manager reads but records none; another agency neither sees nor changes it', async () => {
    const id = await recorded({ signedOn: '2026-03-01' });
    expect((await post(careManager, '/api/directory/agreements', { ...WITH, signedOn: '2026-03-01' })).statusCode).toBe(
      403,
    );
    expect((await listOf(careManager)).some((agreement) => agreement.id === id)).toBe(true);
    expect(await listOf(elsewhere)).toEqual([]);
    const end = { on: '2026-10-01', reason: 'Not ours to end.' };
    expect((await post(elsewhere, `/api/directory/agreements/${id}/end`, end)).statusCode).toBe(404);
  });
});
