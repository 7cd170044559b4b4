import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '#platform/http/operation.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { type MatrixChart, type MatrixSeat, type MatrixWorld, matrixWorld } from './matrix-world.builder.ts';
import { MAY, PLANTED, reach, SEES } from './oracle.ts';
import { IDENTITY_KINDS, type Kind, TOKENS, token } from './planted-charts.builder.ts';
import { sampleInput } from './sample-input.ts';

const TODAY = '2026-10-12';
let world: TestApp;
let matrix: MatrixWorld;
/** Tokens that were rightly shown: were there none, the matrix would prove nothing. */
let shown = 0;
/** Reads that were answered, as `event person`: each must have left its look. */
const answered = new Map<string, number>();
const failures: string[] = [];

beforeAll(async () => {
  world = await testApp(`${TODAY}T18:20:00Z`);
  matrix = await matrixWorld(world);
});
afterAll(() => world.stop());

const operations = (kind: Operation['kind']) => world.routes.operations.filter((operation) => operation.kind === kind);
const aboutAChart = (operation: Operation) => operation.path.includes(':chart');

/** The path with its parameters filled: the chart asked for, anything else unknown. */
function address(operation: Operation, chart: string | null, query: Readonly<Record<string, unknown>> = {}): string {
  const path = operation.path.replace(':chart', chart ?? '').replace(/:\w+/g, () => randomUUID());
  const required = Object.entries(sampleInput(operation.query, TODAY) as Record<string, unknown>);
  const all = new URLSearchParams(
    [...required, ...Object.entries(query)].map(([key, value]) => [key, String(value)] as [string, string]),
  );
  return all.size > 0 ? `${path}?${all}` : path;
}

async function read(
  seat: MatrixSeat,
  operation: Operation,
  chart: string | null,
  query = {},
): Promise<LightMyRequestResponse> {
  const url = address(operation, chart, query);
  // A read whose question is about a person asks in its body, which no log and no history keeps.
  const body =
    operation.method === 'GET' ? {} : { payload: { ...(sampleInput(operation.body, TODAY) as object), ...query } };
  const answer = await world.app.inject({ method: operation.method, url, headers: seat.who.headers, ...body });
  if (answer.statusCode >= 500) failures.push(`${seat.label} ${operation.name}: ${answer.statusCode} ${answer.body}`);
  if (answer.statusCode === 200 && 'event' in operation.audit) {
    const key = `${operation.audit.event} ${seat.who.person}`;
    answered.set(key, (answered.get(key) ?? 0) + 1);
  }
  return answer;
}

const isIdentity = (kind: Kind) => IDENTITY_KINDS.includes(kind);
/** Every token the oracle lets a seat see of a chart. */
function visible(seat: MatrixSeat, chart: MatrixChart, kinds: readonly Kind[]): string[] {
  const reached = reach(seat, chart);
  const categories = PLANTED.filter((category) => SEES[seat.capacity]?.includes(category));
  const reaches = (kind: Kind): boolean => {
    if (kind === 'name') return reached.known;
    if (kind === 'task') return reached.work;
    return isIdentity(kind) ? reached.identity : reached.work;
  };
  return kinds.flatMap((kind) =>
    reaches(kind)
      ? (kind === 'name' ? categories.filter((one) => one === 'general') : categories).map((category) =>
          token(chart.name, category, kind),
        )
      : [],
  );
}
const ALL_KINDS: readonly Kind[] = ['name', 'relative', 'note', 'fact', 'duty', 'alert', 'task'];
const tokensIn = (body: string) => [...new Set([...body.matchAll(TOKENS)].map(([text]) => text))].sort();

function neverMore(seat: MatrixSeat, what: string, body: string): void {
  const allowed = new Set(matrix.charts.flatMap((chart) => visible(seat, chart, ALL_KINDS)));
  const beyond = tokensIn(body).filter((found) => !allowed.has(found));
  if (beyond.length > 0) failures.push(`${seat.label} sees through ${what}: ${beyond.join(', ')}`);
}

/** When something was done may differ; whether and what may not. */
const timeless = (body: string) => body.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');

const none = () => expect(failures.splice(0)).toEqual([]);

/** What a read of one chart shows when it shows anything. */
const SHOWS: Readonly<Record<string, readonly Kind[]>> = {
  'chart.open': ['name', 'relative', 'fact', 'duty', 'alert'],
  'contacts.list': ['note'],
};

test('reads of a chart: what the oracle says, no more, and nothing else than for a chart there is not', async () => {
  for (const operation of operations('read').filter(aboutAChart)) {
    await Promise.all(
      matrix.seats.map(async (seat) => {
        const may = MAY[operation.name]?.includes(seat.capacity);
        const unknown = await read(seat, operation, randomUUID());
        for (const chart of matrix.charts) {
          const answer = await read(seat, operation, chart.id);
          const what = `${operation.name} of ${chart.name}`;
          neverMore(seat, what, answer.body);
          const reached = reach(seat, chart);
          if (
            !reached.identity &&
            !reached.work &&
            !(reached.referral && operation.name === 'referral.open') &&
            (answer.statusCode !== unknown.statusCode || timeless(answer.body) !== timeless(unknown.body))
          ) {
            failures.push(
              `${seat.label}: ${what} differs from a chart there is not: ${answer.statusCode} ${answer.body.slice(0, 200)}`,
            );
          }
          if (may === false && answer.statusCode !== 403)
            failures.push(`${seat.label}: ${what} answered ${answer.statusCode}`);
          const kinds = SHOWS[operation.name];
          if (may && kinds && reached.identity) {
            const expected = visible(seat, chart, kinds).sort();
            const found = tokensIn(answer.body);
            shown += found.length;
            if (answer.statusCode !== 200 || found.join() !== expected.join()) {
              failures.push(
                `${seat.label}: ${what} answered ${answer.statusCode}, shows ${found.filter((one) => !expected.includes(one))}, lacks ${expected.filter((one) => !found.includes(one))}`,
              );
            }
          }
        }
      }),
    );
  }
  none();
  expect(shown).toBeGreaterThan(300);
});

test('marks are numbered without a hole, whatever lies between them', async () => {
  const open = operations('read').find(({ name }) => name === 'chart.open');
  if (!open) throw new Error('chart.open is not mounted');
  for (const seat of matrix.seats.filter(({ capacity }) => MAY['chart.open']?.includes(capacity))) {
    for (const chart of matrix.charts.filter((one) => reach(seat, one).work)) {
      const { marks } = (await read(seat, open, chart.id)).json<{ marks: { seq: number }[] }>();
      expect(marks.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(marks.map((_, index) => index + 1));
    }
  }
});

test('commands on a chart: refused wherever the oracle says no, with nothing written', async () => {
  const count = async () =>
    (
      await world.pools.owner.query(`select (select count(*) from kinfold.fact)::int as facts, (select count(*) from kinfold.write)::int as writes,
    (select count(*) from kinfold.audit_event where outcome = 'done')::int as done`)
    ).rows[0];
  const before = await count();
  const unreadable = new Set<string>();
  for (const operation of operations('command').filter(aboutAChart)) {
    await Promise.all(
      matrix.seats.map(async (seat) => {
        const may = MAY[operation.name]?.includes(seat.capacity) ?? true;
        for (const chart of matrix.charts.filter(({ name }) => name !== 'nobodys')) {
          const reached = reach(seat, chart);
          if (may && (reached.identity || reached.work)) continue;
          const payload = { ...(sampleInput(operation.body, TODAY) as object), id: randomUUID() };
          const { statusCode } = await world.app.inject({
            method: operation.method,
            url: address(operation, chart.id),
            headers: seat.who.headers,
            payload,
          });
          if (statusCode === 422 && MAY[operation.name]) unreadable.add(operation.name);
          else if (![401, 403, 404, 422].includes(statusCode))
            failures.push(`${seat.label} ${operation.name} on ${chart.name}: ${statusCode}`);
        }
      }),
    );
  }
  none();
  expect([...unreadable]).toEqual([]);
  expect(await count()).toEqual(before);
});

describe('lists, counts and search', () => {
  test('no list shows what its reader may not see', async () => {
    for (const operation of operations('read').filter((one) => !one.path.includes(':'))) {
      const queries: Record<string, unknown>[] = [
        {},
        { whose: 'agency' },
        { whose: 'team' },
        { whose: 'unassigned' },
        { stage: 'all' },
      ];
      await Promise.all(
        matrix.seats.map(async (seat) => {
          for (const query of queries) {
            const answer = await read(seat, operation, null, query);
            neverMore(seat, operation.name, answer.body);
            if (
              MAY[operation.name]?.includes(seat.capacity) === false &&
              ![401, 403].includes(answer.statusCode) &&
              answer.statusCode !== 422
            ) {
              failures.push(`${seat.label}: ${operation.name} answered ${answer.statusCode}`);
            }
          }
        }),
      );
    }
    none();
  });

  test('the agency’s list and the search hold exactly the charts within reach, counting only duties the reader may see', async () => {
    for (const seat of matrix.seats.filter(({ capacity }) => MAY['chart.list']?.includes(capacity))) {
      const within = matrix.charts.filter((chart) => reach(seat, chart).identity);
      const known = matrix.charts.filter((chart) => reach(seat, chart).known);
      const listed = (
        await world.app.inject({ method: 'GET', url: '/api/charts?whose=agency&limit=200', headers: seat.who.headers })
      ).json<{
        charts: { chart: string; owedLate: number; owedSoon: number }[];
      }>();
      expect(listed.charts.map(({ chart }) => chart).sort(), seat.label).toEqual(within.map(({ id }) => id).sort());
      const search = await world.app.inject({
        method: 'POST',
        url: '/api/search',
        headers: seat.who.headers,
        payload: { text: 'vargas', limit: 50 },
      });
      neverMore(seat, 'chart.search', search.body);
      expect(search.statusCode, `${seat.label} ${search.body}`).toBe(200);
      const found = search.json<{ found: { chart: string }[] }>();
      expect(found.found.map(({ chart }) => chart).sort(), seat.label).toEqual(known.map(({ id }) => id).sort());
      for (const chart of within) {
        // Seven days, today the first of them.
        const expected = reach(seat, chart).work ? await owedSoon([chart.id], seat.capacity, 6) : 0;
        expect(listed.charts.find((row) => row.chart === chart.id)?.owedSoon, `${seat.label} ${chart.name}`).toBe(
          expected,
        );
      }
    }
  });

  test('the worklist’s counts are of duties the reader may see', async () => {
    for (const label of ['care-manager 15 assigned', 'care-manager 1 assigned', 'care-manager 15 colleague']) {
      const seat = matrix.seats.find((one) => one.label === label);
      if (!seat) throw new Error(label);
      const mine = matrix.charts.filter(({ name }) => seat.related.includes(name)).map(({ id }) => id);
      const counts = (
        await world.app.inject({ method: 'GET', url: '/api/worklist/counts', headers: seat.who.headers })
      ).json();
      expect(counts, label).toMatchObject({ charts: mine.length, mine: await owedSoon(mine, seat.capacity, 14) });
    }
  });
});

/** Straight from the table, by the oracle's categories; the real duties of these charts are general. */
async function owedSoon(charts: readonly string[], capacity: string, days: number): Promise<number> {
  const { rows } = await world.pools.owner.query<{ n: number }>(
    `select count(*)::int as n from kinfold.duty where chart = any ($1) and category = any ($2) and owing = 'holder'
       and state in ('open', 'partial', 'delegated') and due <= $3::date + $4::int and ($4 = 14 or due >= $3::date)`,
    [charts, SEES[capacity], TODAY, days],
  );
  return rows[0]?.n ?? 0;
}

test('every operation names a permission and what it leaves in the audit trail', () => {
  for (const { name, permission, audit, kind } of world.routes.operations) {
    expect(permission, name).toBeTruthy();
    expect('event' in audit ? audit.event : audit.none, name).toMatch(/\S{3}/);
    if (kind === 'command') expect(audit, name).toHaveProperty('event');
  }
  expect(new Set(world.routes.operations.map(({ name }) => name)).size).toBe(world.routes.operations.length);
});

test('every read that was answered above left its look, and every refusal says who was refused', async () => {
  const { rows } = await world.pools.owner.query<{ key: string; n: number }>(
    `select operation || ' ' || person as key, count(*)::int as n from kinfold.audit_event where outcome = 'looked' group by 1`,
  );
  const looks = new Map(rows.map(({ key, n }) => [key, n]));
  expect(answered.size).toBeGreaterThan(50);
  for (const [key, n] of answered) expect(looks.get(key) ?? 0, key).toBeGreaterThanOrEqual(n);
  const nameless = await world.pools.owner.query(
    `select operation from kinfold.audit_event where outcome = 'refused' and (person is null or agency is null)`,
  );
  expect(nameless.rows).toEqual([]);
});

test('a command that was done left its row', async () => {
  const { rows } = await world.pools.owner.query<{ operation: string }>(
    `select distinct operation from kinfold.audit_event where outcome = 'done'`,
  );
  const done = rows.map(({ operation }) => operation);
  expect(done).toEqual(
    expect.arrayContaining([
      'referral.registered',
      'referral.decided',
      'referral.assigned',
      'referral.answered',
      'caseload.assigned',
      'enrolment.started',
    ]),
  );
});
