import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onPool, plain, statement } from './db.ts';
import { emptyDatabase, type TestDatabase } from './testing/test-database.ts';
import { reading, transaction } from './transaction.ts';

let database: TestDatabase;
const add = statement('test.add', 'INSERT INTO note VALUES ($1)');
const all = async () =>
  (await onPool(database.pools.owner).query<{ id: number }>(plain('SELECT id FROM note ORDER BY id'))).rows.map(
    (row) => row.id,
  );

beforeAll(async () => {
  database = await emptyDatabase();
  await database.pools.owner.query('CREATE TABLE note (id integer PRIMARY KEY)');
});
beforeEach(async () => {
  await database.pools.owner.query('TRUNCATE note');
});
afterAll(() => database.drop());

test('commits what the work did, and returns what it returned', async () => {
  const answer = await transaction(database.pools.owner, async (tx) => {
    await Promise.all([tx.query(add, [1]), tx.query(add, [2])]);
    return 'done';
  });
  expect([answer, await all()]).toEqual(['done', [1, 2]]);
});

/** What goes over the wire of a pool's next connection: `>` with each message's letter, `<` for an answer. */
function overhear(pool: pg.Pool): () => string {
  let heard = '';
  pool.once('acquire', (client) => {
    const { stream } = (client as pg.PoolClient & { readonly connection: pg.Connection }).connection;
    const write = stream.write.bind(stream) as (bytes: Buffer) => boolean;
    stream.write = ((bytes: Buffer) => {
      heard += `>${String.fromCharCode(bytes[0] ?? 0)}`;
      return write(bytes);
    }) as typeof stream.write;
    stream.on('data', () => {
      heard += '<';
    });
  });
  return () => heard;
}

test('BEGIN is not waited for, and the last statement travels with COMMIT: one exchange in all', async () => {
  const { engine } = database.pools;
  await onPool(engine).query(plain('SELECT 1'));
  const heard = overhear(engine);
  await transaction(engine, (tx) => tx.last(statement('test.one', 'SELECT 1')));
  // A query, then parse, bind, describe, execute and sync, then a query, before anything comes back.
  expect(heard().slice(0, heard().indexOf('<'))).toBe('>Q>P>B>D>E>S>Q');
});

test('a refused statement rolls back, is thrown, and keeps the connection', async () => {
  await expect(
    transaction(database.pools.owner, async (tx) => {
      await tx.query(add, [1]);
      await tx.query(add, [1]);
    }),
  ).rejects.toMatchObject({ code: '23505' });
  expect(await all()).toEqual([]);
});

test('an error of the work itself rolls back', async () => {
  const work = transaction(database.pools.owner, async (tx) => {
    await tx.query(add, [1]);
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await all()).toEqual([]);
});

test('an error the work swallowed is thrown at the end: nothing is silently rolled back', async () => {
  const work = transaction(database.pools.owner, async (tx) => {
    await tx.query(add, [1]);
    await tx.query(add, [1]).catch(() => {});
    return 'as if nothing had happened';
  });
  await expect(work).rejects.toMatchObject({ code: '23505' });
  expect(await all()).toEqual([]);
});

test('a statement nobody waited for still counts, and its refusal is thrown', async () => {
  const fine = transaction(database.pools.owner, async (tx) => void tx.query(add, [1]));
  await fine;
  expect(await all()).toEqual([1]);
  const refused = transaction(database.pools.owner, async (tx) => void tx.query(add, [1]));
  await expect(refused).rejects.toMatchObject({ code: '23505' });
});

test('a statement told and not waited for leaves with the next one, which is refused with its error', async () => {
  const { engine, owner } = database.pools;
  await onPool(engine).query(plain('SELECT 1'));
  const heard = overhear(engine);
  await transaction(engine, (tx) => {
    tx.tell(statement('test.told', 'SELECT 1'));
    return tx.last(statement('test.after-told', 'SELECT 1'));
  });
  expect(heard().slice(0, heard().indexOf('<'))).toBe('>Q>P>B>D>E>S>P>B>D>E>S>Q');

  let seen: unknown;
  const refused = transaction(owner, async (tx) => {
    tx.tell(add, [1]);
    tx.tell(add, [1]);
    await tx.query(plain('SELECT 1')).catch((error: { code: string }) => {
      seen = error.code;
      throw error;
    });
  });
  await expect(refused).rejects.toMatchObject({ code: '23505' });
  expect([seen, await all()]).toEqual(['23505', []]);
});

test('the last statement commits', async () => {
  await transaction(database.pools.owner, (tx) => tx.last(add, [1]));
  expect(await all()).toEqual([1]);
});

test('a refused last statement rolls back what came before it', async () => {
  const work = transaction(database.pools.owner, async (tx) => {
    void tx.query(add, [1]);
    await tx.last(add, [1]);
  });
  await expect(work).rejects.toMatchObject({ code: '23505' });
  expect(await all()).toEqual([]);
});

test('nothing may follow the last statement', async () => {
  const work = transaction(database.pools.owner, async (tx) => {
    await tx.last(add, [1]);
    await tx.query(add, [2]);
  });
  await expect(work).rejects.toThrow('the transaction has had its last statement');
});

test('a connection lost in the middle fails the transaction and leaves the pool, which goes on', async () => {
  const { engine, owner } = database.pools;
  const lost = transaction(engine, async (tx) => {
    const { rows } = await tx.query<{ pid: number }>(plain('SELECT pg_backend_pid() AS pid'));
    await owner.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await tx.query(plain('SELECT pg_sleep(5)'));
  });
  await expect(lost).rejects.toThrow();
  expect(engine.totalCount).toBe(0);
  const { rows } = await onPool(engine).query(plain('SELECT 1 AS one'));
  expect(rows).toEqual([{ one: 1 }]);
});

test('a connection lost under statements nobody waited for fails the transaction, and nothing else', async () => {
  const { engine, owner } = database.pools;
  const lost = transaction(engine, async (tx) => {
    const { rows } = await tx.query<{ pid: number }>(plain('SELECT pg_backend_pid() AS pid'));
    await owner.query('SELECT pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    tx.tell(plain('SELECT 1'));
    tx.tell(plain('SELECT 2'));
    await tx.last(plain('SELECT 3'));
  });
  await expect(lost).rejects.toThrow();
  const { rows } = await onPool(engine).query(plain('SELECT 1 AS one'));
  expect(rows).toEqual([{ one: 1 }]);
});

test('an idle connection that is lost is reported and replaced', async () => {
  const { reports, owner } = database.pools;
  await onPool(reports).query(plain('SELECT 1'));
  await owner.query(
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'kinfold_reports' AND datname = current_database()",
  );
  const { rows } = await onPool(reports)
    .query(plain('SELECT 1 AS one'))
    .catch(() => onPool(reports).query(plain('SELECT 1 AS one')));
  expect(rows).toEqual([{ one: 1 }]);
});

test('options choose the isolation, and a read-only transaction writes nothing', async () => {
  const work = transaction(database.pools.owner, (tx) => tx.query(add, [1]), {
    isolation: 'repeatable read',
    readOnly: true,
  });
  await expect(work).rejects.toMatchObject({ code: '25006' });
});

test('a reading transaction refuses to write, and gives its connection back', async () => {
  const { owner } = database.pools;
  await expect(reading(owner, (tx) => tx.query(add, [9]))).rejects.toMatchObject({ code: '25006' });
  expect(await reading(owner, async (tx) => (await tx.query(plain('SELECT 7 AS n'))).rows)).toEqual([{ n: 7 }]);
  expect(await all()).toEqual([]);
  await expect.poll(() => owner.idleCount).toBe(owner.totalCount);
});

test('a reading transaction sees one moment: what is committed meanwhile is in none of its answers', async () => {
  const { owner } = database.pools;
  const count = plain('SELECT count(*)::int AS n FROM note');
  const seen = await reading(owner, async (tx) => {
    const before = await tx.query(count);
    await owner.query('INSERT INTO note VALUES (1)');
    return [...before.rows, ...(await tx.query(count)).rows];
  });
  expect([seen, await all()]).toEqual([[{ n: 0 }, { n: 0 }], [1]]);
});
