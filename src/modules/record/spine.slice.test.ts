import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { referralDraft } from '../referral/referral.builder.ts';
import { settleEverything } from '../referral/settled.builder.ts';
import { addSeat, type Seated } from './testing/world.builder.ts';

let world: TestApp;
let app: FastifyInstance;
let csa: Seated;
let supervisor: Seated;
let careManager: Seated;
let stranger: Seated;

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  app = world.app;
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15, supervisor });
  stranger = await addSeat(owner, { name: 'Lee Park', capacity: 'care-manager', agency: 1 });
});
afterAll(() => world.stop());

const post = (who: Seated, url: string, body: Record<string, unknown>) =>
  app.inject({
    method: 'POST',
    url,
    headers: who.headers,
    payload: url === '/api/search' ? body : { id: randomUUID(), ...body },
  });
const get = (who: Seated, url: string) => app.inject({ method: 'GET', url, headers: who.headers });

/** One referral taken all the way to an enrolled youth with a care manager. */
async function enrolledYouth(): Promise<string> {
  const chart = randomUUID();
  const steps: [Seated, string, Record<string, unknown>][] = [
    [csa, '/api/referrals', { chart, referral: referralDraft({ externalId: randomUUID() }) }],
    [
      csa,
      `/api/charts/${chart}/eligibility`,
      { on: '2026-10-12', outcome: 'eligible', reasons: ['all-conditions-met'], intensity: 'moderate' },
    ],
    [csa, `/api/charts/${chart}/assignment`, { toAgency: 15 }],
    [supervisor, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' }],
    [supervisor, `/api/charts/${chart}/care-manager`, { seat: careManager.seat }],
    [
      careManager,
      `/api/charts/${chart}/enrolment`,
      {
        on: '2026-10-12',
        language: 'Spanish',
        items: ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'],
        consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' },
      },
    ],
  ];
  for (const [who, url, body] of steps) {
    const answer = await post(who, url, body);
    expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200);
    if (url === '/api/referrals') await settleEverything(app, csa, chart);
  }
  return chart;
}

interface Owed {
  key: string;
  rule: string;
  title: string;
  standing: string;
  due: string;
  cite: string;
  state: string;
}

async function owedOn(chart: string): Promise<Owed[]> {
  const opened = await get(careManager, `/api/charts/${chart}`);
  expect(opened.statusCode, opened.body).toBe(200);
  return opened.json<{ owed: Owed[] }>().owed;
}

describe('from a referral to the first contact', () => {
  test('the 24-hour contact is owed from the moment the referral is assigned, and a signed note meets it', async () => {
    const chart = await enrolledYouth();
    const before = await owedOn(chart);
    const first = before.find((duty) => duty.rule === 'nj.first-contact');
    expect(first, JSON.stringify(before.map((duty) => [duty.rule, duty.title, duty.due]))).toMatchObject({
      state: 'open',
      due: '2026-10-13',
    });

    const why = await get(careManager, `/api/charts/${chart}/duties/why?key=${encodeURIComponent(first?.key ?? '')}`);
    expect(why.statusCode, why.body).toBe(200);
    expect(why.json<{ words: string[] }>().words[0]).toContain('24 hours');

    await world.moveTo('2026-10-12T19:05:00Z');
    const note = await post(careManager, `/api/charts/${chart}/contacts`, {
      made: true,
      withWhom: ['caregiver'],
      how: 'telephone',
      on: '2026-10-12',
      startedAt: '2026-10-12T19:00:00Z',
      words: 'Spoke with the mother in Spanish.',
    });
    expect(note.statusCode, note.body).toBe(200);
    expect(note.json<{ changes: { key: string; state: string }[] }>().changes).toContainEqual(
      expect.objectContaining({ key: first?.key, state: 'met' }),
    );
  });

  test('an attempt does not meet it', async () => {
    const chart = await enrolledYouth();
    const note = await post(careManager, `/api/charts/${chart}/contacts`, {
      made: false,
      how: 'telephone',
      on: '2026-10-12',
    });
    expect(note.statusCode, note.body).toBe(200);
    expect((await owedOn(chart)).find((duty) => duty.due === '2026-10-13' && duty.state === 'open')).toBeDefined();
  });

  test('the same note sent twice is signed once; another body under its id is a conflict', async () => {
    const chart = await enrolledYouth();
    const body = {
      id: randomUUID(),
      made: true,
      withWhom: ['youth'],
      how: 'video',
      on: '2026-10-12',
      words: 'First hello.',
    };
    const [first, second] = await Promise.all([
      post(careManager, `/api/charts/${chart}/contacts`, body),
      post(careManager, `/api/charts/${chart}/contacts`, body),
    ]);
    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
    expect(second.json()).toMatchObject({ answer: { contact: body.id } });
    const listed = await get(careManager, `/api/charts/${chart}/contacts`);
    expect(listed.json<{ contacts: unknown[] }>().contacts).toHaveLength(1);
    const other = await post(careManager, `/api/charts/${chart}/contacts`, { ...body, words: 'Changed.' });
    expect(other.statusCode).toBe(409);
  });

  test('two notes at once on one chart both count', async () => {
    const chart = await enrolledYouth();
    const notes = Array.from({ length: 8 }, (_, n) =>
      post(careManager, `/api/charts/${chart}/contacts`, {
        made: n % 2 === 0,
        withWhom: ['caregiver'],
        how: 'telephone',
        on: '2026-10-12',
        words: `note ${n}`,
      }),
    );
    expect((await Promise.all(notes)).map((answer) => answer.statusCode)).toEqual(Array(8).fill(200));
    const facts = await world.pools.owner.query(
      'select seq, recorded_at from kinfold.fact where chart = $1 order by seq',
      [chart],
    );
    expect(facts.rows.map((row) => row.seq)).toEqual(facts.rows.map((_, n) => n + 1));
    const times = facts.rows.map((row) => String(row.recorded_at));
    expect([...times].sort()).toEqual(times);
    expect(new Set(times).size).toBe(times.length);
  });
});

describe('who may', () => {
  test('a care manager of another agency finds no chart, cannot write to it, and both are on record', async () => {
    const chart = await enrolledYouth();
    expect((await get(stranger, `/api/charts/${chart}`)).statusCode).toBe(404);
    expect(
      (
        await post(stranger, `/api/charts/${chart}/contacts`, {
          made: true,
          withWhom: ['youth'],
          how: 'video',
          on: '2026-10-12',
        })
      ).statusCode,
    ).toBe(404);
    const trail = await world.pools.owner.query(
      `select outcome from kinfold.audit_event where details ->> 'asked' = $1`,
      [chart],
    );
    expect(trail.rows).toEqual([{ outcome: 'refused' }, { outcome: 'refused' }]);
  });

  test('the administrator sees the referral but not the notes', async () => {
    const chart = await enrolledYouth();
    await post(careManager, `/api/charts/${chart}/contacts`, {
      made: true,
      withWhom: ['youth'],
      how: 'video',
      on: '2026-10-12',
      words: 'Private.',
    });
    expect((await get(csa, `/api/charts/${chart}/referral`)).statusCode).toBe(200);
    expect((await get(csa, `/api/charts/${chart}/contacts`)).json()).toEqual({ contacts: [] });
  });

  test('nobody reads anything over a request role without entering', async () => {
    await enrolledYouth();
    for (const pool of [world.pools.staff, world.pools.assigned, world.pools.person, world.pools.engine]) {
      for (const table of ['chart', 'youth', 'fact', 'duty', 'contact', 'referral', 'name_key']) {
        const shown = await pool.query(`select count(*)::int as n from kinfold.${table}`).catch((error: unknown) => {
          // Not even allowed to ask is as good as an empty answer.
          expect(error).toMatchObject({ code: '42501' });
          return { rows: [{ n: 0 }] };
        });
        expect(shown.rows[0]?.n, table).toBe(0);
      }
    }
  });

  test('a scope the program makes up is not believed', async () => {
    const client = await world.pools.staff.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('kinfold.agencies', '{15}', true), set_config('kinfold.intake', '{15}', true), set_config('kinfold.charts', '{}', true),
        set_config('kinfold.categories', '{general}', true), set_config('kinfold.actor', '{}', true), set_config('kinfold.seal', 'made up', true)`);
      await expect(client.query('select * from kinfold.youth')).rejects.toThrow('not set by enter()');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

test('opening a chart leaves one look, before the answer', async () => {
  const chart = await enrolledYouth();
  await get(careManager, `/api/charts/${chart}`);
  const looks = await get(supervisor, `/api/charts/${chart}/looks`);
  expect(looks.json<{ looks: { operation: string; name: string }[] }>().looks).toContainEqual(
    expect.objectContaining({ operation: 'chart.opened', name: 'Dana Whitfield' }),
  );
});

test('search finds parts of names, sounds and identifiers, in the reader’s reach only', async () => {
  const chart = await enrolledYouth();
  const find = async (who: Seated, q: string) =>
    (await post(who, '/api/search', { text: q })).json<{ found: { chart: string }[] }>().found.map((row) => row.chart);
  expect(await find(careManager, 'var')).toContain(chart);
  expect(await find(careManager, 'luz varg')).toContain(chart);
  expect(await find(careManager, 'Vargaz')).toContain(chart);
  expect(await find(stranger, 'var')).not.toContain(chart);
});
