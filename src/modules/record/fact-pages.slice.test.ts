import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factsOf, type Known } from './charted.ts';
import { inCommand } from './testing/request-connection.ts';
import { TODAY, type TwoAgencies, twoAgencies } from './testing/two-agencies.builder.ts';
import type { Seated } from './testing/world.builder.ts';

// A command is told a chart's older facts from pages written once. Whatever happened, it must be told what the facts say.
let at: TwoAgencies;
let first: string;
beforeAll(async () => {
  at = await twoAgencies();
  first = await noted(at.careManager);
});
afterAll(() => at.world.stop());

const FACTS = `select json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq) as facts
  from kinfold.fact where chart = $1`;

const told = async (chart: string): Promise<Known> => {
  const { rows } = await at.world.pools.engine.query<{ opened: { known: Known } }>(
    `select kinfold.open_system_command('tried', 'nj-cmo', $1) as opened`,
    [chart],
  );
  if (!rows[0]) throw new Error('nothing was opened');
  return rows[0].opened.known;
};
const paged = ({ pages }: Known): number[] => pages.map((page) => page.length);

/** What a command is told of the chart, once it was found to be what the facts say. */
async function toldTruly(chart = at.ours): Promise<Known> {
  const known = await told(chart);
  const { rows } = await at.world.pools.owner.query<{ facts: Known['facts'] }>(FACTS, [chart]);
  expect(factsOf(known)).toEqual(factsOf({ pages: [], facts: rows[0]?.facts ?? [] }));
  return known;
}

async function noted(who: Seated, more: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const body = { id, made: true, withWhom: ['caregiver'], how: 'telephone', on: TODAY, words: 'A call.', ...more };
  const answer = await at.ask.post(who, `/api/charts/${at.ours}/contacts`, body);
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}

/** Signs notes until the chart has one more page. */
async function pageMore(): Promise<Known> {
  const before = (await told(at.ours)).pages.length;
  for (let n = 0; n < 64; n += 1) {
    await noted(at.careManager);
    const known = await told(at.ours);
    if (known.pages.length > before) return known;
  }
  throw new Error('no page was written');
}

test('facts recorded one by one are told from pages, and those since from the table', async () => {
  expect(paged(await toldTruly())).toEqual([]);
  const known = await pageMore();
  expect(known.facts).toEqual([]);
  await noted(at.careManager);
  const after = await toldTruly();
  expect([after.pages.length, after.facts.length]).toEqual([1, 1]);
});

test('a correction of an older fact into a stricter category is told', async () => {
  const more = { id: randomUUID(), made: true, withWhom: ['caregiver'], how: 'telephone', on: TODAY };
  const answer = await at.ask.post(at.careManager, `/api/charts/${at.ours}/contacts/${first}/amendment`, {
    ...{ ...more, words: 'About what was used.', reason: 'Closed to others.', category: 'substance-use' },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  const known = await toldTruly();
  expect(factsOf(known).filter(({ category }) => category === 'substance-use')).toHaveLength(2);
});

test('a withdrawal is told, and a fact whose day is set right by hand', async () => {
  const note = await noted(at.careManager);
  await pageMore();
  const url = `/api/charts/${at.ours}/contacts/${note}/withdrawal`;
  const answer = await at.ask.post(at.careManager, url, { reason: 'It was another youth.' });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(factsOf(await toldTruly()).at(-1)?.withdraws).toBe(true);
  await at.world.pools.owner.query(
    `update kinfold.fact set on_day = on_day - 1 where chart = $1 and kind = 'referral.assigned'`,
    [at.ours],
  );
  expect(paged(await toldTruly())).toEqual([]);
});

test('of a fact that is moved to another chart by hand neither chart keeps its pages', async () => {
  await pageMore();
  const { owner } = at.world.pools;
  const there = 'select count(*)::int as n from kinfold.fact_page where chart = $1';
  await owner.query(`insert into kinfold.fact_page (chart, to_seq, facts) values ($1, 1, '[]')`, [at.theirs]);
  await owner.query(
    `update kinfold.fact set chart = $2, seq = 900 where chart = $1 and seq = (select max(seq) from kinfold.fact where chart = $1)`,
    [at.ours, at.theirs],
  );
  for (const chart of [at.ours, at.theirs]) expect((await owner.query(there, [chart])).rows).toEqual([{ n: 0 }]);
  await owner.query('delete from kinfold.fact where chart = $1 and seq = 900', [at.theirs]);
});

test('a command that came to nothing leaves no page', async () => {
  const before = await toldTruly();
  const all = factsOf(before);
  const facts = Array.from({ length: 40 }, () => ({
    ...{ kind: 'contact.attempted', on: TODAY, category: 'general', data: {} },
  }));
  const closing = { chart: at.ours, fromSeq: all.length, facts, upsert: [], gone: [], operation: 'tried', details: {} };
  await inCommand(at.world.pools, 'staff', at.careManager, at.ours, async ({ tried, run }) => {
    expect(await tried('select kinfold.close_command($1::jsonb)', [JSON.stringify(closing)])).toBe('done');
    expect(await run('select 1 from kinfold.chart where id = $1', [at.ours])).toHaveLength(1);
  });
  expect(await toldTruly()).toEqual(before);
});

test('pages lost are written again when the chart is judged again', async () => {
  await at.world.pools.owner.query('delete from kinfold.fact_page');
  await at.world.pools.owner.query(`update kinfold.chart set evaluated_with = 'other rules' where id = $1`, [at.ours]);
  const { engine } = at.world.pools;
  const client = await engine.connect();
  try {
    await client.query('begin');
    await client.query('select kinfold.open_system_commands($1, $2, $3)', [
      're-evaluation',
      'nj-cmo',
      [at.ours, at.theirs],
    ]);
    const stored = [at.ours, at.theirs].map((chart) => ({ chart, upsert: [], gone: [], stage: null }));
    await client.query('select kinfold.store_evaluations($1::jsonb)', [JSON.stringify(stored)]);
    await client.query('commit');
  } finally {
    client.release();
  }
  expect((await toldTruly()).pages).toHaveLength(1);
  // Too short to be worth a page.
  expect(paged(await toldTruly(at.theirs))).toEqual([]);
});

test('who takes the chart over is told its pages', async () => {
  const reason = 'The family moved to the other county.';
  const transfer = { toAgency: 1, on: TODAY, reason };
  const left = await at.ask.post(at.supervisor, `/api/charts/${at.ours}/transfer`, transfer);
  expect(left.statusCode, left.body).toBe(200);
  const taken = await at.ask.post(at.theirSupervisor, `/api/charts/${at.ours}/assignment/answer`, {
    answer: 'accepted',
  });
  expect(taken.statusCode, taken.body).toBe(200);
  expect((await toldTruly()).pages.length).toBeGreaterThan(0);
});
