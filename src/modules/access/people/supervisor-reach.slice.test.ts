import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addPennsylvaniaChart } from '#modules/record/matrix/planted-charts.builder.ts';
import { entered, tokenHash } from '#modules/record/testing/request-connection.ts';
import { addAgencies, addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import { settleEverything } from '#modules/referral/settled.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

const [YESTERDAY, TODAY, TOMORROW] = ['2026-10-12', '2026-10-13', '2026-10-14'];
let world: TestApp;
let ask: ReturnType<typeof requestsTo>;
const seats: Record<string, Seated> = {};
/** Ann’s, Bob’s, and one nobody answers for. */
let anns: string;
let bobs: string;
let nobodys: string;

const who = (name: string): Seated => {
  const found = seats[name];
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const sql = (text: string, values: unknown[] = []) => world.pools.owner.query(text, values);
const opens = async (name: string, chart: string) =>
  (await ask.get(who(name), `/api/charts/${chart}`)).statusCode === 200;
const enrol = (careManager: string | null, agency = 1, on = YESTERDAY) =>
  enrolYouth(world.app, {
    csa: who('Noor'),
    supervisor: who(agency === 1 ? 'Lena' : 'Gus'),
    careManager: careManager ? who(careManager) : null,
    agency,
    on,
  });
const supervises = (supervisor: string, seat: string, from: string, to: string | null = null) =>
  sql('insert into kinfold.supervision (supervisor, seat, from_day, to_day) values ($1, $2, $3, $4)', [
    who(supervisor).seat,
    who(seat).seat,
    from,
    to,
  ]);
const covers = (cover: string, seat: string, from: string, to: string) =>
  sql('insert into kinfold.absence (id, seat, cover, from_day, to_day) values ($1, $2, $3, $4, $5)', [
    randomUUID(),
    who(seat).seat,
    who(cover).seat,
    from,
    to,
  ]);
const related = (seat: string, chart: string, kind: string, from: string, to: string | null = null) =>
  sql(
    `insert into kinfold.relationship (chart, agency, holder, programme, id, seat, kind, from_day, to_day)
     select id, agency, holder, programme, $2, $3, $4, $5, $6 from kinfold.chart where id = $1`,
    [chart, randomUUID(), who(seat).seat, kind, from, to],
  );

const onCallNow = (seat: string) =>
  sql(
    `insert into kinfold.on_call_shift (id, agency, seat, from_at, to_at, made_by)
     values ($1, 1, $2, kinfold.present() - interval '1 hour', kinfold.present() + interval '1 hour', $2)`,
    [randomUUID(), who(seat).seat],
  );

/** Agency 1 chose assigned charts only; Ann answers to Ada, Bob to Ben, and Ada to Eve. Lena leads, and did all of it yesterday. */
beforeAll(async () => {
  world = await testApp(`${YESTERDAY}T15:00:00Z`);
  ask = requestsTo(world.app);
  for (const [name, capacity, agency] of [
    ['Noor', 'csa-coordinator', 100],
    ['Lena', 'agency-lead', 1],
    ['Ada', 'supervisor', 1],
    ['Ben', 'supervisor', 1],
    ['Eve', 'supervisor', 1],
    ['Ann', 'care-manager', 1],
    ['Bob', 'care-manager', 1],
    ['Cat', 'care-manager', 1],
    ['Gus', 'supervisor', 15],
  ] as const)
    seats[name] = await addSeat(world.pools.owner, { name, capacity, agency });
  anns = await enrol('Ann');
  bobs = await enrol('Bob');
  nobodys = await enrol(null);
  await sql(`update kinfold.agency set staff_reach = 'assigned' where id = 1`);
  await world.moveTo(`${TODAY}T15:00:00Z`);
});
afterAll(() => world.stop());
/** Only what each situation says holds. */
afterEach(async () => {
  await sql('delete from kinfold.supervision');
  await sql('delete from kinfold.absence');
  await sql('delete from kinfold.emergency_access');
  await sql('delete from kinfold.on_call_shift');
  await sql('update kinfold.seat set to_day = null');
  await sql(`delete from kinfold.relationship where kind not in ('accountable') or from_day > $1`, [YESTERDAY]);
  await sql(`update kinfold.relationship set to_day = null, ended_at = null where chart = any ($1)`, [[anns, bobs]]);
});

type Situation = readonly [says: string, given: () => Promise<unknown>, anns: boolean, bobs: boolean];
const SITUATIONS: readonly Situation[] = [
  ['supervises nobody', async () => {}, false, false],
  ['supervises Ann', () => supervises('Ada', 'Ann', YESTERDAY), true, false],
  ['supervises Ann from today', () => supervises('Ada', 'Ann', TODAY), true, false],
  ['supervises Ann until today', () => supervises('Ada', 'Ann', '2026-01-05', TODAY), true, false],
  ['supervised Ann until yesterday', () => supervises('Ada', 'Ann', '2026-01-05', YESTERDAY), false, false],
  ['supervises Ann from tomorrow', () => supervises('Ada', 'Ann', TOMORROW), false, false],
  [
    'supervises Ann, who is away while Bob, another’s, covers: both supervisors see it',
    async () => {
      await supervises('Ada', 'Ann', YESTERDAY);
      await supervises('Ben', 'Bob', YESTERDAY);
      await covers('Bob', 'Ann', TODAY, TODAY);
      expect(await opens('Ben', anns)).toBe(true);
    },
    true,
    false,
  ],
  [
    'supervises Cat, who covers for Bob today',
    async () => {
      await supervises('Ada', 'Cat', YESTERDAY);
      await covers('Cat', 'Bob', YESTERDAY, TOMORROW);
    },
    false,
    true,
  ],
  [
    'supervises Cat, whose cover for Bob ended yesterday',
    async () => {
      await supervises('Ada', 'Cat', YESTERDAY);
      await covers('Cat', 'Bob', '2026-10-05', YESTERDAY);
    },
    false,
    false,
  ],
  [
    'supervises Cat, who covers one of Bob’s charts by name',
    async () => {
      await supervises('Ada', 'Cat', YESTERDAY);
      await related('Cat', bobs, 'cover', TODAY, TOMORROW);
    },
    false,
    true,
  ],
  [
    'supervises Cat, who is on the team of one of Bob’s youths',
    async () => {
      await supervises('Ada', 'Cat', YESTERDAY);
      await related('Cat', bobs, 'team-member', TODAY);
    },
    false,
    false,
  ],
  ['is on the team of one of Bob’s youths', () => related('Ada', bobs, 'team-member', TODAY), false, true],
  [
    'was on that team until yesterday',
    () => related('Ada', bobs, 'team-member', '2026-09-01', YESTERDAY),
    false,
    false,
  ],
  ['covers for Bob', () => covers('Ada', 'Bob', TODAY, TODAY), false, true],
  [
    'supervises Ben, who supervises Bob',
    async () => {
      await supervises('Ada', 'Ben', YESTERDAY);
      await supervises('Ben', 'Bob', YESTERDAY);
    },
    false,
    false,
  ],
  [
    'covers for Ben, who supervises Bob',
    async () => {
      await supervises('Ben', 'Bob', YESTERDAY);
      await covers('Ada', 'Ben', TODAY, TOMORROW);
    },
    false,
    true,
  ],
  [
    'covers for Ben from tomorrow',
    async () => {
      await supervises('Ben', 'Bob', YESTERDAY);
      await covers('Ada', 'Ben', TOMORROW, TOMORROW);
    },
    false,
    false,
  ],
  [
    'sees Bob’s seat end yesterday: nobody answers for his youth',
    () => sql('update kinfold.seat set to_day = $2 where id = $1', [who('Bob').seat, YESTERDAY]),
    false,
    true,
  ],
  [
    'sees Bob’s relation to the youth end yesterday',
    () => sql('update kinfold.relationship set to_day = $2 where chart = $1', [bobs, YESTERDAY]),
    false,
    true,
  ],
  ['is on call today', () => onCallNow('Ada'), true, true],
];

describe('a supervisor where the agency chose assigned charts only', () => {
  test.each(SITUATIONS)('who %s', async (_, given, ann, bob) => {
    await given();
    expect([await opens('Ada', anns), await opens('Ada', bobs), await opens('Ada', nobodys)]).toEqual([ann, bob, true]);
    // The list and the lists’ counts hold what opens, and no more.
    const listed = await ask.get(who('Ada'), '/api/charts?whose=agency&limit=200');
    const there = (chart: string) => listed.body.includes(chart);
    expect([there(anns), there(bobs), there(nobodys)]).toEqual([ann, bob, true]);
  });

  test('reaches no chart of another agency, whatever is supervised there', async () => {
    const theirs = await enrol(null, 15, TODAY);
    await supervises('Ada', 'Gus', YESTERDAY);
    expect(await opens('Ada', theirs)).toBe(false);
  });

  test('is limited in Pennsylvania as in New Jersey', async () => {
    const { owner } = world.pools;
    await addAgencies(owner);
    seats['Tess'] = await addSeat(owner, { name: 'Tess', capacity: 'tcm-supervisor', agency: 901 });
    seats['Tom'] = await addSeat(owner, { name: 'Tom', capacity: 'targeted-case-manager', agency: 901 });
    const chart = await addPennsylvaniaChart(owner);
    await sql(`update kinfold.agency set staff_reach = 'assigned' where id = 901`);
    expect(await opens('Tess', chart)).toBe(true);
    await related('Tom', chart, 'accountable', YESTERDAY);
    expect(await opens('Tess', chart)).toBe(false);
    await supervises('Tess', 'Tom', TODAY);
    expect(await opens('Tess', chart)).toBe(true);
  });

  test('a care manager who supervises or covers a supervisor is limited to charts of their own', async () => {
    await supervises('Cat', 'Ann', YESTERDAY);
    await supervises('Ben', 'Bob', YESTERDAY);
    await covers('Cat', 'Ben', TODAY, TODAY);
    expect([await opens('Cat', anns), await opens('Cat', bobs), await opens('Cat', nobodys)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('everybody else sees what they saw; with the whole agency chosen, supervisors too', async () => {
    expect([await opens('Lena', anns), await opens('Lena', bobs), await opens('Lena', nobodys)]).toEqual([
      true,
      true,
      true,
    ]);
    await sql(`update kinfold.agency set staff_reach = 'agency' where id = 1`);
    expect([await opens('Ada', anns), await opens('Ada', bobs)]).toEqual([true, true]);
    await sql(`update kinfold.agency set staff_reach = 'assigned' where id = 1`);
    expect([await opens('Ada', anns), await opens('Ada', bobs)]).toEqual([false, false]);
  });

  test('what is over is nobody’s gap: after care ended its supervisors reach it no more', async () => {
    const chart = await enrol('Bob', 1, TODAY);
    const ended = await ask.post(who('Lena'), `/api/charts/${chart}/enrolment/end`, {
      on: TODAY,
      ground: 'written-request',
      reason: 'The family asked in writing.',
    });
    expect(ended.statusCode, ended.body).toBe(200);
    expect(await opens('Ada', chart)).toBe(false);
    expect(await opens('Lena', chart)).toBe(true);
  });
});

describe('from intake to a care manager', () => {
  test('is done by any supervisor; who named another team’s care manager sees the chart until the day ends', async () => {
    await supervises('Ada', 'Ann', YESTERDAY);
    await supervises('Ben', 'Bob', YESTERDAY);
    const chart = randomUUID();
    const referral = referralDraft({ externalId: randomUUID() });
    expect((await ask.post(who('Noor'), '/api/referrals', { chart, referral })).statusCode).toBe(200);
    await settleEverything(world.app, who('Noor'), chart);
    for (const [url, body] of [
      ['eligibility', { on: TODAY, outcome: 'eligible', reasons: ['all-conditions-met'], intensity: 'moderate' }],
      ['assignment', { toAgency: 1, reason: 'The family asked for this organization.' }],
    ] as const) {
      const answer = await ask.post(who('Noor'), `/api/charts/${chart}/${url}`, body);
      expect(answer.statusCode, answer.body).toBe(200);
    }
    const queue = async (name: string) => (await ask.get(who(name), '/api/referrals?stage=all')).body.includes(chart);
    expect([await queue('Ada'), await queue('Ben'), await queue('Ann')]).toEqual([true, true, false]);

    const accepted = await ask.post(who('Ada'), `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' });
    expect(accepted.statusCode, accepted.body).toBe(200);
    const body = { id: randomUUID(), seat: who('Bob').seat };
    const named = await ask.post(who('Ada'), `/api/charts/${chart}/care-manager`, body);
    expect([named.statusCode, named.json().repeated], named.body).toEqual([200, false]);
    expect([await opens('Ada', chart), await opens('Ben', chart), await opens('Eve', chart)]).toEqual([
      true,
      true,
      false,
    ]);

    await world.moveTo(`${TOMORROW}T15:00:00Z`);
    expect([await opens('Ada', chart), await opens('Ben', chart)]).toEqual([false, true]);
    // The same write sent once more is answered as the first time, though its chart is out of reach by now.
    const again = await ask.post(who('Ada'), `/api/charts/${chart}/care-manager`, body);
    expect([again.statusCode, again.json().repeated], again.body).toEqual([200, true]);
    expect(
      (await ask.post(who('Ada'), `/api/charts/${chart}/care-manager`, { seat: who('Ann').seat })).statusCode,
    ).toBe(404);
    await world.moveTo(`${TODAY}T15:00:00Z`);
  });
});

describe('out of reach', () => {
  test('opens by the emergency door for its time, as for a care manager, and shows in who may see the chart', async () => {
    await sql('update kinfold.session set stepped_up_at = $2 where person = $1', [
      who('Ada').person,
      `${TODAY}T15:00:00Z`,
    ]);
    const { rows } = await sql('select number from kinfold.chart where id = $1', [bobs]);
    const wish = { number: Number(rows[0].number), reason: 'The team is with the family and asks for the plan.' };
    const taken = await ask.post(who('Ada'), '/api/emergency', wish);
    expect(taken.json(), taken.body).toMatchObject({ outcome: 'taken', chart: bobs });
    expect(await opens('Ada', bobs)).toBe(true);
    const shown = (await ask.get(who('Lena'), `/api/charts/${bobs}/relations`)).json();
    expect(JSON.stringify(shown)).toContain('"kind":"emergency"');
    await sql(
      `update kinfold.emergency_access set from_at = from_at - interval '9 hours', to_at = to_at - interval '9 hours'`,
    );
    expect(await opens('Ada', bobs)).toBe(false);
  });

  test('is not handed over, changed or read by SQL of one’s own', async () => {
    await entered(world.pools, 'assigned', who('Ada'), async ({ run, tried }) => {
      expect(await run('select chart from kinfold.youth where chart = $1', [bobs])).toEqual([]);
      const opening = [tokenHash(who('Ada')), who('Ada').seat, bobs, randomUUID(), Buffer.alloc(32)];
      expect(await tried('select kinfold.open_command($1, $2, $3, $4, $5)', opening)).toBe('KF404');
      expect(await tried(`select kinfold.seats_that_reach($1, 'general')`, [bobs])).toBe('KF404');
      for (const inner of [
        'team_charts($1, 1, current_date)',
        'answers_for($1, current_date)',
        'carrying($1, current_date)',
      ])
        expect(await tried(`select kinfold.${inner}`, [who('Ben').seat]), inner).toBe('42501');
      expect(await tried('select kinfold.nobodys_charts(1, current_date)')).toBe('42501');
    });
  });
});

describe('nobody widens what they reach by themselves', () => {
  const away = (by: string, seat: string, cover: string) =>
    ask.post(who(by), '/api/people/absences', {
      ...{ absence: randomUUID(), seat: who(seat).seat, cover: who(cover).seat, from: TODAY, to: TOMORROW },
    });

  test('a supervisor arranges cover for themselves and for those whose work they answer for', async () => {
    await supervises('Ada', 'Ann', YESTERDAY);
    await supervises('Ben', 'Bob', YESTERDAY);
    for (const cover of ['Ada', 'Ann', 'Cat']) {
      const refused = await away('Ada', 'Bob', cover);
      expect([refused.statusCode, refused.json().problems], cover).toEqual([
        422,
        [{ field: 'seat', code: 'not-your-team' }],
      ]);
    }
    expect((await away('Ada', 'Ben', 'Ada')).statusCode).toBe(422);
    expect((await away('Ada', 'Ann', 'Bob')).statusCode).toBe(200);
    expect((await away('Ben', 'Ben', 'Ada')).statusCode).toBe(200);
    // From here on Ada answers for Ben’s people, too.
    expect((await away('Ada', 'Bob', 'Cat')).statusCode).toBe(200);
    expect((await away('Lena', 'Cat', 'Ann')).statusCode).toBe(200);
  });

  test.each(['a supervisor', 'a supervisor in a shift a colleague gave them'])(
    '%s puts others on call, and not themselves, nor arranges cover for other teams',
    async (how) => {
      if (how !== 'a supervisor') await onCallNow('Ada');
      expect(await opens('Ada', bobs)).toBe(how !== 'a supervisor');
      const night = { from: `${TODAY}T22:00:00Z`, to: `${TOMORROW}T08:00:00Z` };
      const shift = (seat: string) =>
        ask.post(who('Ada'), '/api/on-call', { ...night, shift: randomUUID(), seat: who(seat).seat });
      const own = await shift('Ada');
      expect([own.statusCode, own.json().code], own.body).toEqual([409, 'oneself']);
      const { seats: offered } = (await ask.get(who('Ada'), '/api/on-call')).json<{ seats: { name: string }[] }>();
      expect(offered.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Bob', 'Cat', 'Eve']);
      expect((await shift('Ben')).statusCode).toBe(200);
      expect((await away('Ada', 'Bob', 'Ada')).json().problems).toEqual([{ field: 'seat', code: 'not-your-team' }]);
    },
  );
});

test('who may see a chart names the supervisors of whoever carries it, each once', async () => {
  await supervises('Ada', 'Ann', YESTERDAY);
  await supervises('Ada', 'Cat', YESTERDAY);
  await covers('Cat', 'Ann', TODAY, TOMORROW);
  await covers('Ben', 'Ada', TODAY, TODAY);
  await supervises('Eve', 'Bob', YESTERDAY);
  const shown = (await ask.get(who('Lena'), `/api/charts/${anns}/relations`)).json();
  const supervising = (shown.related as { kind: string; name: string }[]).filter(({ kind }) => kind === 'supervisor');
  expect(supervising.map(({ name }) => name).sort()).toEqual(['Ada', 'Ben']);
});
