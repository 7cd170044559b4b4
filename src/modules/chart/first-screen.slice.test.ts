import { afterAll, beforeAll, expect, test } from 'vitest';
import { TODAY, type TwoAgencies, twoAgencies } from '#modules/record/testing/two-agencies.builder.ts';
import { Overview } from './contract.ts';

// The timeline leaves as the database wrote it: nothing on the way reads it, so this does.
let at: TwoAgencies;
beforeAll(async () => {
  at = await twoAgencies();
});
afterAll(() => at.world.stop());

const opened = async (who = at.careManager) => {
  const answer = await at.ask.get(who, `/api/charts/${at.ours}`);
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  return Overview.parse(answer.json());
};
const sign = async (on: string, more: Record<string, unknown> = {}) => {
  const note = { made: true, withWhom: ['youth'], how: 'video', on, words: 'Spoke.', ...more };
  const answer = await at.ask.post(at.careManager, `/api/charts/${at.ours}/contacts`, note);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ answer: { contact: string } }>().answer.contact;
};

test('the first screen is what its contract says, with places by day among what the reader sees', async () => {
  const later = await sign(TODAY);
  const earlier = await sign('2026-10-11');
  const { header, marks } = await opened();
  expect(marks.map(({ seq }) => seq)).toEqual(marks.map((_, index) => index + 1));
  expect(marks.map(({ on }) => on)).toEqual(marks.map(({ on }) => on).sort());
  const contacts = marks.filter(({ kind }) => kind === 'contact.made');
  expect(contacts.map(({ source }) => source)).toEqual([earlier, later]);
  expect(contacts[0]?.data).toMatchObject({ contact: earlier, with: ['youth'], how: 'video' });
  expect(header.lastContactOn).toBe(TODAY);
});

test('a contact whose category is closed to the reader is neither a mark nor the last contact', async () => {
  const { owner } = at.world.pools;
  const before = await opened();
  const closed = await owner.query<{ category: string }>(
    `select category from unnest(array['counseling-notes', 'substance-use', 'family-private']) category
     where category <> all (select unnest(categories) from kinfold.capacity where code = 'care-manager') limit 1`,
  );
  await owner.query(
    `insert into kinfold.fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, data)
     select chart, max(seq) + 1, now(), 15, 15, 'nj-cmo', $2, 'contact.made', '2026-10-20', '{}' from kinfold.fact where chart = $1 group by chart`,
    [at.ours, closed.rows[0]?.category],
  );
  const after = await opened();
  expect(after.marks).toEqual(before.marks);
  expect(after.header.lastContactOn).toBe(before.header.lastContactOn);
});

test('a youth who is missing carries it beside the name from the day on, until somebody says that they were found', async () => {
  const record = async (kind: string, on: string) => {
    const answer = await at.ask.post(at.careManager, `/api/charts/${at.ours}/facts`, { kind, on, data: {} });
    expect(answer.statusCode, answer.body).toBe(200);
  };
  const missing = async () => (await opened()).header.missingSince;
  expect(await missing()).toBeNull();
  await record('missing.started', '2026-10-11');
  expect(await missing()).toBe('2026-10-11');
  await record('missing.ended', '2026-10-11');
  expect(await missing()).toBeNull();
  await record('missing.started', TODAY);
  expect(await missing()).toBe(TODAY);
});

test('whoever was accountable and has left their seat is not named: nobody answers for the chart', async () => {
  const { owner } = at.world.pools;
  expect((await opened(at.supervisor)).header.careManager?.name).toBe('Ruth Osei');
  await owner.query(`update kinfold.seat set to_day = $2::date - 1 where id = $1`, [at.careManager.seat, TODAY]);
  expect((await opened(at.supervisor)).header.careManager).toBeNull();
  const list = (await at.ask.get(at.supervisor, '/api/charts?whose=agency')).json().charts;
  const found = (await at.ask.post(at.supervisor, '/api/search', { text: list[0].name, id: undefined })).json().found;
  expect([list, found]).toMatchObject([[{ careManager: null }], [{ careManager: null }]]);
});
