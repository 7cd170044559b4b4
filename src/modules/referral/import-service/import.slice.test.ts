import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { HEADER, importEnded, importFile, rowOf } from './testing/imported-file.builder.ts';

const sample = readFileSync(new URL('../import/sample.csv', import.meta.url), 'utf8');
const row = (id: string, first: string, last: string, born = '2013-05-26') =>
  rowOf(id, first, last, { born, telephone: `(908) 555-01${id.slice(-2)}` });

let world: TestApp;
let csa: Seated;
let lead: Seated;
let careManager: Seated;
let stopJobs: () => Promise<void>;

beforeAll(async () => {
  world = await testApp('2026-03-02T15:00:00Z');
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  lead = await addSeat(owner, { name: 'Iris Cole', capacity: 'agency-lead', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

const post = (who: Seated, url: string, payload: Record<string, unknown>) =>
  world.app.inject({ method: 'POST', url, headers: who.headers, payload });
const get = (who: Seated, url: string) => world.app.inject({ method: 'GET', url, headers: who.headers });
const charts = async () =>
  (await world.pools.owner.query('select count(*)::int as n from kinfold.chart')).rows[0].n as number;

const importText = (who: Seated, text: string, more: Record<string, unknown> = {}) =>
  importFile(world.app, who, text, more);

describe('a file of referrals', () => {
  test('the preview says what would become of it and writes nothing', async () => {
    const before = await charts();
    const answer = await post(csa, '/api/imports/preview', {
      fileName: 'referrals.csv',
      text: sample,
      source: 'call center',
    });
    expect(answer.statusCode, answer.body).toBe(200);
    const { columns, counts, first, missing } = answer.json();
    expect(columns).toContain('youth_first_name');
    expect(missing).toEqual([]);
    expect(counts.outcomes.unreadable).toBeGreaterThan(0);
    expect(first).toHaveLength(20);
    expect(await charts()).toBe(before);
  });

  test('what it previews is what it imports, each row in a chart with facts and an audit row', async () => {
    const { counts } = (
      await post(csa, '/api/imports/preview', { fileName: 'referrals.csv', text: sample, source: 'call center' })
    ).json();
    const before = await charts();
    const done = await importText(csa, sample);
    expect(done.counts).toEqual(counts.outcomes);
    const registered = (done.counts['registered'] ?? 0) + (done.counts['with-tasks'] ?? 0);
    expect(await charts()).toBe(before + registered);
    const spine = await world.pools.owner.query(
      `select count(*)::int as n, count(*) filter (where (select count(*) from kinfold.fact f where f.chart = c.id) >= 2)::int as facts,
         count(*) filter (where exists (select 1 from kinfold.audit_event e where e.chart = c.id and e.operation = 'referral.registered' and e.outcome = 'done'))::int as audited
       from kinfold.chart c join kinfold.import_row i on i.chart = c.id where i.batch = $1 and i.outcome in ('registered', 'with-tasks')`,
      [done.id],
    );
    expect(spine.rows[0]).toEqual({ n: registered, facts: registered, audited: registered });
    const kept = await world.pools.owner.query('select count(*)::int as n from kinfold.import_batch_file');
    expect(kept.rows[0].n).toBe(0);
  });

  test('the same file again changes nothing', async () => {
    const before = await charts();
    const again = await importText(csa, sample);
    expect(await charts()).toBe(before);
    const here = again.results.filter(({ outcome }) => outcome === 'already-here');
    expect(here.length).toBeGreaterThan(0);
    for (const { chart, number, name, tasks } of here)
      expect({ chart, number, name, tasks }).toEqual({
        chart: expect.any(String),
        number: expect.any(Number),
        name: expect.stringMatching(/\p{L}/u),
        tasks: [],
      });
    expect(again.counts['registered']).toBeUndefined();
    expect(again.counts['with-tasks']).toBeUndefined();
  });

  test('bad rows are kept back with their reasons, and the mended file brings in only those', async () => {
    const text = [
      HEADER,
      row('M-01', 'Ada', 'Quinn'),
      row('M-02', 'Bo', 'Reyes', 'yesterday'),
      row('M-03', '', 'Stone'),
      row('M-04', 'Cy', 'Tran'),
    ].join('\n');
    const done = await importText(csa, text);
    expect(done.counts['unreadable']).toBe(2);
    const file = await get(csa, `/api/imports/${done.id}/rejects`);
    expect(file.headers['content-disposition']).toContain('attachment');
    expect(file.body.trim().split('\r\n')).toHaveLength(3);
    const before = await charts();
    const mended = await importText(
      csa,
      file.body.replaceAll('yesterday', '2012-01-05').replace(',,Stone', ',Dee,Stone'),
    );
    expect(Object.keys(mended.counts)).not.toContain('unreadable');
    expect(await charts()).toBe(before + 2);
  });

  test('a row mended in the form is read with its cells, comes in once, and is no row to mend any more', async () => {
    const text = [HEADER, row('B-01', 'Bo', 'Reyes', 'yesterday'), row('B-02', 'Cy', 'Wolf', '2013-02-31')].join('\n');
    const done = await importText(csa, text);
    const [first, second] = done.results;
    const path = `/api/imports/${done.id}/rows/${first?.row}`;
    const read = (await get(csa, path)).json();
    expect(read.cells).toMatchObject({ referral_id: 'B-01', youth_first_name: 'Bo', date_of_birth: 'yesterday' });
    expect(read.words).toEqual([expect.stringContaining('Date of birth is not a date')]);
    for (const [who, status] of [
      [lead, 404],
      [careManager, 403],
    ] as const)
      expect((await get(who, path)).statusCode).toBe(status);
    const mends = { import: done.id, row: first?.row };
    const on = '2026-02-20' as IsoDay;
    const referral = referralDraft({
      externalId: 'B-01',
      ...{ receivedOn: on, receivedAt: null, consent: { ...referralDraft().consent, on } },
      youth: { ...referralDraft().youth, firstName: 'Bo', lastName: 'Reyes' },
    });
    const sent = (source: string = randomUUID()) =>
      post(csa, '/api/referrals', { id: randomUUID(), chart: randomUUID(), referral: { ...referral, source }, mends });
    const [mended, again] = [await sent(), await sent()];
    expect(mended.statusCode, mended.body).toBe(200);
    expect([again.statusCode, again.json().code]).toEqual([409, 'mended-meanwhile']);
    const after = (await get(csa, `/api/imports/${done.id}`)).json();
    expect(after.counts['unreadable']).toBe(1);
    expect(after.results[0]).toMatchObject({ chart: mended.json().answer.chart, name: 'Bo Reyes', problems: [] });
    expect((await get(csa, path)).statusCode).toBe(404);
    const rejects = (await get(csa, `/api/imports/${done.id}/rejects`)).body;
    expect([rejects.includes('Reyes'), rejects.includes('Wolf')]).toEqual([false, true]);
    const kept = await world.pools.owner.query(
      'select row, cells is null as gone from kinfold.import_row where batch = $1 order by row',
      [done.id],
    );
    expect(kept.rows).toEqual([
      { row: first?.row, gone: true },
      { row: second?.row, gone: false },
    ]);
  });

  test('a row mended in the form is here already when the file comes again, as it was and mended', async () => {
    const original = [HEADER, row('B-11', 'Ada', 'Moss', 'yesterday'), row('', 'Ida', 'Fenn', 'yesterday')].join('\n');
    const done = await importText(csa, original);
    const on = '2026-02-20' as IsoDay;
    const usual = referralDraft({ receivedOn: on, receivedAt: null, consent: { ...referralDraft().consent, on } });
    const charts: string[] = [];
    for (const [index, externalId, firstName, lastName] of [
      [0, 'B-11', 'Ada', 'Moss'],
      [1, 'K-11', 'Ida', 'Fenn'],
    ] as const) {
      const youth = { ...usual.youth, firstName, lastName, birthDay: '2013-05-26' as IsoDay };
      const referral = { ...usual, source: 'form', externalId, youth };
      const mends = { import: done.id, row: done.results[index]?.row };
      const answer = await post(csa, '/api/referrals', { id: randomUUID(), chart: randomUUID(), referral, mends });
      expect(answer.statusCode, answer.body).toBe(200);
      charts.push(answer.json().answer.chart);
    }
    const mended = [HEADER, row('B-11', 'Ada', 'Moss', '2013-05-26'), row('', 'Ida', 'Fenn', '2013-05-26')].join('\n');
    for (const text of [original, mended]) {
      const { results } = await importText(csa, text);
      expect(results.map(({ outcome, chart }) => [outcome, chart])).toEqual(
        charts.map((chart) => ['already-here', chart]),
      );
    }
  });

  test('a row without a number, mended one way in the form and another in the file, is here already', async () => {
    const original = [HEADER, row('', 'Una', 'Thorn', '31 June 2013'), row('', 'Vera', 'Thorn', '31 June 2013')].join(
      '\n',
    );
    const done = await importText(csa, original);
    const rejects = await world.app.inject({
      method: 'GET',
      url: `/api/imports/${done.id}/rejects`,
      headers: csa.headers,
    });
    const charts: string[] = [];
    const on = '2026-02-20' as IsoDay;
    const usual = referralDraft({ receivedOn: on, receivedAt: null, consent: { ...referralDraft().consent, on } });
    for (const [index, firstName] of ['Una', 'Vera'].entries()) {
      const youth = { ...usual.youth, firstName, lastName: 'Thorn', birthDay: '2013-06-30' as IsoDay };
      const referral = { ...usual, source: 'form', externalId: `K-3${index}`, youth };
      const mends = { import: done.id, row: done.results[index]?.row };
      const answer = await post(csa, '/api/referrals', { id: randomUUID(), chart: randomUUID(), referral, mends });
      expect(answer.statusCode, answer.body).toBe(200);
      charts.push(answer.json().answer.chart);
    }
    // The file of rows to mend names the row: its name and its birth day may both be mended otherwise.
    const named = rejects.body.replace(/Una,Thorn,31 June 2013/, 'Oona,Thorne,2013-07-01');
    // In the sender's own file the birth day is what differs.
    const own = original.replace('Una,Thorn,31 June 2013', 'Una,Thorn,2013-07-01');
    for (const text of [named, own]) {
      const { results } = await importText(csa, text);
      expect(results.map(({ outcome, chart }) => [outcome, chart])[0]).toEqual(['already-here', charts[0]]);
    }
    const twin = await importText(csa, [HEADER, row('', 'Vida', 'Thorn', '2013-06-30')].join('\n'));
    expect(twin.results[0]?.outcome).not.toBe('already-here');
  });

  test('a row whose number is another row’s already stays out, and says whose number it is', async () => {
    const done = await importText(csa, [HEADER, row('M-01', 'Someone', 'Else')].join('\n'));
    expect(done.results[0]).toMatchObject({ outcome: 'unreadable', problems: [{ code: 'id-used-before' }] });
    expect(done.results[0]?.words).toEqual([expect.stringContaining(`“M-01” from “call center” was imported before`)]);
  });

  test('a referral in the form under a number that came the same way is refused for that', async () => {
    const on = '2026-02-20' as IsoDay;
    const consent = { ...referralDraft().consent, on };
    const referral = referralDraft({ externalId: 'P-1', receivedOn: on, receivedAt: null, consent });
    const register = () => post(csa, '/api/referrals', { id: randomUUID(), chart: randomUUID(), referral });
    const first = register();
    expect((await first).statusCode).toBe(200);
    const again = await register();
    expect(again.statusCode).toBe(409);
    expect(again.json()).toMatchObject({ code: 'number-used', chart: (await first).json().answer.chart });
    // Whoever does not see that referral learns no more than that the number is used.
    const stranger = await addSeat(world.pools.owner, { name: 'Lee Park', capacity: 'supervisor', agency: 1 });
    const recorded = { document: 'Letter 7', decidedOn: '2026-02-21', assignedAt: '2026-02-21T15:00:00Z' };
    const body = { id: randomUUID(), chart: randomUUID(), referral, recorded };
    const elsewhere = await post(stranger, '/api/referrals/recorded', body);
    expect(elsewhere.json()).toMatchObject({ code: 'number-used' });
    expect(elsewhere.json()).not.toHaveProperty('chart');
  });

  test('a youth already here comes in with a task to compare', async () => {
    const done = await importText(csa, [HEADER, row('N-01', 'Ada', 'Quinn')].join('\n'));
    expect(done.results[0]).toMatchObject({ outcome: 'with-tasks' });
    const tasks = await world.pools.owner.query(
      `select code from kinfold.review_task t join kinfold.import_row i on i.chart = t.chart where i.batch = $1`,
      [done.id],
    );
    expect(tasks.rows.map(({ code }) => code)).toContain('likely-duplicate');
  });

  test('sent twice under one id it is imported once', async () => {
    const body = {
      id: randomUUID(),
      fileName: 'a.csv',
      text: [HEADER, row('D-01', 'Eli', 'Umana')].join('\n'),
      source: 'call center',
    };
    const answers = await Promise.all([post(csa, '/api/imports', body), post(csa, '/api/imports', body)]);
    expect(answers.map((one) => one.statusCode)).toEqual([200, 200]);
    await importEnded(world.app, csa, body.id);
    const rows = await world.pools.owner.query(
      `select count(*)::int as n from kinfold.referral where external_id = 'D-01'`,
    );
    expect(rows.rows[0].n).toBe(1);
  });
});

describe('a long file with a few bad rows', () => {
  const bad = new Map([
    [100, row('K-0100', '', 'Stone')],
    [222, row('K-0222', 'Bo', 'Reyes', 'yesterday')],
    [301, row('K-0301', 'Cy', '')],
    [444, row('K-0444', 'Dot', 'Hale', '2013-02-31')],
    [565, `${row('K-0565', 'Eve', 'Ng')},one,too many`],
    [777, row('K-0777', '=HYPERLINK(1)', 'Fox', '2913-01-01')],
    [999, row('K-0001', 'Gil', 'Ash')],
  ]);
  const rows = Array.from(
    { length: 1000 },
    (_, n) => bad.get(n) ?? row(`K-${String(n).padStart(4, '0')}`, `Given${n}`, `Family${n * 7919}`),
  );

  test('1,000 rows of which 7 are bad bring in 993, and the 7 come back with name, reason and no formula that runs', async () => {
    const before = await charts();
    const done = await importText(csa, [HEADER, ...rows].join('\n'), { source: 'long file' });
    expect(await charts()).toBe(before + 993);
    expect(done.counts['unreadable']).toBe(7);
    const kept = (await get(csa, `/api/imports/${done.id}?outcome=unreadable`)).json().results;
    const said = kept.map(({ name, words }: { name: string | null; words: string[] }) => [name, words[0]]);
    expect(said).toContainEqual(['Stone', 'Youth’s first name is missing.']);
    expect(said).toContainEqual(['Bo Reyes', expect.stringContaining('Date of birth is not a date: “yesterday”.')]);
    expect(said).toContainEqual([expect.stringContaining('Eve'), expect.stringContaining('This row has 16 cells')]);
    const { body } = await get(csa, `/api/imports/${done.id}/rejects`);
    expect(body).toContain("'=HYPERLINK(1)");
    expect(body).not.toMatch(/(^|,)"?=HYPERLINK/m);
  });
});

describe('who may', () => {
  test('a care manager may not import; another agency sees neither progress, result nor rejects', async () => {
    const text = [HEADER, row('W-01', 'Fay', 'Vance')].join('\n');
    expect(
      (await post(careManager, '/api/imports', { id: randomUUID(), fileName: 'a.csv', text, source: 's' })).statusCode,
    ).toBe(403);
    const done = await importText(csa, text);
    for (const url of [`/api/imports/${done.id}`, `/api/imports/${done.id}/rejects`, `/api/jobs/${done.id}`])
      expect((await get(lead, url)).statusCode, url).toBe(404);
    expect((await get(csa, `/api/jobs/${done.id}`)).json()).toMatchObject({
      state: 'finished',
      done: 1,
      total: 1,
      failed: 0,
    });
  });

  test('a care management organization records the same numbers as its own', async () => {
    const done = await importText(lead, [HEADER, row('W-01', 'Fay', 'Vance')].join('\n'));
    expect(done.counts['unreadable']).toBeUndefined();
    const held = await world.pools.owner.query(
      `select c.holder, r.recorded_for, r.document from kinfold.chart c join kinfold.referral r on r.chart = c.id join kinfold.import_row i on i.chart = c.id where i.batch = $1`,
      [done.id],
    );
    expect(held.rows).toEqual([{ holder: 15, recorded_for: 'csa', document: 'referrals.csv' }]);
  });

  test('a youth whom a care management organization has comes in with a task, compared by telephone too', async () => {
    const done = await importText(csa, [HEADER, row('Y-01', 'Fay', 'Vance')].join('\n'));
    const tasks = await world.pools.owner.query(
      `select t.code, t.detail ->> 'score' as score from kinfold.review_task t join kinfold.import_row i on i.chart = t.chart where i.batch = $1 and t.code = 'likely-duplicate'`,
      [done.id],
    );
    expect(tasks.rows).toEqual([{ code: 'likely-duplicate', score: '88' }]);
  });

  test('which column is which is remembered for the next file with this header', async () => {
    const header = 'Kid,Clan,Day one,Rang us';
    const asked = (text: string, more: object = {}) => ({ fileName: 'odd.csv', text: `${header}\n${text}`, ...more });
    const guessed = (await post(csa, '/api/imports/preview', asked('Zora,Hale,2014-03-14,2026-10-01'))).json();
    expect(guessed.missing).toEqual(['received_at', 'youth_first_name', 'youth_last_name', 'date_of_birth']);
    const mapping = { youth_first_name: 0, youth_last_name: 1, date_of_birth: 2, received_at: 3 };
    await post(csa, '/api/imports', { id: randomUUID(), ...asked('Zora,Hale,2014-03-14,2026-10-01', { mapping }) });
    expect((await post(csa, '/api/imports/preview', asked('Iker,Bolt,2013-05-05,2026-10-02'))).json()).toMatchObject({
      mapping,
      missing: [],
    });
    const elsewhere = await post(lead, '/api/imports/preview', asked('Iker,Bolt,2013-05-05,2026-10-02'));
    expect(elsewhere.json().mapping).toEqual({});
  });

  test('a file without the columns every row needs is refused by name', async () => {
    const answer = await post(csa, '/api/imports', {
      id: randomUUID(),
      fileName: 'a.csv',
      text: 'a,b\n1,2\n',
      source: 's',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().problems).toContainEqual({ field: 'mapping.youth_first_name', code: 'missing' });
  });
});

test('work stopped in the middle is taken up where it was left', async () => {
  // Nine groups for three lanes: some are left whenever the stop is heard.
  const ROWS = 900;
  const id = randomUUID();
  const source = `long-${id.slice(0, 8)}`;
  const text = [
    HEADER,
    ...Array.from({ length: ROWS }, (_, n) => row(`S-${String(n).padStart(4, '0')}`, `Given${n}`, `Family${n * 7919}`)),
  ].join('\n');
  await post(csa, '/api/imports', { id, fileName: 'long.csv', text, source });
  const done = async () =>
    (await world.pools.owner.query('select done from kinfold.import_batch where id = $1', [id])).rows[0].done as number;
  while ((await done()) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  await stopJobs();
  const stoppedAt = await done();
  stopJobs = await world.startJobs();
  const result = await importEnded(world.app, csa, id);
  expect(stoppedAt).toBeLessThan(ROWS);
  expect(result).toMatchObject({ state: 'finished', done: ROWS });
  const rows = await world.pools.owner.query(
    'select count(*)::int as n, count(distinct external_id)::int as ids from kinfold.referral where source = $1',
    [source],
  );
  expect(rows.rows[0]).toEqual({ n: ROWS, ids: ROWS });
});
