import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import { settleEverything } from '#modules/referral/settled.builder.ts';
import { onPool } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import { factKinds } from '../src/fact-kinds.ts';
import { type TestApp, testApp } from '../src/testing/test-app.ts';
import { careManagerAssigned, enrolled, noteSigned } from './chapters-care.ts';
import { answered, decided, offered, registered, settledAll } from './chapters-referral.ts';
import { jsonSink } from './json-sink.ts';
import { Random } from './random.ts';
import type { Who } from './seed-chart.ts';
import { Story } from './story.ts';
import { writeCharts } from './write-charts.ts';

const NOW = '2026-10-12T18:20:00Z';
let world: TestApp;
let csa: Seated;
let supervisor: Seated;
let worker: Seated;

beforeAll(async () => {
  world = await testApp(NOW);
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  supervisor = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'supervisor', agency: 15 });
  worker = await addSeat(owner, { name: 'Ruth Osei', capacity: 'care-manager', agency: 15, supervisor });
});
afterAll(() => world.stop());

const draft = (externalId: string) => {
  const usual = referralDraft();
  const guardian = {
    ...usual.guardian,
    email: 'rosa@family.example',
    relationship: { code: 'grandparent', asReported: null },
  } as const;
  return { ...usual, externalId, cyberId: `8${externalId}`, guardian };
};
const TABLES = [
  'chart',
  'youth',
  'name_key',
  'relative',
  'contact_point',
  'identifier',
  'coverage',
  'school',
  'referral',
  'review_task',
  'eligibility_decision',
  'referral_assignment',
  'relationship',
  'consent',
  'enrolment',
  'contact',
  'fact',
  'duty',
];

/** Every row of a chart with ids, instants and the referral's own number taken out. */
async function rowsOf(chart: string, number: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const seats = [csa, supervisor, worker].map(({ seat }) => seat);
  for (const table of TABLES) {
    const { rows } = await world.pools.owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from kinfold.${table} t where ${table === 'chart' ? 'id' : 'chart'} = $1`,
      [chart],
    );
    found[table] = rows
      .map(({ row }) => {
        const { number: _number, ...rest } = row;
        const text = JSON.stringify(rest)
          .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => (seats.includes(id) ? id : 'ID'))
          .replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, 'INSTANT');
        return text.replaceAll(number, 'NUMBER');
      })
      .sort();
  }
  return found;
}

async function byCommands(chart: string): Promise<void> {
  const post = async (who: Seated, url: string, body: Record<string, unknown>) => {
    const answer = await world.app.inject({
      method: 'POST',
      url,
      headers: who.headers,
      payload: { id: randomUUID(), ...body },
    });
    expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200);
  };
  await post(csa, '/api/referrals', { chart, referral: draft('71001') });
  await settleEverything(world.app, csa, chart);
  const decision = {
    on: '2026-10-12',
    outcome: 'eligible',
    reasons: ['all-conditions-met'],
    grounds: ['serious-challenge'],
    intensity: 'moderate',
  };
  await post(csa, `/api/charts/${chart}/eligibility`, decision);
  await post(csa, `/api/charts/${chart}/assignment`, { toAgency: 15 });
  await post(supervisor, `/api/charts/${chart}/assignment/answer`, { answer: 'accepted' });
  await post(supervisor, `/api/charts/${chart}/care-manager`, { seat: worker.seat });
  const items = ['family-rights', 'privacy-notice', 'complaint-routes', 'voluntary-services'];
  const consent = { givenBy: 'Rosa Vargas', authority: 'legal-guardian', method: 'signed' };
  await post(worker, `/api/charts/${chart}/enrolment`, { on: '2026-10-12', language: 'Spanish', items, consent });
  await post(worker, `/api/charts/${chart}/contacts`, {
    made: true,
    withWhom: ['youth', 'caregiver'],
    how: 'in-person',
    place: 'home',
    on: '2026-10-12',
    startedAt: '2026-10-12T17:00:00.000Z',
    minutesFace: 40,
    minutesTravel: 15,
    interpreter: 'used',
    topics: ['services'],
    words: 'A visit.',
  });
  await post(worker, `/api/charts/${chart}/contacts`, {
    made: false,
    withWhom: ['caregiver'],
    how: 'telephone',
    on: '2026-10-12',
    words: 'No answer.',
  });
}

function byStory(): Story {
  const who = ({ seat, person }: Seated, capacity: string, agency: number): Who => ({ seat, person, capacity, agency });
  const [coordinator, lead, manager] = [
    who(csa, 'csa-coordinator', 100),
    who(supervisor, 'supervisor', 15),
    who(worker, 'care-manager', 15),
  ];
  const now = Date.parse(NOW);
  const story = new Story(new Random('the same'), now, coordinator);
  const tasks = [
    { code: 'authority', field: 'guardian_relationship', detail: { relationship: 'grandparent' } },
  ] as const;
  registered(story, now, coordinator, draft('71002'), tasks);
  settledAll(story, now, coordinator);
  decided(story, now, coordinator, {
    outcome: 'eligible',
    reasons: ['all-conditions-met'],
    grounds: ['serious-challenge'],
    intensity: 'moderate',
  });
  offered(story, now, coordinator, 15);
  answered(story, now, lead, 'accepted');
  careManagerAssigned(story, now, lead, worker.seat);
  enrolled(story, now, manager, { givenBy: 'Rosa Vargas', authority: 'legal-guardian', language: 'Spanish' });
  const on = day('2026-10-12');
  const visit = {
    made: true,
    withWhom: ['youth', 'caregiver'],
    how: 'in-person',
    place: 'home',
    on,
    startedAt: Date.parse('2026-10-12T17:00:00Z'),
  } as const;
  noteSigned(story, now, manager, {
    ...visit,
    minutesFace: 40,
    minutesTravel: 15,
    interpreter: 'used',
    topics: ['services'],
    words: 'A visit.',
  });
  noteSigned(story, now, manager, { made: false, withWhom: ['caregiver'], how: 'telephone', on, words: 'No answer.' });
  return story;
}

test('a chart written in bulk has the rows its commands would have written', async () => {
  const chart = randomUUID();
  await byCommands(chart);
  const story = byStory();
  await writeCharts(jsonSink(onPool(world.pools.owner)), [story.finish()], {
    evaluate: world.routes.evaluate,
    kinds: factKinds,
  });
  const [commands, bulk] = [await rowsOf(chart, '71001'), await rowsOf(story.chart, '71002')];
  for (const table of TABLES) {
    expect(commands[table]?.length, table).toBeGreaterThan(0);
    expect(bulk[table], table).toEqual(commands[table]);
  }
});

test('a fact its kind does not allow is refused', async () => {
  const story = byStory();
  story.record(Date.parse(NOW), story.openedBy, {
    kind: 'contact.made',
    on: story.openedOn,
    data: { name: 'somebody' },
  });
  const deps = { evaluate: world.routes.evaluate, kinds: factKinds };
  await expect(writeCharts(jsonSink(onPool(world.pools.owner)), [story.finish()], deps)).rejects.toThrow(
    'not of its kind',
  );
});
