import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import { enrolYouth } from './matrix/enrolled-youth.builder.ts';
import { entered } from './testing/request-connection.ts';
import { TODAY, type TwoAgencies, twoAgencies } from './testing/two-agencies.builder.ts';
import { addSeat, type Seated } from './testing/world.builder.ts';

// What somebody can try with the program itself: their own seat, and bodies of their own making.
let at: TwoAgencies;
beforeAll(async () => {
  at = await twoAgencies();
});
afterAll(() => at.world.stop());

const post = (who: Seated, url: string, body: Record<string, unknown> = {}) => at.ask.post(who, url, body);
const steppedUp = (who: Seated) =>
  at.world.pools.owner.query('update kinfold.session set stepped_up_at = kinfold.present() where person = $1', [
    who.person,
  ]);
const seatsOf = async (who: Seated) =>
  (
    await at.world.pools.owner.query<{ capacity: string }>('select capacity from kinfold.seat where person = $1', [
      who.person,
    ])
  ).rows.map(({ capacity }) => capacity);

describe('an administrator who wants to read charts', () => {
  let administrator: Seated;
  beforeAll(async () => {
    const { owner } = at.world.pools;
    administrator = await addSeat(owner, { name: 'Winston Clarke', capacity: 'administrator', agency: 15 });
    await owner.query(`update kinfold.person set email = 'winston@fact.example', email_proven = true where id = $1`, [
      administrator.person,
    ]);
    await steppedUp(administrator);
  });

  const invitation = (more: Record<string, unknown>) => ({
    ...{ person: randomUUID(), seat: randomUUID(), name: 'Somebody', email: 'somebody@fact.example', from: TODAY },
    ...{ capacity: 'privacy-officer', ...more },
  });

  test.each([
    ['by their own address', () => invitation({ email: 'winston@fact.example' }), 409],
    ['by their own address in capitals', () => invitation({ email: 'WINSTON@FACT.example' }), 409],
    ['by their own person under another address', () => invitation({ person: administrator.person }), 409],
  ] as const)('cannot invite themselves as privacy officer %s', async (_how, body, status) => {
    const answer = await post(administrator, '/api/people/invite', body());
    expect(answer.statusCode, answer.body).toBe(status);
    expect(await seatsOf(administrator)).toEqual(['administrator']);
  });

  test('cannot add a seat to themselves, nor change the capacity of their own, nor use a seat of a colleague', async () => {
    const seat = { seat: randomUUID(), person: administrator.person, capacity: 'privacy-officer', from: TODAY };
    expect((await post(administrator, '/api/people/seats', seat)).statusCode).toBe(409);
    const change = { seat: administrator.seat, next: randomUUID(), capacity: 'privacy-officer', from: '2026-10-20' };
    expect((await post(administrator, '/api/people/seats/capacity', change)).statusCode).toBe(409);
    const asColleague = {
      ...administrator,
      headers: { ...administrator.headers, 'x-kinfold-seat': at.careManager.seat },
    };
    expect((await at.ask.get(asColleague, `/api/charts/${at.ours}`)).statusCode).toBe(403);
    expect(await seatsOf(administrator)).toEqual(['administrator']);
  });

  test('gives no seat in another agency and none their kind of agency does not have', async () => {
    const theirs = { seat: randomUUID(), person: at.theirCareManager.person, capacity: 'care-manager', from: TODAY };
    expect((await post(administrator, '/api/people/seats', theirs)).statusCode).toBe(404);
    expect(
      (await post(administrator, '/api/people/invite', invitation({ capacity: 'csa-coordinator' }))).statusCode,
    ).toBe(422);
  });

  test('without a fresh proof of identity changes nothing', async () => {
    await at.world.pools.owner.query(
      `update kinfold.session set stepped_up_at = kinfold.present() - interval '11 minutes' where person = $1`,
      [administrator.person],
    );
    const answer = await post(administrator, '/api/people/invite', invitation({}));
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'step-up-needed']);
  });
});

describe('the administrator (CSA), once an organization took the youth on', () => {
  test('decides, assigns, settles, links, records and changes nothing on that chart', async () => {
    const tries: [string, Record<string, unknown>][] = [
      ['eligibility', { on: TODAY, outcome: 'not-eligible', reasons: ['x'] }],
      ['assignment', { toAgency: 1, reason: 'x' }],
      [`tasks/${randomUUID()}`, { answer: 'x' }],
      ['links', { other: at.theirs, kind: 'same-person' }],
      ['facts', { kind: 'missing.started', on: TODAY, data: {} }],
      ['alerts', { code: 'other', words: 'An alert.' }],
    ];
    for (const [path, body] of tries) {
      const { statusCode } = await post(at.csa, `/api/charts/${at.ours}/${path}`, body);
      expect([403, 404], path).toContain(statusCode);
    }
  });

  test('reads neither the chart nor the family nor what is owed there, only their own referral', async () => {
    for (const path of ['', '/family', '/face-sheet.pdf', '/transferred'])
      expect([403, 404], path).toContain((await at.ask.get(at.csa, `/api/charts/${at.ours}${path}`)).statusCode);
    expect((await at.ask.get(at.csa, `/api/charts/${at.ours}/contacts`)).json()).toEqual({ contacts: [] });
    await entered(at.world.pools, 'staff', at.csa, async ({ run }) => {
      for (const table of [
        'chart',
        'youth',
        'relative',
        'contact_point',
        'identifier',
        'coverage',
        'consent',
        'enrolment',
        'name_key',
        'duty',
        'fact',
      ])
        expect(await run(`select 1 from kinfold.${table}`), table).toEqual([]);
      expect((await run('select 1 from kinfold.referral')).length).toBeGreaterThan(0);
    });
    const opened = await at.ask.get(at.csa, `/api/charts/${at.ours}/referral`);
    expect(opened.statusCode, opened.body).toBe(200);
    expect(opened.json()).toMatchObject({ chart: at.ours, stage: 'enrolled' });
  });

  test('finds the youth by name as a thin row, and that is all', async () => {
    const { legal_last: last } = (
      await at.world.pools.owner.query<{ legal_last: string }>(
        'select legal_last from kinfold.youth where chart = $1',
        [at.ours],
      )
    ).rows[0] ?? { legal_last: '' };
    const answer = await at.world.app.inject({
      method: 'POST',
      url: '/api/search',
      headers: at.csa.headers,
      payload: { text: last },
    });
    const found = answer.json<{ found: Record<string, unknown>[] }>().found.find(({ chart }) => chart === at.ours);
    expect(found).toMatchObject({ stage: 'known', careManager: null, referral: true });
    expect(Object.keys(found ?? {}).sort()).toEqual(
      [
        'born',
        'by',
        'careManager',
        'chart',
        'county',
        'holderName',
        'legalName',
        'name',
        'number',
        'referral',
        'stage',
      ].sort(),
    );
  });
});

describe('the referral and the search for duplicates still work for the administrator (CSA)', () => {
  const youth = { ...referralDraft().youth, firstName: 'Mateo', lastName: 'Quintero' };
  const draft = (externalId: string) => referralDraft({ externalId, youth });

  test('a second referral of a youth another organization has is told, with why, and can be linked', async () => {
    const chart = randomUUID();
    const first = await enrolYouth(at.world.app, {
      ...{ csa: at.csa, supervisor: at.theirSupervisor, careManager: null, agency: 1, on: TODAY },
      referral: { externalId: 'first' },
    });
    const registered = await post(at.csa, '/api/referrals', {
      chart,
      referral: referralDraft({ externalId: 'second' }),
    });
    expect(registered.json<{ answer: { tasks: string[] } }>().answer.tasks).toContain('likely-duplicate');
    const opened = (await at.ask.get(at.csa, `/api/charts/${chart}/referral`)).json<{
      duplicates: { chart: string; holderName: string; reasons: string[] }[];
    }>();
    const match = opened.duplicates.find((one) => one.chart === first);
    expect(match?.reasons).toEqual(expect.arrayContaining(['name-same', 'birth-day-same']));
    expect(match?.holderName).toContain('Bergen');
    const linked = await post(at.csa, `/api/charts/${chart}/links`, { other: first, kind: 'same-person', reason: 'x' });
    expect(linked.statusCode, linked.body).toBe(200);
  });

  test('an organization is told of no match elsewhere', async () => {
    const chart = randomUUID();
    const answer = await post(at.supervisor, '/api/referrals/recorded', {
      chart,
      referral: draft('theirs'),
      recorded: { document: 'Letter', decidedOn: TODAY, assignedAt: `${TODAY}T10:00:00Z` },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    const again = await post(at.theirSupervisor, '/api/referrals/recorded', {
      chart: randomUUID(),
      referral: draft('ours'),
      recorded: { document: 'Letter', decidedOn: TODAY, assignedAt: `${TODAY}T10:00:00Z` },
    });
    expect(again.json<{ answer: { tasks: string[] } }>().answer.tasks).not.toContain('likely-duplicate');
  });

  test('what was offered stays in the queue until it is answered and enrolled', async () => {
    const chart = randomUUID();
    await post(at.csa, '/api/referrals', { chart, referral: draft('queued') });
    const stages = async (stage: string) =>
      (await at.ask.get(at.csa, `/api/referrals?stage=${stage}&limit=200`))
        .json<{ items: { chart: string }[] }>()
        .items.some((one) => one.chart === chart);
    expect(await stages('all')).toBe(true);
    await at.world.pools.owner.query('update kinfold.review_task set settled_at = now() where chart = $1', [chart]);
    await post(at.csa, `/api/charts/${chart}/eligibility`, {
      ...{ on: TODAY, outcome: 'eligible', reasons: ['all-conditions-met'], intensity: 'moderate' },
    });
    await post(at.csa, `/api/charts/${chart}/assignment`, { toAgency: 15, reason: 'The family asked.' });
    expect(await stages('offered')).toBe(true);
    const returned = await post(at.supervisor, `/api/charts/${chart}/assignment/answer`, {
      ...{ answer: 'returned', because: 'other-county', reason: 'They live elsewhere.' },
    });
    expect(returned.statusCode, returned.body).toBe(200);
    expect(await stages('to-assign')).toBe(true);
    const again = await post(at.csa, `/api/charts/${chart}/assignment`, { toAgency: 1, reason: 'The family asked.' });
    expect(again.statusCode, again.body).toBe(200);
    await post(at.theirSupervisor, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' });
    expect(await stages('to-enrol')).toBe(true);
  });
});

describe('duties, gates and facts', () => {
  test('a duty is not handed to a seat of another agency, of nobody, or of a chart one does not hold', async () => {
    const { owed } = (await at.ask.get(at.careManager, `/api/charts/${at.ours}`)).json<{ owed: { key: string }[] }>();
    const key = owed[0]?.key ?? '';
    const reason = 'Decided with the supervisor.';
    const delegate = (chart: string, to: string) =>
      post(at.careManager, `/api/charts/${chart}/duties/delegate`, { key, reason, to });
    expect((await delegate(at.ours, at.theirCareManager.seat)).statusCode).toBe(422);
    expect((await delegate(at.ours, randomUUID())).statusCode).toBe(422);
    expect((await delegate(at.theirs, at.careManager.seat)).statusCode).toBe(404);
    expect((await delegate(at.ours, at.supervisor.seat)).statusCode).toBe(200);
  });

  test('what a gate or a step of its own guards is not recorded around it', async () => {
    for (const kind of [
      'enrolment.started',
      'enrolment.ended',
      'referral.accepted',
      'referral.decided',
      'accountable.assigned',
      'consent.given',
      'consent.revoked',
      'contact.made',
      'duty.exempted',
      'gate.overridden',
    ]) {
      const answer = await post(at.careManager, `/api/charts/${at.ours}/facts`, { kind, on: TODAY, data: {} });
      expect([answer.statusCode, answer.json<{ code: string }>().code], kind).toEqual([422, 'invalid']);
    }
  });

  test('an enrolment does not start before the organization accepted, nor a second time', async () => {
    const chart = randomUUID();
    await post(at.csa, '/api/referrals', { chart, referral: referralDraft({ externalId: 'not-yet' }) });
    const start = {
      ...{ on: TODAY, language: 'Spanish', reason: 'A reason opens no step that was not taken.' },
      items: ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'],
      consent: { givenBy: 'Rosa Vargas', authority: 'parent', method: 'signed' },
    };
    expect((await post(at.supervisor, `/api/charts/${chart}/enrolment`, start)).statusCode).toBe(404);
    expect((await post(at.supervisor, `/api/charts/${at.ours}/enrolment`, start)).statusCode).toBe(409);
    const end = { on: '2026-10-11', ground: 'written-request', reason: 'Before it began.' };
    expect((await post(at.supervisor, `/api/charts/${at.ours}/enrolment/end`, end)).statusCode).toBe(422);
  });

  test('words are not taken for facts', async () => {
    const said = (data: unknown) =>
      post(at.careManager, `/api/charts/${at.ours}/facts`, { kind: 'missing.started', on: TODAY, data });
    expect((await said({ note: 'Rosa said she ran to her aunt' })).statusCode).toBe(422);
    expect((await said({ 'Rosa Vargas': true })).statusCode).toBe(422);
  });

  test('a word of Pennsylvania’s is not taken in a chart of New Jersey', async () => {
    const stays = (setting: string) =>
      post(at.careManager, `/api/charts/${at.ours}/facts`, {
        kind: 'stay.started',
        on: TODAY,
        data: { stay: randomUUID(), setting },
      });
    expect((await stays('crr-hh')).statusCode).toBe(422);
    expect((await stays('group-home')).statusCode).toBe(200);
  });
});
