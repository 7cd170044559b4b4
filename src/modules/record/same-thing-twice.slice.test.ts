import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { enrolYouth, requestsTo } from './matrix/enrolled-youth.builder.ts';
import { addSeat, type Seated } from './testing/world.builder.ts';

const TODAY = '2026-10-12';
let world: TestApp;
let ask: ReturnType<typeof requestsTo>;
let csa: Seated;
let supervisor: Seated;
let colleague: Seated;
let careManager: Seated;
let chart: string;

beforeAll(async () => {
  world = await testApp(`${TODAY}T18:20:00Z`);
  ask = requestsTo(world.app);
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  colleague = await addSeat(owner, { name: 'Iris Cole', capacity: 'supervisor', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  chart = await enrolYouth(world.app, { csa, supervisor, careManager, agency: 15, on: TODAY });
});
afterAll(() => world.stop());

const note = (words: string) => ({ made: true, withWhom: ['caregiver'], how: 'telephone', on: TODAY, words });
const statuses = (answers: readonly LightMyRequestResponse[]) => answers.map(({ statusCode }) => statusCode).sort();

/** How often each operation was done on a chart, and how many facts it has. */
async function traces(of: string): Promise<{ done: Record<string, number>; facts: number }> {
  const { owner } = world.pools;
  const done = await owner.query<{ operation: string; n: number }>(
    `select operation, count(*)::int as n from kinfold.audit_event where chart = $1 and outcome = 'done' group by operation`,
    [of],
  );
  const facts = await owner.query<{ n: number }>('select count(*)::int as n from kinfold.fact where chart = $1', [of]);
  return {
    done: Object.fromEntries(done.rows.map(({ operation, n }) => [operation, n])),
    facts: facts.rows[0]?.n ?? 0,
  };
}

describe('one write, sent twice at once and once more later', () => {
  /** Each answers alike, and only the first leaves anything. */
  async function thrice(who: Seated, url: string, body: Record<string, unknown>): Promise<LightMyRequestResponse> {
    const sent = { id: randomUUID(), ...body };
    const [first, second] = await Promise.all([ask.post(who, url, sent), ask.post(who, url, sent)]);
    const third = await ask.post(who, url, sent);
    expect(statuses([first, second, third]), `${url}: ${first.body}`).toEqual([200, 200, 200]);
    expect([second.json().answer, third.json().answer], url).toEqual([first.json().answer, first.json().answer]);
    return first;
  }

  test('every step from a referral to an amended note happens once', async () => {
    const of = randomUUID();
    const referral = referralDraft({
      externalId: randomUUID(),
      address: { ...referralDraft().address, line: '3 Pine' },
    });
    const youth = { ...referral.youth, firstName: 'Bruno', lastName: 'Keller', birthDay: '2012-01-05' };
    const guardian = referral.guardian && { ...referral.guardian, lastName: 'Keller', telephone: '+19085550177' };
    await thrice(csa, '/api/referrals', { chart: of, referral: { ...referral, youth, guardian } });
    const eligible = { on: TODAY, outcome: 'eligible', reasons: ['all-conditions-met'], intensity: 'moderate' };
    await thrice(csa, `/api/charts/${of}/eligibility`, eligible);
    await thrice(csa, `/api/charts/${of}/assignment`, { toAgency: 15, reason: 'The family asked for it.' });
    await thrice(supervisor, `/api/charts/${of}/assignment/answer`, { answer: 'accepted' });
    await thrice(supervisor, `/api/charts/${of}/care-manager`, { seat: careManager.seat });
    await thrice(supervisor, `/api/charts/${of}/enrolment`, {
      on: TODAY,
      language: 'Spanish',
      items: ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'],
      consent: { givenBy: 'Rosa Keller', authority: 'parent', method: 'signed' },
    });
    const signed = await thrice(careManager, `/api/charts/${of}/contacts`, note('Hello.'));
    const contact = signed.json<{ answer: { contact: string } }>().answer.contact;
    const amendment = { ...note('Hello again.'), reason: 'A word was missing.' };
    await thrice(careManager, `/api/charts/${of}/contacts/${contact}/amendment`, amendment);
    const { done, facts } = await traces(of);
    expect(Object.keys(done).length).toBeGreaterThanOrEqual(8);
    expect(Object.entries(done).filter(([, n]) => n !== 1)).toEqual([]);
    await ask.post(careManager, `/api/charts/${of}/contacts`, note('Another.'));
    // The numbering goes on where it was: nothing of the repetitions took a number.
    expect((await traces(of)).facts).toBe(facts + 1);
  });

  test('the same id for something else is a conflict, by somebody else too, and nothing is done', async () => {
    const id = randomUUID();
    expect((await ask.post(careManager, `/api/charts/${chart}/contacts`, { id, ...note('One.') })).statusCode).toBe(
      200,
    );
    const before = await traces(chart);
    const other = await ask.post(careManager, `/api/charts/${chart}/contacts`, { id, ...note('Two.') });
    const others = await ask.post(supervisor, `/api/charts/${chart}/contacts`, { id, ...note('One.') });
    expect([other, others].map(({ statusCode, body }) => [statusCode, JSON.parse(body).code])).toEqual([
      [409, 'id-used-for-another-write'],
      [409, 'already-there'],
    ]);
    expect(await traces(chart)).toEqual(before);
  });
});

describe('two people at the same thing at once', () => {
  test('one amends a note; the other is told by which note, and both stay readable', async () => {
    const signed = await ask.post(careManager, `/api/charts/${chart}/contacts`, note('As it was.'));
    const { contact } = signed.json<{ answer: { contact: string } }>().answer;
    const amend = (who: Seated, words: string) =>
      ask.post(who, `/api/charts/${chart}/contacts/${contact}/amendment`, { ...note(words), reason: 'Mended.' });
    const answers = await Promise.all([amend(careManager, 'Dana’s words.'), amend(supervisor, 'Ruth’s words.')]);
    expect(statuses(answers)).toEqual([200, 409]);
    const won = answers.find(({ statusCode }) => statusCode === 200)?.json().answer.contact;
    const lost = answers.find(({ statusCode }) => statusCode === 409);
    expect(lost?.json()).toMatchObject({ code: 'amended-meanwhile', by: won });
    const { rows } = await world.pools.owner.query('select id from kinfold.contact where id = $1 or supersedes = $1', [
      contact,
    ]);
    expect(rows).toHaveLength(2);
  });

  test('two assign the chart: one after the other, and exactly one care manager is accountable', async () => {
    const assign = (who: Seated, seat: string) =>
      ask.post(who, `/api/charts/${chart}/care-manager`, { seat, reason: 'Caseloads.' });
    const second = await addSeat(world.pools.owner, { name: 'Lee Park', capacity: 'care-manager', agency: 15 });
    await Promise.all([assign(supervisor, second.seat), assign(colleague, careManager.seat)]);
    const { rows } = await world.pools.owner.query(
      `select count(*)::int as n from kinfold.relationship where chart = $1 and kind = 'accountable' and to_day is null`,
      [chart],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});
