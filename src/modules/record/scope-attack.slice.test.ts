import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entered, onRequestRole, type RequestConnection, tokenHash } from './testing/request-connection.ts';
import { type TwoAgencies, twoAgencies } from './testing/two-agencies.builder.ts';

// What somebody can do who runs SQL of their own on a request role's connection, with a session and seat of their own.
let at: TwoAgencies;
beforeAll(async () => {
  at = await twoAgencies();
});
afterAll(() => at.world.stop());

const REFUSED = '42501';
const charts = async ({ run }: RequestConnection): Promise<string[]> =>
  (await run<{ id: string }>('select id from kinfold.chart')).map(({ id }) => id);

describe('a scope is not believed that enter() did not seal', () => {
  test('without entering nothing is there', async () => {
    expect(await onRequestRole(at.world.pools, 'staff', charts)).toEqual([]);
  });

  test.each([
    ['agencies', '{1,15,100}'],
    ['intake', '{1}'],
    ['charts', '{}x'],
    ['categories', '{general,substance-use,counseling-notes}'],
    ['actor', '{"capacity":"privacy-officer","agency":1,"programme":"nj-cmo","command":[]}'],
    ['seal', 'f'.repeat(64)],
  ])('with %s made up, reading raises an error', async (name, value) => {
    await entered(at.world.pools, 'staff', at.careManager, async (connection) => {
      expect(await charts(connection)).toEqual([at.ours]);
      await connection.run('select set_config($1, $2, true)', [`kinfold.${name}`, value]);
      expect(await connection.tried('select id from kinfold.chart')).toBe(REFUSED);
    });
  });

  test('a seal kept from one transaction does not open the next on the same connection', async () => {
    const client = await at.world.pools.staff.connect();
    const enter = (who: TwoAgencies['careManager']) =>
      client.query('select kinfold.enter($1, $2)', [tokenHash(who), who.seat]);
    try {
      await client.query('begin');
      await enter(at.careManager);
      const { rows } = await client.query(
        `select n, current_setting('kinfold.' || n, true) as v from unnest(array['actor','agencies','intake','charts','categories','seal']) n`,
      );
      await client.query('commit');
      for (const [zone, style] of [
        ['UTC', 'ISO'],
        ['FOO5', 'SQL'],
        ['FOO6', 'German'],
      ]) {
        await client.query('begin');
        await client.query(`select set_config('timezone', $1, true), set_config('datestyle', $2, true)`, [zone, style]);
        for (const { n, v } of rows) await client.query(`select set_config('kinfold.' || $1, $2, true)`, [n, v]);
        await expect(client.query('select id from kinfold.chart')).rejects.toMatchObject({ code: REFUSED });
        await client.query('rollback');
      }
    } finally {
      client.release(true);
    }
  });

  test('a seal says the instant as a number: no time zone or date style makes two instants read the same', async () => {
    const { owner } = at.world.pools;
    const client = await owner.connect();
    const seal = async () =>
      (await client.query<{ seal: string }>(`select kinfold.scope_seal('a', 'b', 'c', 'd', 'e') as seal`)).rows[0]
        ?.seal;
    try {
      await client.query('begin');
      const before = await seal();
      await client.query(`set local timezone = 'FOO5'; set local datestyle = 'SQL'`);
      expect(await seal()).toBe(before);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('values that hold the separator of others cannot be cut anew', async () => {
    const { owner } = at.world.pools;
    const { rows } = await owner.query<{ one: string; other: string }>(
      `select kinfold.scope_seal('a|b', 'c', 'd', 'e', 'f') as one, kinfold.scope_seal('a', 'b|c', 'd', 'e', 'f') as other`,
    );
    expect(rows[0]?.one).not.toBe(rows[0]?.other);
  });

  test('nothing is sealed that holds the joint between values: there is one way to cut what is', async () => {
    const { owner } = at.world.pools;
    const sealed = owner.query(`select kinfold.scope_seal('a' || chr(31) || 'b', 'c', 'd', 'e', 'f')`);
    await expect(sealed).rejects.toMatchObject({ code: REFUSED });
    await entered(at.world.pools, 'staff', at.careManager, async (connection) => {
      const { agencies, intake } = await connection.settings();
      await connection.run(`select set_config('kinfold.agencies', $1, true), set_config('kinfold.intake', '', true)`, [
        `${agencies}${String.fromCharCode(31)}${intake}`,
      ]);
      expect(await connection.tried('select id from kinfold.chart')).toBe(REFUSED);
    });
  });

  test('a command refused for its chart leaves no scope behind, also inside a savepoint', async () => {
    await entered(at.world.pools, 'staff', at.careManager, async (connection) => {
      const values = [tokenHash(at.careManager), at.careManager.seat, at.theirs, randomUUID(), Buffer.alloc(32)];
      expect(await connection.tried('select kinfold.open_command($1, $2, $3, $4, $5)', values)).toBe('KF404');
      expect((await connection.settings())['actor']).not.toContain(at.theirs);
      expect(await charts(connection)).toEqual([at.ours]);
    });
  });

  test('a second entering in one transaction is the second person’s own, never a union', async () => {
    await entered(at.world.pools, 'staff', at.careManager, async (connection) => {
      await connection.run('select kinfold.enter($1, $2)', [tokenHash(at.theirCareManager), at.theirCareManager.seat]);
      expect(await charts(connection)).toEqual([at.theirs]);
    });
  });

  test('another’s seat, or the engine’s doors, do not open with one’s own session', async () => {
    await onRequestRole(at.world.pools, 'staff', async ({ tried }) => {
      const mine = tokenHash(at.careManager);
      expect(await tried('select kinfold.enter($1, $2)', [mine, at.supervisor.seat])).toBe('KF403');
      expect(await tried('select kinfold.enter($1, $2, $3)', [mine, at.careManager.seat, [at.theirs]])).toBe(REFUSED);
      expect(await tried(`select kinfold.enter_system('job', 'nj-cmo')`)).toBe(REFUSED);
      expect(await tried(`select kinfold.open_system_command('job', 'nj-cmo', $1)`, [at.theirs])).toBe(REFUSED);
      for (const half of ['high', 'low']) {
        expect(await tried(`select last_value from kinfold.scope_key_${half}`)).toBe(REFUSED);
        expect(await tried(`select nextval('kinfold.scope_key_${half}')`)).toBe(REFUSED);
        expect(await tried(`select setval('kinfold.scope_key_${half}', 1)`)).toBe(REFUSED);
        // Older servers refuse this, newer ones say nothing.
        const read = await tried(
          `select 1 / (pg_sequence_last_value('kinfold.scope_key_${half}'::regclass) is null)::int`,
        );
        expect(['done', REFUSED]).toContain(read);
      }
      expect(await tried('select kinfold.scope_seal($1, $1, $1, $1, $1)', ['x'])).toBe(REFUSED);
      expect(await tried('set role kinfold_engine')).toBe(REFUSED);
      expect(await tried('select token_hash from kinfold.session')).toBe(REFUSED);
    });
  });
});

describe('names made in the temporary schema', () => {
  test('cannot be made at all', async () => {
    await entered(at.world.pools, 'staff', at.careManager, async ({ tried }) => {
      expect(await tried('create temporary table chart (id uuid)')).toBe(REFUSED);
      expect(await tried(`create function pg_temp.f() returns text language sql as 'select 1::text'`)).toBe(REFUSED);
      expect(await tried('create domain pg_temp.uuid as text')).toBe(REFUSED);
    });
  });

  // The functions do not rely on that: an installation whose owner does not own the database cannot take the right away.
  describe('where they could be made, are never taken for ours', () => {
    const withTemporary = async <T>(work: () => Promise<T>): Promise<T> => {
      const { owner } = at.world.pools;
      const grant = (verb: string) =>
        owner.query(`do $$ begin execute format('${verb} public', current_database()); end $$`);
      await grant('grant temporary on database %I to');
      try {
        return await work();
      } finally {
        await grant('revoke temporary on database %I from');
      }
    };

    test.each([
      ['a type uuid', 'create domain pg_temp.uuid as text'],
      ['a type text that takes anything', 'create domain pg_temp.text as pg_catalog.text'],
      ['a type jsonb', 'create domain pg_temp.jsonb as pg_catalog.text'],
      ['a type category', `create domain pg_temp.category as pg_catalog.text`],
      [
        'a type whose check runs code of theirs',
        `create function pg_temp.taken(v pg_catalog.text) returns boolean language plpgsql as
           $f$ begin perform pg_catalog.set_config('kinfold.taken', 'yes', false); return true; end $f$;
         create domain pg_temp.jsonb as pg_catalog.jsonb check (pg_temp.taken(value::pg_catalog.text))`,
      ],
      [
        'a function current_setting',
        `create function pg_temp.current_setting(n pg_catalog.text, m boolean) returns pg_catalog.text language sql as $f$ select '{1,15}' $f$`,
      ],
      [
        'a function scope_setting',
        `create function pg_temp.scope_setting(n pg_catalog.text) returns pg_catalog.text language sql as $f$ select '{1,15}' $f$`,
      ],
      [
        'tables seat, session, agency, capacity, relationship and the key',
        `create temporary table capacity as select 'care-manager'::pg_catalog.text as code, 'staff'::pg_catalog.text as works_through,
           'programme'::pg_catalog.text as intake_reach, 'programme'::pg_catalog.text as chart_reach, '{general}'::pg_catalog.text[] as categories;
         create temporary sequence scope_key_high; create temporary sequence scope_key_low;
         create temporary table chart as select gen_random_uuid() as id, 15 as holder;
         create temporary table agency as select 1 as id, 'nj-cmo'::pg_catalog.text as programme;
         create temporary table relationship as select gen_random_uuid() as chart, gen_random_uuid() as seat`,
      ],
      [
        'an operator =',
        `create function pg_temp.always(a integer, b integer) returns boolean language sql as $f$ select true $f$;
         create operator pg_temp.= (leftarg = integer, rightarg = integer, function = pg_temp.always)`,
      ],
    ])('%s', async (_what, made) => {
      await withTemporary(() =>
        onRequestRole(at.world.pools, 'staff', async (connection) => {
          await connection.run(made);
          await connection.run(`select set_config('search_path', 'pg_temp, kinfold, public', true)`);
          await connection.run('select kinfold.enter($1, $2)', [tokenHash(at.careManager), at.careManager.seat]);
          expect(await charts(connection)).toEqual([at.ours]);
          const [scope] = await connection.run<{ agencies: number[]; intake: number[]; agency: number }>(
            'select kinfold.scope_agencies() as agencies, kinfold.scope_intake() as intake, kinfold.scope_agency() as agency, kinfold.scope_charts() as charts, kinfold.scope_command() as command',
          );
          expect(scope).toMatchObject({ agencies: [15], intake: [15], agency: 15, charts: [], command: [] });
          const values = [tokenHash(at.careManager), at.careManager.seat, at.theirs, randomUUID(), Buffer.alloc(32)];
          expect(await connection.tried('select kinfold.open_command($1, $2, $3, $4, $5)', values)).toBe('KF404');
          const [taken] = await connection.run<{ taken: string | null }>(
            `select nullif(pg_catalog.current_setting('kinfold.taken', true), '') as taken`,
          );
          expect(taken?.taken).toBeNull();
        }),
      );
    });
  });
});

test('every function that runs as its owner fixes its search path with pg_temp last, or was parsed when it was made', async () => {
  const { rows } = await at.world.pools.owner.query<{ name: string; config: string[] | null }>(
    `select p.oid::regprocedure::text as name, p.proconfig as config from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'kinfold' and p.prosqlbody is null
       and (p.prosecdef or p.prorettype <> 'trigger'::regtype)`,
  );
  expect(rows.length).toBeGreaterThan(40);
  const open = rows.filter(({ config }) => !config?.some((one) => /^search_path=.*, pg_temp$/.test(one)));
  expect(open.map(({ name }) => name)).toEqual([]);
});

test('nothing is executable by everybody, and request roles own nothing', async () => {
  const { rows } = await at.world.pools.owner.query(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) a
     where n.nspname = 'kinfold' and a.grantee = 0
     union all
     select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
     where n.nspname = 'kinfold' and r.rolname ~ '^kinfold_'
     union all
     select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'kinfold' and p.proacl is null`,
  );
  expect(rows).toEqual([]);
});

test('every table of ours is under row security', async () => {
  const { rows } = await at.world.pools.owner.query(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'kinfold' and c.relkind in ('r', 'p') and not c.relrowsecurity order by 1`,
  );
  expect(rows.map(({ relname }) => relname)).toEqual(['agency', 'capacity', 'county', 'service_area']);
});
