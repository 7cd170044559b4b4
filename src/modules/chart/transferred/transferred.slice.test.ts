import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleInput } from '#modules/record/matrix/sample-input.ts';
import { entered } from '#modules/record/testing/request-connection.ts';
import { TODAY, type TwoAgencies, twoAgencies } from '#modules/record/testing/two-agencies.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';

let at: TwoAgencies;
let chart: string;
let colleague: Seated;

const REASON = 'The family moved to the other county.';
const note = (words: string, more: Record<string, unknown> = {}) => ({
  ...{ made: true, withWhom: ['youth'], how: 'video', on: TODAY, words },
  ...more,
});
const done = async (who: Seated, url: string, body: Record<string, unknown>) => {
  const answer = await at.ask.post(who, url, body);
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
  return answer.json<{ answer: { contact: string } }>().answer;
};

/** Ours writes three notes (one closed to care managers, one withdrawn), hands over; theirs takes on and writes its own. */
beforeAll(async () => {
  at = await twoAgencies();
  chart = at.ours;
  colleague = await addSeat(at.world.pools.owner, { name: 'Sol Reyes', capacity: 'care-manager', agency: 15 });
  const contacts = `/api/charts/${chart}/contacts`;
  await done(at.careManager, contacts, note('Ours: the youth likes drawing.'));
  await done(at.careManager, contacts, note('Ours and closed.', { category: 'substance-use' }));
  const wrong = await done(at.careManager, contacts, note('Ours and withdrawn.'));
  await done(at.careManager, `${contacts}/${wrong.contact}/withdrawal`, { reason: 'It was another youth.' });
  await done(at.supervisor, `/api/charts/${chart}/transfer`, { toAgency: 1, on: TODAY, reason: REASON });
  await done(at.theirSupervisor, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' });
  await done(at.theirSupervisor, `/api/charts/${chart}/care-manager`, { seat: at.theirCareManager.seat });
  await done(at.theirCareManager, contacts, note('Theirs: a new beginning.'));
  await at.world.pools.owner.query(`update kinfold.youth set preferred_name = 'Newname' where chart = $1`, [chart]);
});
afterAll(() => at.world.stop());

const open = (who: Seated, one = chart) => at.ask.get(who, `/api/charts/${one}/transferred`);
const list = async (who: Seated, text = '') =>
  (
    await at.world.app.inject({
      method: 'POST',
      url: '/api/transferred-charts',
      headers: who.headers,
      payload: { text },
    })
  ).json<{ charts: { chart: string; name: string; toAgency: string }[] }>().charts;

interface Opened {
  header: { name: string; toAgency: string; leftOn: string };
  notes: { words: string }[];
  marks: { kind: string; source: string | null }[];
  owed: { key: string; state: string }[];
}

test('the former agency finds the chart among those it handed over, by name and by number', async () => {
  const [listed] = await list(at.careManager);
  expect(listed).toMatchObject({ chart, toAgency: expect.stringContaining('Bergen') });
  const last = listed?.name.split(' ').at(-1) ?? '';
  expect((await list(at.careManager, last.slice(0, 3))).map((one) => one.chart)).toEqual([chart]);
  expect(await list(at.careManager, 'nobody')).toEqual([]);
});

test('it reads its own notes and facts, and what it owed when the chart left', async () => {
  const answer = await open(at.careManager);
  expect(answer.statusCode, answer.body).toBe(200);
  const opened = answer.json<Opened>();
  expect(opened.notes.map(({ words }) => words)).toEqual(['Ours: the youth likes drawing.']);
  const kinds = opened.marks.map(({ kind }) => kind);
  expect(kinds).toContain('enrolment.started');
  expect(kinds.filter((kind) => kind === 'contact.made')).toHaveLength(1);
  expect(opened.owed.length).toBeGreaterThan(3);
  expect(opened.header).toMatchObject({ leftOn: TODAY });
});

test('nothing the new holder wrote is there: no note, no fact, no new name, no duty of theirs', async () => {
  const body = (await open(at.supervisor)).body;
  expect(body).not.toContain('Theirs');
  expect(body).not.toContain('Newname');
  expect(JSON.stringify(await list(at.supervisor))).not.toContain('Newname');
  const { rows } = await at.world.pools.owner.query<{ source: string }>(
    `select source_id as source from kinfold.fact where chart = $1 and agency = 1 and source_table in ('contact', 'relationship')`,
    [chart],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { source } of rows) expect(body).not.toContain(source);
  await entered(at.world.pools, 'staff', at.supervisor, async ({ run }) => {
    for (const table of ['chart', 'youth', 'relative', 'contact', 'fact', 'duty', 'enrolment', 'consent'])
      expect(await run(`select 1 from kinfold.${table}`), table).toEqual([]);
  });
});

test('a category its reader may not see stays closed; the privacy officer reads it', async () => {
  expect((await open(at.careManager)).body).not.toContain('Ours and closed.');
  const privacy = await addSeat(at.world.pools.owner, { name: 'Ines Maro', capacity: 'privacy-officer', agency: 15 });
  expect((await open(privacy)).body).toContain('Ours and closed.');
  expect((await open(privacy)).body).not.toContain('Ours and withdrawn.');
});

test('nothing can be written there any more, by anybody of the former agency', async () => {
  const { owner } = at.world.pools;
  const count = async () =>
    (
      await owner.query(
        `select (select count(*) from kinfold.fact where chart = $1) as facts,
      (select count(*) from kinfold.contact where chart = $1) as notes`,
        [chart],
      )
    ).rows[0];
  const before = await count();
  const commands = at.world.routes.operations.filter(({ kind, path }) => kind === 'command' && path.includes(':chart'));
  expect(commands.length).toBeGreaterThan(30);
  for (const operation of commands) {
    const url = operation.path.replace(':chart', chart).replace(/:\w+/g, () => randomUUID());
    for (const who of [at.careManager, at.supervisor]) {
      const body = { ...(sampleInput(operation.body, TODAY) as Record<string, unknown>) };
      const { statusCode } = await at.ask.post(who, url, body);
      expect([401, 403, 404, 422], operation.name).toContain(statusCode);
    }
  }
  expect(await count()).toEqual(before);
  expect((await at.ask.get(at.careManager, `/api/charts/${chart}`)).statusCode).toBe(404);
});

test('the new holder reads the history that came along, and is not shown the former agency’s door', async () => {
  const notes = (await at.ask.get(at.theirCareManager, `/api/charts/${chart}/contacts`)).body;
  expect(notes).toContain('Ours: the youth likes drawing.');
  expect(notes).toContain('Theirs: a new beginning.');
  expect((await open(at.theirCareManager)).statusCode).toBe(404);
  expect(await list(at.theirCareManager)).toEqual([]);
  expect((await open(at.csa)).statusCode).toBe(403);
});

test('where staff reach what is assigned to them, only who was accountable reads on, and their supervisor', async () => {
  const { owner } = at.world.pools;
  expect((await open(colleague)).statusCode).toBe(200);
  await owner.query(`update kinfold.agency set staff_reach = 'assigned' where id = 15`);
  expect((await open(at.careManager)).statusCode).toBe(200);
  expect((await open(colleague)).statusCode).toBe(404);
  // Having been on the chart once, and taken off it before it left, is not enough.
  await owner.query(
    `insert into kinfold.relationship (chart, id, agency, holder, programme, seat, kind, from_day, to_day)
     select id, gen_random_uuid(), 15, holder, programme, $2, 'accountable', $3::date - 9, $3::date - 5 from kinfold.chart where id = $1`,
    [chart, colleague.seat, TODAY],
  );
  expect((await open(colleague)).statusCode).toBe(404);
  const supervises = (seat: string) =>
    owner.query(`insert into kinfold.supervision (supervisor, seat, from_day) values ($1, $2, $3)`, [
      at.supervisor.seat,
      seat,
      TODAY,
    ]);
  await supervises(colleague.seat);
  expect((await open(at.supervisor)).statusCode).toBe(404);
  await supervises(at.careManager.seat);
  expect((await open(at.supervisor)).statusCode).toBe(200);
  await owner.query('delete from kinfold.supervision where supervisor = $1', [at.supervisor.seat]);
  await owner.query(`update kinfold.agency set staff_reach = 'agency' where id = 15`);
});

test('each opening is on record, for the privacy officers of both', async () => {
  const { rows } = await at.world.pools.owner.query(
    `select agency, holder from kinfold.audit_event where operation = 'chart.transferred-opened' and outcome = 'looked' and chart = $1 limit 1`,
    [chart],
  );
  expect(rows).toEqual([{ agency: 15, holder: 1 }]);
});

test('when the chart comes back it is an ordinary chart again, and theirs keep their own', async () => {
  await done(at.theirSupervisor, `/api/charts/${chart}/enrolment`, {
    ...{ on: TODAY, language: 'Spanish', reason: REASON },
    items: ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'],
    consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' },
  });
  await done(at.theirSupervisor, `/api/charts/${chart}/transfer`, { toAgency: 15, on: TODAY, reason: REASON });
  expect(await list(at.careManager)).toEqual([]);
  expect((await open(at.careManager)).statusCode).toBe(404);
  expect((await at.ask.get(at.supervisor, `/api/charts/${chart}`)).statusCode).toBe(200);
  const theirs = (await open(at.theirSupervisor)).json<Opened>();
  expect(theirs.notes.map(({ words }) => words)).toEqual(['Theirs: a new beginning.']);
});
