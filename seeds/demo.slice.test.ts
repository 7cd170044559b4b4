import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STAGES } from '#modules/enrolment/status.ts';
import { type DutyColumns, type FactColumns, factOf, knownDutyOf } from '#modules/record/charted.ts';
import { difference } from '#modules/record/evaluation.ts';
import { factKinds } from '../src/fact-kinds.ts';
import { type TestApp, testApp } from '../src/testing/test-app.ts';
import { type Demo, seedDemo } from './demo.ts';

const NOW = '2026-10-13T14:30:00Z';
let world: TestApp;
let demo: Demo;

beforeAll(async () => {
  world = await testApp(NOW);
  demo = await seedDemo(world.pools.owner, {
    nowMs: Date.parse(NOW),
    evaluate: world.routes.evaluate,
    kinds: factKinds,
  });
});
afterAll(() => world.stop());

async function as(email: string): Promise<Record<string, string>> {
  const { rows } = await world.pools.owner.query<{ person: string; seat: string }>(
    'select p.id as person, s.id as seat from kinfold.person p join kinfold.seat s on s.person = p.id where p.email = $1',
    [email],
  );
  const [found] = rows;
  const token = randomBytes(32).toString('base64url');
  await world.pools.owner.query(
    `insert into kinfold.session (id, token_hash, person, ends_at) values ($1, $2, $3, now() + interval '1 hour')`,
    [randomUUID(), createHash('sha256').update(token).digest(), found?.person],
  );
  return { authorization: `Bearer ${token}`, 'x-kinfold-seat': String(found?.seat) };
}

const get = async <T>(email: string, url: string): Promise<T> => {
  const answer = await world.app.inject({ method: 'GET', url, headers: await as(email) });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<T>();
};

interface Item {
  readonly rule: string;
  readonly youth: string;
  readonly due: string;
  readonly standing: string;
}

test('the care manager of the Vargas family finds what the day asks of her', async () => {
  const { items } = await get<{ items: Item[] }>(
    'ruth.osei@fact.example',
    '/api/worklist?whose=mine&days=14&limit=200',
  );
  const of = (rule: string, youth: string) => items.find((item) => item.rule === rule && item.youth === youth);
  expect(of('nj.first-contact', 'Luz Vargas')).toMatchObject({ due: '2026-10-13' });
  expect(of('nj.crisis-plan', 'Mateo Vargas')).toMatchObject({ due: '2026-10-13' });
  expect(of('nj.review', 'Amina Rahman')).toMatchObject({ due: '2026-10-09', standing: 'amber' });
  expect(of('nj.weekly-call', 'Jonah Tate')).toBeDefined();
  expect(of('nj.medicaid-application', 'Priya Desai')).toMatchObject({ due: '2026-10-16' });
});

test('his brother was called and visited in time, as the family’s story says', async () => {
  const { rows } = await world.pools.owner.query<{ rule: string; state: string }>(
    `select d.rule, d.state from kinfold.duty d join kinfold.youth y on y.chart = d.chart
     where y.legal_first = 'Mateo' and d.rule in ('nj.first-contact', 'nj.first-visit') order by d.rule`,
  );
  expect(rows).toEqual([
    { rule: 'nj.first-contact', state: 'met' },
    { rule: 'nj.first-visit', state: 'met' },
  ]);
});

test('every stage of the journey is there', async () => {
  const { rows } = await world.pools.owner.query<{ stage: string; n: number }>(
    'select stage, count(*)::int as n from kinfold.chart group by 1',
  );
  expect(new Set(rows.map(({ stage }) => stage))).toEqual(new Set<string>(STAGES));
  expect(rows.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(300);
});

test('each organization has every role, an absence covered and a gap to see', async () => {
  const { rows } = await world.pools.owner.query<{ agency: number; capacities: string[]; gap: number }>(
    `select s.agency, array_agg(distinct s.capacity) as capacities,
       (select count(*)::int from kinfold.chart c where c.holder = s.agency and c.stage in ('accepted', 'planning', 'active-community')
          and not exists (select 1 from kinfold.relationship r where r.chart = c.id and r.kind = 'accountable' and r.to_day is null)) as gap
     from kinfold.seat s where s.agency between 1 and 15 group by s.agency`,
  );
  expect(rows).toHaveLength(15);
  for (const { capacities, gap } of rows) {
    expect(capacities).toEqual(
      expect.arrayContaining([
        'administrator',
        'privacy-officer',
        'agency-lead',
        'supervisor',
        'care-manager',
        'on-call',
      ]),
    );
    expect(gap).toBeGreaterThan(0);
  }
  const absent = await world.pools.owner.query(
    `select seat from kinfold.absence where date '2026-10-13' between from_day and to_day`,
  );
  expect(absent.rowCount).toBe(15);
});

test('each week on call is handed over at the same hour of the day, before and after the clocks change', async () => {
  const { rows } = await world.pools.owner.query<{ from: string[]; to: string[]; offsets: number; gaps: number }>(
    `select array_agg(distinct to_char(from_at at time zone 'America/New_York', 'HH24:MI')) as from,
       array_agg(distinct to_char(to_at at time zone 'America/New_York', 'HH24:MI')) as to,
       count(distinct from_at at time zone 'UTC' - from_at at time zone 'America/New_York')::int as offsets,
       count(*) filter (where next <> to_at)::int as gaps
     from (select *, lead(from_at) over (partition by seat order by from_at) as next from kinfold.on_call_shift) shift`,
  );
  // Summer and winter time are both among them, or nothing was shown.
  expect(rows).toEqual([{ from: ['17:00'], to: ['17:00'], offsets: 2, gaps: 0 }]);
});

test('what was stored is what evaluating again would store', async () => {
  const { rows } = await world.pools.owner.query<{ id: string; programme: 'nj-cmo'; holder: number }>(
    'select id, programme, holder from kinfold.chart order by number limit 60',
  );
  for (const { id, programme, holder } of rows) {
    const { rows } = await world.pools.owner.query<{ facts: FactColumns[]; duties: DutyColumns[] }>(
      `select (select json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq)
          from kinfold.fact where chart = $1) as facts,
        (select coalesce(json_agg(json_build_array(key, state, category, said)), '[]') from kinfold.duty where chart = $1) as duties`,
      [id],
    );
    const { facts, duties } = rows[0] ?? { facts: [], duties: [] };
    expect(facts.length).toBeGreaterThan(0);
    const again = world.routes.evaluate(programme, holder, facts.map(factOf));
    expect(difference(duties.map(knownDutyOf), again.duties)).toEqual({ upsert: [], gone: [] });
  }
});

test('the administrator finds referrals in every part of the queue, and duplicates to compare', async () => {
  const { counts } = await get<{ counts: Record<string, number> }>(
    'noor.haddad@performcare.example',
    '/api/referrals?stage=all',
  );
  for (const [stage, count] of Object.entries(counts)) expect(count, stage).toBeGreaterThan(0);
  const { rows } = await world.pools.owner.query(
    `select detail from kinfold.review_task where code = 'likely-duplicate'`,
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]?.detail).toMatchObject({ chart: expect.any(String), number: expect.any(Number) });
});

test('a second time is refused and changes nothing', async () => {
  const deps = { nowMs: Date.parse(NOW), evaluate: world.routes.evaluate, kinds: factKinds };
  await expect(seedDemo(world.pools.owner, deps)).rejects.toThrow('empty database');
});

test('people can sign in with the one password that is told', async () => {
  expect(demo.people.length).toBeGreaterThan(8);
  for (const { email } of demo.people.slice(0, 3)) {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-kinfold': '1' },
      payload: { email, password: demo.password },
    });
    expect(answer.statusCode, answer.body).toBe(200);
  }
});

test('Pennsylvania stays apart', async () => {
  const { rows } = await world.pools.owner.query(
    `select programme, holder, count(*)::int as charts from kinfold.chart where programme = 'pa-tcm' group by 1, 2`,
  );
  expect(rows).toEqual([{ programme: 'pa-tcm', holder: 901, charts: 2 }]);
});

test('an organization that handed a youth on still reads what it owed on that day', async () => {
  const { rows } = await world.pools.owner.query<{ agency: number; holder: number; states: string[] }>(
    `select agency, holder, array_agg(distinct state order by state) as states from kinfold.duty_left group by 1, 2`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ agency: 7, holder: 15 });
  expect(rows[0]?.states).toContain('open');
  expect(rows[0]?.states).not.toContain('void');
});

test('pronouns are said by some, and fit what the youth says of themselves', async () => {
  const { rows } = await world.pools.owner.query<{ gender: string; pronouns: string | null; n: number }>(
    `select gender, pronouns, count(*)::int as n from kinfold.youth where pronouns is not null group by 1, 2 order by 1`,
  );
  expect(rows.map(({ gender, pronouns }) => `${gender} ${pronouns}`)).toEqual([
    'female she/her',
    'male he/him',
    'nonbinary they/them',
  ]);
});

test('agreements of the organization the demo follows: one has run out, one does soon', async () => {
  const { rows } = await world.pools.owner.query<{ due: string }>(
    `select due::text from kinfold.agency_duty where agency = 15 and state = 'open' order by due`,
  );
  expect(rows.length).toBe(3);
});
