import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { movableClock } from '#platform/clock/clock.ts';
import { silentLog } from '#platform/log/log.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { AuditRow } from './contract.ts';
import { SUBJECTS } from './pages/event-words.ts';
import { sealAll } from './seal/seal-all.builder.ts';
import { type Sealer, startSealer } from './seal/sealer.ts';
import { verifyAudit } from './seal/verify.ts';

const NOW = '2026-10-12T18:20:00Z';
/** What no operation leaves by itself: what became of one, and what the program does. */
const BY_THE_PROGRAM = [
  'duties.re-evaluated',
  'emergency.not-needed',
  'emergency.taken',
  'people.added-at-command-line',
  'people.client-added',
  'people.client-revoked',
  'session.sign-in-refused',
  'session.step-up-refused',
  'session.unlock-refused',
  'sign-in.password-change-refused',
  'referral.compared',
];
let world: TestApp;
let sealer: Sealer;
let privacy: Seated;
let second: Seated;
let careManager: Seated;
let stranger: Seated;
let csa: Seated;
let otherLead: Seated;
let chart: string;
let ask: ReturnType<typeof requestsTo>;

beforeAll(async () => {
  world = await testApp(NOW);
  const { owner } = world.pools;
  ask = requestsTo(world.app);
  privacy = await addSeat(owner, { name: 'Ines Maro', capacity: 'privacy-officer', agency: 15 });
  second = await addSeat(owner, { name: 'Tom Albright', capacity: 'privacy-officer', agency: 15 });
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  const supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  stranger = await addSeat(owner, { name: 'Lee Park', capacity: 'care-manager', agency: 1 });
  otherLead = await addSeat(owner, { name: 'May Torres', capacity: 'supervisor', agency: 1 });
  for (const who of [privacy, second]) await steppedUp(who);
  sealer = await startSealer({ owner, headsFile: null, clock: movableClock(NOW), log: silentLog });
  // Without its every-second round: what is sealed and what is not yet is for each test to say.
  await sealer.stop();
  chart = await enrolYouth(world.app, { csa, supervisor, careManager, agency: 15, on: '2026-10-12' });
});
afterAll(() => world.stop());

const steppedUp = (who: Seated) =>
  world.pools.owner.query('update kinfold.session set stepped_up_at = $2 where person = $1', [who.person, NOW]);

async function trail(who: Seated, query = ''): Promise<AuditRow[]> {
  const answer = await ask.get(who, `/api/audit/trail?limit=500${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ rows: AuditRow[] }>().rows;
}

const search = (who: Seated, text: string) =>
  world.app.inject({ method: 'POST', url: '/api/search', headers: who.headers, payload: { text } });

describe('the trail', () => {
  test('is the privacy officer’s alone', async () => {
    for (const path of ['trail', 'seals', 'verification', 'redactions']) {
      expect((await ask.get(careManager, `/api/audit/${path}`)).statusCode, path).toBe(403);
    }
  });

  test('is found by person, chart number, operation, outcome and days, page by page', async () => {
    await ask.get(careManager, `/api/charts/${chart}`);
    await ask.get(careManager, '/api/worklist/counts');
    const all = await trail(privacy);
    const opened = all.find((row) => row.operation === 'chart.opened');
    expect(opened).toMatchObject({ name: 'Dana Whitfield', capacity: 'care-manager', outcome: 'looked', chart });
    expect((await trail(privacy, `&person=${careManager.person}`)).every((row) => row.name === 'Dana Whitfield')).toBe(
      true,
    );
    expect(new Set((await trail(privacy, `&number=${opened?.chartNumber}`)).map((row) => row.chart))).toEqual(
      new Set([chart]),
    );
    expect(
      new Set((await trail(privacy, '&operation=chart.opened&outcome=looked')).map((row) => row.operation)),
    ).toEqual(new Set(['chart.opened']));
    const showing = await trail(privacy, '&showing=youth');
    expect(all.some((row) => row.operation === 'worklist.counted')).toBe(true);
    expect(showing.map(({ id }) => id)).toEqual(
      all
        .filter(
          ({ outcome, chart, details }) => outcome !== 'looked' || chart || (details['charts'] as unknown[])?.length,
        )
        .map(({ id }) => id),
    );
    expect(await trail(privacy, '&to=2001-01-01')).toEqual([]);
    expect((await trail(privacy, '&from=2001-01-01')).length).toBeGreaterThanOrEqual(all.length);
    const page = (await ask.get(privacy, '/api/audit/trail?limit=2')).json<{ rows: AuditRow[]; more: number }>();
    const next = (await ask.get(privacy, `/api/audit/trail?limit=2&before=${page.more}`)).json<{ rows: AuditRow[] }>();
    expect(next.rows.map(({ id }) => id).every((id) => id < page.more)).toBe(true);
  });

  test('by chart it has the lists and searches that showed the youth, and no others', async () => {
    const officer = await addSeat(world.pools.owner, { name: 'Ada Quill', capacity: 'privacy-officer', agency: 1 });
    await ask.get(careManager, '/api/charts?whose=agency');
    // The administrator, who is another organization, finds the youth whom this one holds.
    for (const who of [careManager, csa]) await search(who, 'Luz');
    await ask.get(stranger, '/api/charts?whose=agency');
    const rows = await trail(privacy, `&chart=${chart}`);
    const among = rows.filter((row) => row.chart === null);
    expect(new Set(among.map(({ event, name }) => `${event} ${name}`))).toEqual(
      new Set(['chart.listed Dana Whitfield', 'chart.searched Dana Whitfield', 'chart.searched Noor Haddad']),
    );
    expect(rows.some((row) => row.event === 'chart.opened')).toBe(true);
    const number = rows.find((row) => row.chartNumber !== null)?.chartNumber;
    const ids = (of: readonly AuditRow[]) => of.map(({ id }) => id).sort();
    // Asking leaves a row of its own, which is about no chart.
    expect(ids(await trail(privacy, `&number=${number}`))).toEqual(ids(rows));
    expect(await trail(privacy, '&number=999999')).toEqual([]);
    expect(await trail(officer, `&chart=${chart}`)).toEqual([]);
  });

  test('somebody of another organization who stands in a row is asked for by it, or found by how a name begins', async () => {
    type People = { people: { id: string; name: string; agency: string | null }[] };
    const find = (who: Seated, text: string) =>
      world.app.inject({ method: 'POST', url: '/api/audit/people', headers: who.headers, payload: { text } });
    const called = async (who: Seated, text: string) =>
      (await find(who, text)).json<People>().people.map(({ name, agency }) => `${name}, ${agency}`);
    const officer = await addSeat(world.pools.owner, { name: 'Ada Quill', capacity: 'privacy-officer', agency: 1 });
    await addSeat(world.pools.owner, { name: 'Zoë Haddadin', capacity: 'csa-coordinator', agency: 100 });
    const row = (await trail(privacy)).find(({ name }) => name === 'Noor Haddad');
    expect(row?.person).toBe(csa.person);
    const asked = await ask.get(privacy, `/api/audit/trail?limit=500&person=${csa.person}`);
    const answer = asked.json<{ rows: AuditRow[]; person: unknown }>();
    expect(answer.person).toEqual({ id: csa.person, name: 'Noor Haddad', agency: 'PerformCare' });
    expect(answer.rows.map(({ id }) => id)).toEqual(
      (await trail(privacy)).filter(({ person }) => person === csa.person).map(({ id }) => id),
    );
    // By the first name or the last, accents forgiven; who did nothing on a chart of theirs is not told of.
    for (const text of ['noor', 'HADD', 'Nóor had']) {
      expect(await called(privacy, text), text).toEqual(['Noor Haddad, PerformCare']);
    }
    expect(await called(privacy, 'Dana')).toEqual(['Dana Whitfield, FACT']);
    expect(await called(privacy, 'Lee')).toEqual([]);
    expect(await called(officer, 'Noor')).toEqual([]);
    const elsewhere = await ask.get(officer, `/api/audit/trail?person=${csa.person}`);
    expect(elsewhere.json()).toEqual({ rows: [], more: null, person: null });
    expect((await find(careManager, 'Noor')).statusCode).toBe(403);
    expect(
      (await trail(privacy, '&operation=audit.people-found&outcome=looked')).map(({ details }) => details),
    ).toContainEqual({});
  });

  test('of a list made elsewhere an organization learns its own chart only', async () => {
    const other = await enrolYouth(world.app, {
      csa,
      supervisor: otherLead,
      careManager: stranger,
      agency: 1,
      on: '2026-10-12',
    });
    await search(csa, 'Luz');
    const of = (rows: readonly AuditRow[]) => rows.find(({ name }) => name === 'Noor Haddad')?.details.charts;
    const officer = await addSeat(world.pools.owner, { name: 'Ada Quill', capacity: 'privacy-officer', agency: 1 });
    expect(of(await trail(privacy, `&chart=${chart}`))).toEqual([chart]);
    expect(of(await trail(officer, `&chart=${other}`))).toEqual([other]);
    expect(await trail(officer, `&chart=${chart}`)).toEqual([]);
  });

  test('in the chart, lists and searches are asked for beside who opened it', async () => {
    type Looks = { looks: { operation: string; name: string; listed: boolean }[] };
    const looks = async (query: string) =>
      (await ask.get(careManager, `/api/charts/${chart}/looks${query}`)).json<Looks>().looks;
    expect((await looks('')).some(({ listed }) => listed)).toBe(false);
    const withLists = await looks('?lists=with&limit=500');
    expect(withLists.filter(({ listed }) => listed).map(({ operation, name }) => `${operation} ${name}`)).toEqual(
      expect.arrayContaining(['chart.searched Dana Whitfield', 'chart.searched Noor Haddad']),
    );
    expect(withLists.some(({ listed, operation }) => !listed && operation === 'chart.opened')).toBe(true);
  });

  test('names who was refused, also where the database refused, and shows it to that person’s own agency', async () => {
    const own = await addSeat(world.pools.owner, { name: 'Ada Quill', capacity: 'privacy-officer', agency: 1 });
    expect((await ask.get(stranger, `/api/charts/${chart}`)).statusCode).toBe(404);
    const refused = (await trail(own, '&outcome=refused')).find((row) => row.operation === 'chart.open');
    expect(refused).toMatchObject({
      name: 'Lee Park',
      capacity: 'care-manager',
      details: { code: 'not-found', asked: chart },
    });
    expect((await trail(own, '&operation=chart.opened&outcome=refused')).map(({ id }) => id)).toContain(refused?.id);
    expect((await trail(privacy)).some((row) => row.name === 'Lee Park')).toBe(false);
  });

  test('a seat that is not the caller’s own is not believed in a refusal either', async () => {
    const answer = await world.app.inject({
      method: 'GET',
      url: `/api/charts/${chart}`,
      headers: { ...stranger.headers, 'x-kinfold-seat': careManager.seat },
    });
    expect(answer.statusCode).toBe(403);
    const { rows } = await world.pools.owner.query(
      `select person, seat, agency from kinfold.audit_event order by id desc limit 1`,
    );
    expect(rows).toEqual([{ person: stranger.person, seat: null, agency: null }]);
  });

  test('has words for every event there is, under looks for what only reads and under changes for the rest', async () => {
    const worded = (kind: 'looked' | 'did') => SUBJECTS.flatMap((subject) => Object.keys(subject[kind])).sort();
    const declared = (reads: boolean) => {
      const fitting = world.routes.operations.filter(({ kind }) => (kind === 'read') === reads);
      return [...new Set(fitting.flatMap(({ audit }) => ('event' in audit ? [audit.event] : [])))].sort();
    };
    expect(worded('looked')).toEqual(declared(true));
    expect(worded('did').filter((event) => !BY_THE_PROGRAM.includes(event))).toEqual(declared(false));
    for (const row of await trail(privacy))
      if (row.outcome !== 'refused') expect([...worded('looked'), ...worded('did')]).toContain(row.event);
  });

  test('says of a refusal what it would have been', async () => {
    const own = await addSeat(world.pools.owner, { name: 'Ada Quill', capacity: 'privacy-officer', agency: 1 });
    const refused = (await trail(own, '&outcome=refused')).find((row) => row.operation === 'chart.open');
    expect(refused?.event).toBe('chart.opened');
  });
});

describe('the seals', () => {
  test('say how far they have come, and verify', async () => {
    await sealAll(sealer, world.pools.owner);
    const seals = (await ask.get(privacy, '/api/audit/seals')).json();
    expect(seals).toMatchObject({
      last: { era: 1, head: expect.stringMatching(/^[0-9a-f]{64}$/) },
      unsealed: 0,
      unsealedSince: null,
    });
    const verified = (await ask.get(privacy, '/api/audit/verification')).json();
    expect(verified).toMatchObject({ ok: true, problems: [], headsOutside: false });
    expect((await ask.get(privacy, '/api/audit/seals')).json()).toMatchObject({ unsealed: 1 });
  });
});

describe('a redaction that a court ordered', () => {
  const wish = (event: number) => ({ event, courtOrder: 'FJ-20-118', reason: 'The order names this row.' });

  test('takes two people, leaves a tombstone, and the chain verifies', async () => {
    await ask.get(careManager, '/api/charts?whose=agency');
    const row = (await trail(privacy, '&operation=chart.listed'))[0];
    const event = row?.id ?? 0;
    expect(row?.details).toEqual({ charts: [chart] });
    expect(row?.sealed).toBe(false);
    expect((await ask.post(privacy, '/api/audit/redactions', wish(event))).statusCode).toBe(404);
    await sealAll(sealer, world.pools.owner);
    const asked = await ask.post(privacy, '/api/audit/redactions', wish(event));
    expect(asked.statusCode, asked.body).toBe(200);
    const { redaction } = asked.json<{ redaction: string }>();

    const path = `/api/audit/redactions/${redaction}/confirmation`;
    expect((await ask.post(privacy, path)).statusCode).toBe(409);
    expect((await trail(privacy, '&operation=chart.listed'))[0]?.details).toEqual({ charts: [chart] });
    expect((await ask.post(second, path)).statusCode).toBe(200);
    expect((await ask.post(second, path)).statusCode).toBe(409);

    await sealAll(sealer, world.pools.owner);
    expect((await trail(privacy, '&operation=chart.listed'))[0]?.details).toEqual({ redacted: redaction });
    expect(await verifyAudit(world.pools.owner)).toMatchObject({ ok: true, problems: [] });
    const operations = (await trail(privacy)).map(({ operation }) => operation);
    expect(operations).toEqual(expect.arrayContaining(['audit.redaction-requested', 'audit.redaction-confirmed']));
    const { redactions } = (await ask.get(privacy, '/api/audit/redactions')).json();
    expect(redactions).toEqual([
      expect.objectContaining({ event, requestedBy: 'Ines Maro', confirmedBy: 'Tom Albright', mayConfirm: false }),
    ]);
  });

  test('one person in two seats is one person', async () => {
    await sealAll(sealer, world.pools.owner);
    const event = (await trail(privacy, '&operation=chart.opened'))[0]?.id ?? 0;
    const twice = await addSeat(world.pools.owner, { name: 'Bea Lund', capacity: 'privacy-officer', agency: 15 });
    await steppedUp(twice);
    const asked = (await ask.post(twice, '/api/audit/redactions', wish(event))).json<{ redaction: string }>();
    const later = { ...twice, seat: crypto.randomUUID() };
    await world.pools.owner.query(`update kinfold.seat set to_day = '2026-10-11' where id = $1`, [twice.seat]);
    await world.pools.owner.query(
      `insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, 'privacy-officer', 15, '2026-10-12')`,
      [later.seat, twice.person],
    );
    const confirmed = await ask.post(
      { ...later, headers: { ...twice.headers, 'x-kinfold-seat': later.seat } },
      `/api/audit/redactions/${asked.redaction}/confirmation`,
    );
    expect(confirmed.statusCode).toBe(409);
  });

  test('asks for a second proof of identity, and stays within the agency', async () => {
    const elsewhere = await addSeat(world.pools.owner, { name: 'Mo Finch', capacity: 'privacy-officer', agency: 1 });
    const event = (await trail(privacy, '&operation=chart.opened'))[0]?.id ?? 0;
    expect((await ask.post(elsewhere, '/api/audit/redactions', wish(event))).statusCode).toBe(401);
    await steppedUp(elsewhere);
    expect((await ask.post(elsewhere, '/api/audit/redactions', wish(event))).statusCode).toBe(404);
  });
});
