import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capacity } from '#modules/access/model.ts';
import { entered, inCommand, onRequestRole, type RequestConnection, tokenHash } from './testing/request-connection.ts';
import { TODAY, type TwoAgencies, twoAgencies } from './testing/two-agencies.builder.ts';
import { addSeat } from './testing/world.builder.ts';

// The doors a command goes through, tried with statements of one's own.
let at: TwoAgencies;
beforeAll(async () => {
  at = await twoAgencies();
});
afterAll(() => at.world.stop());

const REFUSED = '42501';
const OPEN = 'select kinfold.open_command($1, $2, $3, $4, $5) as opened';
const closing = (chart: string, more: Record<string, unknown> = {}) =>
  JSON.stringify({
    ...{ chart, fromSeq: 0, facts: [], upsert: [], gone: [], operation: 'tried', details: {}, jobs: [], write: null },
    ...more,
  });
const lastSeq = async (chart: string): Promise<number> =>
  (
    await at.world.pools.owner.query<{ seq: number }>('select max(seq) as seq from kinfold.fact where chart = $1', [
      chart,
    ])
  ).rows[0]?.seq ?? 0;

describe('another’s chart', () => {
  test('is not opened, closed, withdrawn from, keyed anew or handed over', async () => {
    await entered(at.world.pools, 'staff', at.careManager, async ({ tried }) => {
      const opening = [tokenHash(at.careManager), at.careManager.seat, at.theirs, randomUUID(), Buffer.alloc(32)];
      expect(await tried(OPEN, opening)).toBe('KF404');
      const many = [tokenHash(at.careManager), at.careManager.seat, [at.ours, at.theirs]];
      expect(await tried('select kinfold.open_commands($1, $2, $3)', many)).toBe('KF404');
      expect(await tried('select kinfold.close_command($1::jsonb)', [closing(at.theirs)])).toBe(REFUSED);
      expect(await tried('select kinfold.close_commands($1::jsonb)', [`[${closing(at.theirs)}]`])).toBe(REFUSED);
      const ofNone = JSON.stringify({ ...JSON.parse(closing(at.theirs)), chart: undefined });
      expect(await tried('select kinfold.close_command($1::jsonb)', [ofNone])).toBe(REFUSED);
      expect(await tried('select kinfold.withdraw_note($1, $1, $2)', [at.theirs, 'x'])).toBe(REFUSED);
      expect(await tried(`select kinfold.rekey_chart($1, '[]')`, [at.theirs])).toBe(REFUSED);
      const key = { chart: at.theirs, kind: 'name', token: 'x' };
      expect(await tried('select kinfold.add_keys($1::jsonb)', [JSON.stringify([key])])).toBe(REFUSED);
      expect(await tried('select kinfold.hold_chart($1, 15)', [at.theirs])).toBe(REFUSED);
    });
  });

  test('is not closed along with one’s own', async () => {
    await inCommand(at.world.pools, 'staff', at.careManager, at.ours, async ({ tried }) => {
      expect(await tried('select kinfold.close_command($1::jsonb)', [closing(at.theirs)])).toBe(REFUSED);
      const both = `[${closing(at.ours)},${closing(at.theirs)}]`;
      expect(await tried('select kinfold.close_commands($1::jsonb)', [both])).toBe(REFUSED);
    });
  });

  test('is not held by repeating a write of one’s own that names it', async () => {
    const write = randomUUID();
    const digest = Buffer.alloc(32, 7);
    await at.world.pools.owner.query(
      `insert into kinfold.write (person, id, digest, answer) values ($1, $2, $3, '{}')`,
      [at.careManager.person, write, digest],
    );
    await onRequestRole(at.world.pools, 'staff', async ({ run, tried }) => {
      const values = [tokenHash(at.careManager), at.careManager.seat, at.theirs, write, digest];
      const [row] = await run<{ opened: { answered: unknown; known?: unknown } }>(OPEN, values);
      expect(row?.opened.answered).toEqual({});
      expect(row?.opened.known).toBeUndefined();
      const [scope] = await run<{ held: string[] }>('select kinfold.scope_command() as held');
      expect(scope?.held).toEqual([]);
      expect(await tried('select kinfold.close_command($1::jsonb)', [closing(at.theirs)])).toBe(REFUSED);
      expect(await run('select id from kinfold.chart where id = $1', [at.theirs])).toEqual([]);
    });
  });
});

describe('what the engine knows', () => {
  const doors: readonly (readonly [string, (chart: string) => unknown[]])[] = [
    ['select kinfold.engine_known($1)', (chart) => [chart]],
    [`select kinfold.engine_record($1, 0, '[]', null, 15, 15, 'nj-cmo', now())`, (chart) => [chart]],
    ['select kinfold.engine_fold(array[$1::uuid])', (chart) => [chart]],
    ['select facts from kinfold.fact_page where chart = $1', (chart) => [chart]],
    [`select kinfold.engine_store($1, '[]', '{}', null)`, (chart) => [chart]],
    [`select kinfold.opened('{}', $1)`, (chart) => [chart]],
    [`select kinfold.opened_many('{}', array[$1::uuid])`, (chart) => [chart]],
    [`select kinfold.store_evaluations('[]')`, () => []],
    ['select kinfold.raise_superseded($1)', (chart) => [chart]],
    [`select kinfold.append_audit('tried', 'done', $1)`, (chart) => [chart]],
    [`select kinfold.relations_of($1, $1, now()::date)`, (chart) => [chart]],
  ];

  test('is nobody’s to call, inside a command of that very chart or outside one', async () => {
    for (const within of [entered, inCommand] as const) {
      const work = async ({ tried }: RequestConnection) => {
        for (const [door, values] of doors) expect(await tried(door, values(at.ours)), door).toBe(REFUSED);
      };
      if (within === entered) await entered(at.world.pools, 'staff', at.careManager, work);
      else await inCommand(at.world.pools, 'staff', at.careManager, at.ours, work);
    }
  });

  test('is not told to a capacity that records nothing, though it reads the chart', async () => {
    const quality = await addSeat(at.world.pools.owner, { name: 'Jo Ames', capacity: 'quality', agency: 15 });
    await entered(at.world.pools, 'staff', quality, async ({ run, tried }) => {
      expect((await run('select id from kinfold.chart')).length).toBe(1);
      const values = [tokenHash(quality), quality.seat, at.ours, randomUUID(), Buffer.alloc(32)];
      expect(await tried(OPEN, values)).toBe(REFUSED);
      expect(await tried('select kinfold.open_commands($1, $2, $3)', [...values.slice(0, 2), [at.ours]])).toBe(REFUSED);
    });
  });

  test('of a category closed to the reader stays closed to their own statements, in a command too', async () => {
    await at.world.pools.owner.query(
      `insert into kinfold.fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day)
       select id, 9000, now(), 15, 15, programme, 'substance-use', 'contact.attempted', $2 from kinfold.chart where id = $1`,
      [at.ours, TODAY],
    );
    await inCommand(at.world.pools, 'staff', at.careManager, at.ours, async ({ run }) => {
      expect(await run('select seq from kinfold.fact where seq = 9000')).toEqual([]);
      expect(await run(`select chart from kinfold.fact where category = 'substance-use'`)).toEqual([]);
    });
    await at.world.pools.owner.query('delete from kinfold.fact where seq = 9000');
  });
});

describe('handing a chart over', () => {
  const hands = async (capacity: Capacity, agency: number, chart: string, to: number): Promise<string> => {
    const who = await addSeat(at.world.pools.owner, { name: `The ${capacity}`, capacity, agency });
    return inCommand(at.world.pools, 'staff', who, chart, ({ tried }) =>
      tried('select kinfold.hold_chart($1, $2)', [chart, to]),
    );
  };

  test.each(['care-manager', 'pe-coordinator', 'privacy-officer', 'court-liaison'] as const)(
    'is not a %s’s to do',
    async (capacity) => {
      expect(await hands(capacity, 15, at.ours, 1)).toBe(REFUSED);
    },
  );

  test('never leaves the programme, nor goes to what is no care management organization', async () => {
    expect(await hands('supervisor', 15, at.ours, 901)).toBe(REFUSED);
    await at.world.pools.owner.query(
      `insert into kinfold.agency (id, programme, kind, name, short_name, source, confidence)
       values (300, 'nj-cmo', 'mco', 'A health plan', 'Plan', 'test', 'seen') on conflict do nothing`,
    );
    expect(await hands('supervisor', 15, at.ours, 300)).toBe(REFUSED);
  });

  test('of a youth who was taken on is not the administrator’s (CSA): they hold no command on that chart', async () => {
    await entered(at.world.pools, 'staff', at.csa, async ({ tried }) => {
      const values = [tokenHash(at.csa), at.csa.seat, at.ours, randomUUID(), Buffer.alloc(32)];
      expect(await tried(OPEN, values)).toBe('KF404');
      expect(await tried('select kinfold.hold_chart($1, 100)', [at.ours])).toBe(REFUSED);
    });
  });
});

describe('closing a command', () => {
  test('asks for no job the program does not know', async () => {
    await inCommand(at.world.pools, 'staff', at.careManager, at.ours, async ({ tried }) => {
      const fromSeq = await lastSeq(at.ours);
      const asking = (name: string) => closing(at.ours, { fromSeq, jobs: [{ name, data: {} }] });
      expect(await tried('select kinfold.close_command($1::jsonb)', [asking('drop.everything')])).toBe('23503');
      expect(await tried('select kinfold.ask_job($1, $2, 1, $3::jsonb)', [randomUUID(), 'no.such-job', '{}'])).toBe(
        '23503',
      );
      expect(await tried('select kinfold.close_command($1::jsonb)', [asking('policy.re-evaluate')])).toBe('done');
    });
  });

  test('records no fact with words in it, as a value or as a name', async () => {
    await inCommand(at.world.pools, 'staff', at.careManager, at.ours, async ({ tried }) => {
      const fromSeq = await lastSeq(at.ours);
      const recording = (data: unknown) =>
        closing(at.ours, { fromSeq, facts: [{ kind: 'contact.made', on: TODAY, category: 'general', data }] });
      const close = (data: unknown) => tried('select kinfold.close_command($1::jsonb)', [recording(data)]);
      expect(await close({ note: 'Rosa said she is afraid.' })).toBe('23514');
      expect(await close({ deep: [{ note: 'two words' }] })).toBe('23514');
      expect(await close({ 'Rosa Vargas': true })).toBe('23514');
      expect(await close({ with: ['youth'], how: 'video', minutes: 30, day: TODAY })).toBe('done');
    });
  });

  test('is not done from facts that somebody recorded meanwhile', async () => {
    await inCommand(at.world.pools, 'staff', at.careManager, at.ours, async ({ tried }) => {
      const facts = [{ kind: 'contact.made', on: TODAY, category: 'general', data: {} }];
      const stale = closing(at.ours, { fromSeq: 1, facts });
      expect(await tried('select kinfold.close_command($1::jsonb)', [stale])).toBe('40001');
    });
  });
});

test('a job nobody asked for in its name is not stepped forward', async () => {
  const job = randomUUID();
  await at.world.pools.owner.query(
    `insert into kinfold.job_progress (id, name, agency, programme, by_seat, session) select $1, 'caseload.move', 15, 'nj-cmo', $2, id from kinfold.session where person = $3`,
    [job, at.supervisor.seat, at.supervisor.person],
  );
  await entered(at.world.pools, 'staff', at.careManager, async ({ run, tried }) => {
    expect(await tried(`select kinfold.step_job($1, 1, 0, '{}')`, [job])).toBe(REFUSED);
    expect(await run('select id from kinfold.job_progress where id = $1', [job])).toEqual([]);
  });
});
