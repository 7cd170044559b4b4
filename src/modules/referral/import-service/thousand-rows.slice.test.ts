import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

const HEADER =
  'referral_id,received_at,youth_first_name,youth_last_name,date_of_birth,county,zip,guardian_first_name,guardian_last_name,guardian_relationship,guardian_phone,domains,consent_to_refer,caller';

/** Seven ways a row can be past reading, by its place in the file, with the field that is to blame. */
const BAD: ReadonlyMap<number, readonly [field: string, row: string]> = new Map([
  [3, ['date_of_birth', 'T-3,2026-02-20,Given,Abbott,yesterday,Union,07201,Ana,Abbott,mother,,mental health,Y,parent']],
  [
    99,
    ['youth_first_name', 'T-99,2026-02-20,,Keller,2013-05-26,Union,07201,Ana,Keller,mother,,mental health,Y,parent'],
  ],
  [
    100,
    ['youth_last_name', 'T-100,2026-02-20,Given,,2013-05-26,Union,07201,Ana,Osborne,mother,,mental health,Y,parent'],
  ],
  [101, ['date_of_birth', 'T-101,2026-02-20,Given,Tran,,Union,07201,Ana,Tran,mother,,mental health,Y,parent']],
  [
    500,
    ['date_of_birth', 'T-500,2026-02-20,Given,Umana,2199-01-01,Union,07201,Ana,Umana,mother,,mental health,Y,parent'],
  ],
  [
    777,
    ['received_at', 'T-777,the other day,Given,Vance,2013-05-26,Union,07201,Ana,Vance,mother,,mental health,Y,parent'],
  ],
  [
    999,
    ['date_of_birth', 'T-999,2026-02-20,Given,Wynn,31/31/2013,Union,07201,Ana,Wynn,mother,,mental health,Y,parent'],
  ],
]);
const goodRow = (n: number) =>
  `T-${n},2026-02-20,Given${n},Family${n * 7919},2013-05-26,Union,07201,Ana,Family${n * 7919},mother,,mental health,Y,parent`;
const ROWS = Array.from({ length: 1000 }, (_, n) => BAD.get(n)?.[1] ?? goodRow(n));

let world: TestApp;
let csa: Seated;
let stopJobs: () => Promise<void>;
beforeAll(async () => {
  world = await testApp('2026-03-02T15:00:00Z');
  csa = await addSeat(world.pools.owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

const get = (url: string) => world.app.inject({ method: 'GET', url, headers: csa.headers });

async function imported(text: string): Promise<{ id: string; counts: Record<string, number> }> {
  const id = randomUUID();
  const payload = { id, fileName: 'referrals.csv', text, source: 'call center' };
  const answer = await world.app.inject({ method: 'POST', url: '/api/imports', headers: csa.headers, payload });
  expect(answer.statusCode, answer.body).toBe(200);
  const state = async () => (await get(`/api/imports/${id}?limit=1`)).json<{ state: string }>().state;
  await expect.poll(state, { timeout: 150_000, interval: 200 }).toBe('finished');
  const { counts } = (await get(`/api/imports/${id}?limit=1`)).json<{ counts: Record<string, number> }>();
  return { id, counts };
}

const taken = ({ registered = 0, 'with-tasks': withTasks = 0 }: Record<string, number>) => registered + withTasks;

test('of a thousand rows with seven bad ones 993 come in, and seven come back with field and reason, to be mended and sent again', async () => {
  const first = await imported([HEADER, ...ROWS].join('\n'));
  expect([taken(first.counts), first.counts['unreadable']]).toEqual([993, 7]);

  const { results } = (await get(`/api/imports/${first.id}?outcome=unreadable&limit=500`)).json<{
    results: { row: number; problems: { field: string; code: string }[]; words: string[] }[];
  }>();
  // The header is line 1.
  expect(results.map(({ row }) => row - 2)).toEqual([...BAD.keys()]);
  for (const { row, problems, words } of results) {
    expect(
      problems.map(({ field }) => field),
      `row ${row}`,
    ).toContain(BAD.get(row - 2)?.[0]);
    expect(words.join(' '), `row ${row}`).toMatch(/\w{3}/);
  }

  const rejects = (await get(`/api/imports/${first.id}/rejects`)).body.replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(rejects).toHaveLength(8);
  const [head = '', ...rows] = rejects;
  const reasons = head.split(',').length - HEADER.split(',').length;
  const places = [...BAD.keys()];
  // Mended: the row as it should have been, behind the reasons that stand in front of it.
  const mended = rows.map((_, at) => `${'x,'.repeat(reasons)}${goodRow(places[at] ?? 0)}`);
  const second = await imported([head, ...mended].join('\n'));
  expect([taken(second.counts), second.counts['unreadable']]).toEqual([7, undefined]);

  const { rows: held } = await world.pools.owner.query(
    'select count(*)::int as referrals, count(distinct external_id)::int as numbers from kinfold.referral',
  );
  expect(held).toEqual([{ referrals: 1000, numbers: 1000 }]);
});
