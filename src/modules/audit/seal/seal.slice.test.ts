import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { movableClock } from '#platform/clock/clock.ts';
import { onPool } from '#platform/database/db.ts';
import { clientConfig, listenedPool, withPool } from '#platform/database/pools.ts';
import { type TestDatabase, testDatabase } from '#platform/database/testing/test-database.ts';
import { silentLog } from '#platform/log/log.ts';
import { addAuditRows } from './audit-row.builder.ts';
import { compareOutside } from './heads-outside.ts';
import { sealAll } from './seal-all.builder.ts';
import { type Sealer, startSealer } from './sealer.ts';
import { verifyAudit } from './verify.ts';

let database: TestDatabase;
let owner: pg.Pool;
let folder: string;
let headsFile: string;
let sealers: Sealer[] = [];

beforeEach(async () => {
  database = await testDatabase();
  owner = database.pools.owner;
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-heads-'));
  headsFile = path.join(folder, 'audit-heads.jsonl');
});
afterEach(async () => {
  await Promise.all(sealers.map((sealer) => sealer.stop()));
  sealers = [];
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Without its every-second round, so that the test says when. */
async function sealer(on: pg.Pool = owner): Promise<Sealer> {
  const started = await startSealer({
    owner: on,
    headsFile,
    clock: movableClock('2026-10-12T12:00:00Z'),
    log: silentLog,
  });
  await started.stop();
  sealers.push(started);
  return started;
}

const codes = async (file: string | null = headsFile) => [
  ...new Set((await verifyAudit(owner, file)).problems.map(({ code }) => code)),
];
const change = (sql: string, values: unknown[] = []) => owner.query(sql, values);

/** Three seals over three rows each. */
async function sealedTrail(): Promise<{ ids: number[]; by: Sealer }> {
  const by = await sealer();
  const ids: number[] = [];
  for (let n = 0; n < 3; n++) {
    ids.push(...(await addAuditRows(owner, 3)));
    await sealAll(by, owner);
  }
  return { ids, by };
}

test('what is sealed verifies, every range begins where the last ended, and idling adds no seal', async () => {
  const { by } = await sealedTrail();
  expect(await by.sealNow()).toBe(0);
  const { rows } = await change(
    'select number, from_tx::text, to_tx::text, events from kinfold.audit_seal order by number',
  );
  expect(rows.map((row) => row.events).reduce((sum, n) => sum + n)).toBe(9);
  expect(rows.slice(1).map((row) => row.from_tx)).toEqual(rows.slice(0, -1).map((row) => row.to_tx));
  expect(await verifyAudit(owner, headsFile)).toEqual({
    ok: true,
    seals: rows.length,
    events: 9,
    unsealed: 0,
    lost: [],
    problems: [],
  });
});

test('a transaction that commits late is sealed later, and none is skipped', async () => {
  const by = await sealer();
  const late = new pg.Client(clientConfig(database.ownerConnection));
  await late.connect();
  try {
    await late.query('begin');
    const [first] = await addAuditRows(late, 1);
    const after = await addAuditRows(owner, 2);
    await by.sealNow();
    expect((await change('select coalesce(sum(events), 0)::int as n from kinfold.audit_seal')).rows).toEqual([
      { n: 0 },
    ]);
    expect((await verifyAudit(owner, headsFile)).unsealed).toBe(after.length);
    await late.query('commit');
    await sealAll(by, owner);
    const { rows } = await change(
      `select id from kinfold.audit_event e where exists (select 1 from kinfold.audit_seal s where s.era = e.era and e.tx >= s.from_tx and e.tx < s.to_tx)`,
    );
    expect(rows.map((row) => row.id)).toEqual(expect.arrayContaining([first, ...after]));
    expect(await codes()).toEqual([]);
  } finally {
    await late.end();
  }
});

test('two sealers and many writers at once make one chain', async () => {
  const both = [await sealer(), await sealer()];
  await Promise.all([
    ...Array.from({ length: 4 }, () => addAuditRows(database.pools.owner, 25)),
    ...both.map(async (by) => {
      for (let n = 0; n < 15; n++) await by.sealNow();
    }),
  ]);
  for (const by of both) await sealAll(by, owner);
  const { ok, events, problems } = await verifyAudit(owner);
  expect({ ok, events, problems }).toEqual({ ok: true, events: 100, problems: [] });
});

describe('sealing goes on while somebody verifies', () => {
  const headsIn = async (): Promise<Map<number, string>> => {
    const { rows } = await change(`select number, encode(head, 'hex') as head from kinfold.audit_seal order by number`);
    return new Map(rows.map(({ number, head }) => [number, head]));
  };
  const compared = async (inside: ReadonlyMap<number, string>) =>
    (await compareOutside(onPool(owner), headsFile, inside)).problems;

  test('a seal younger than what was found is not lost', async () => {
    await sealedTrail();
    const [first] = await headsIn();
    expect(await compared(new Map(first && [first]))).toEqual([]);
    const noted = await readFile(headsFile, 'utf8');
    await writeFile(headsFile, `${noted}${JSON.stringify({ number: 99, era: 1, head: '00', sealedAt: '' })}\n`);
    expect(await compared(new Map(first && [first]))).toEqual([{ code: 'seals-lost', seal: 99 }]);
  });

  test('the newest head may still be on its way into the file; one that never comes is missing', async () => {
    await sealedTrail();
    const found = await headsIn();
    const noted = await readFile(headsFile, 'utf8');
    await writeFile(headsFile, noted.replace(/[^\n]*\n$/, ''));
    const late = pause(200).then(() => writeFile(headsFile, noted));
    expect(await compared(found)).toEqual([]);
    await late;
    await writeFile(headsFile, noted.replace(/[^\n]*\n$/, ''));
    expect(await compared(found)).toEqual([{ code: 'heads-missing', seal: Math.max(...found.keys()) }]);
  });
});

describe('tampering shows', () => {
  test.each([
    ['details changed', `update kinfold.audit_event set details = '{"n":99}' where id = $1`, 'row-changed'],
    [
      'who it was changed, and the digest made to fit',
      `update kinfold.audit_event set person = gen_random_uuid() where id = $1;
      update kinfold.audit_event set digest = kinfold.audit_digest(salt, at, person, seat, chart, operation, outcome, details) where id = $1`,
      'root-differs',
    ],
    ['moved out of the agency’s trail', 'update kinfold.audit_event set agency = 1 where id = $1', 'root-differs'],
    ['a row deleted', 'delete from kinfold.audit_event where id = $1', 'rows-missing'],
    [
      'a row put among sealed ones',
      `insert into kinfold.audit_event (person, operation, outcome, digest, era, tx, at)
      select person, 'test.invented', 'done', '', era, tx, at from kinfold.audit_event where id = $1`,
      'rows-added',
    ],
    [
      'a row exchanged for another',
      `with gone as (delete from kinfold.audit_event where id = $1 returning *)
      insert into kinfold.audit_event (person, operation, outcome, digest, era, tx, at) select person, 'test.invented', 'done', '', era, tx, at from gone`,
      'root-differs',
    ],
    [
      'marked as redacted by nobody',
      `update kinfold.audit_event set details = '{}', redacted_at = now() where id = $1`,
      'redaction-unknown',
    ],
    ['put into an era there is not', 'update kinfold.audit_event set era = 7 where id = $1', 'row-outside'],
  ])('%s', async (_, sql, code) => {
    const { ids } = await sealedTrail();
    for (const one of sql.split(';')) await change(one, [ids[4]]);
    expect(await codes()).toContain(code);
    expect((await verifyAudit(owner)).ok).toBe(false);
  });

  test('the newest seals and their rows deleted: the file outside knows them', async () => {
    await sealedTrail();
    // By the seal's own range: three rows written together may have come into two seals.
    await change(`with gone as (
        delete from kinfold.audit_seal where number = (select max(number) from kinfold.audit_seal) returning era, from_tx, to_tx)
      delete from kinfold.audit_event e using gone g where e.era = g.era and e.tx >= g.from_tx and e.tx < g.to_tx`);
    expect((await verifyAudit(owner)).ok).toBe(true);
    expect(await codes()).toEqual(['seals-lost']);
  });

  test('the whole chain worked out again over changed rows: the file outside has other heads', async () => {
    const { by, ids } = await sealedTrail();
    await by.stop();
    await change('delete from kinfold.audit_event where id = $1', [ids[4]]);
    await change('delete from kinfold.audit_seal');
    const elsewhere = path.join(folder, 'elsewhere');
    await startSealer({
      owner,
      headsFile: elsewhere,
      clock: movableClock('2026-10-12T12:00:00Z'),
      log: silentLog,
    }).then((again) => sealAll(again, owner).then(() => again.stop()));
    expect(await codes(elsewhere)).toEqual([]);
    expect(await codes()).toContain('heads-differ');
  });

  test('the heads file cut at its end, in its middle, or overwritten', async () => {
    await sealedTrail();
    const text = await readFile(headsFile, 'utf8');
    const lines = text.trimEnd().split('\n');
    await writeFile(headsFile, `${lines.slice(0, -1).join('\n')}\n`);
    expect(await codes()).toEqual(['heads-missing']);
    await writeFile(headsFile, `${lines.toSpliced(2, 1).join('\n')}\n`);
    expect(await codes()).toEqual(['heads-missing']);
    await writeFile(
      headsFile,
      text.replace(/"head":"(.)/, (_, first) => `"head":"${first === '0' ? '1' : '0'}`),
    );
    expect(await codes()).toEqual(['heads-differ']);
    await writeFile(headsFile, `${text}{"number":`);
    expect(await codes()).toEqual(['heads-unreadable']);
  });
});

test('a seal committed by a process that died before noting its head is noted by the next one, after a torn line too', async () => {
  const { by } = await sealedTrail();
  await by.stop();
  const lines = (await readFile(headsFile, 'utf8')).trimEnd().split('\n');
  await writeFile(headsFile, `${lines.slice(0, -1).join('\n')}\n${lines.at(-1)?.slice(0, 20)}`);
  await sealer();
  expect(await codes()).toEqual(['heads-unreadable']);
  await writeFile(headsFile, `${lines.slice(0, -1).join('\n')}\n`);
  await sealer();
  expect(await codes()).toEqual([]);
});

describe('a restored database', () => {
  const copy = () => `${database.ownerConnection.database}_copy`;
  /** A copy of the database under another name: to the audit, another place. Nobody may be connected to the original. */
  async function restored(work: (pool: pg.Pool) => Promise<void>): Promise<void> {
    const beside = { ...database.ownerConnection, database: 'postgres' };
    await withPool(beside, async (admin) => {
      const original = database.ownerConnection.database;
      await admin.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [original]);
      await admin.query(`create database ${copy()} template ${original}`);
    });
    const pool = listenedPool({ ...clientConfig({ ...database.ownerConnection, database: copy() }), max: 2 });
    try {
      await work(pool);
    } finally {
      await Promise.all(sealers.map((one) => one.stop()));
      await pool.end();
      await withPool(beside, async (admin) => {
        await admin.query(`drop database ${copy()} with (force)`);
      });
    }
  }

  test('opens an era of its own, seals what was left over first, and says which seals it lost', async () => {
    const { by } = await sealedTrail();
    const tail = await addAuditRows(owner, 2);
    await by.stop();
    await restored(async (pool) => {
      // The old place went on for a while after the copy was taken.
      const text = await readFile(headsFile, 'utf8');
      const last = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '{}');
      await writeFile(
        headsFile,
        `${text}${JSON.stringify({ ...last, number: last.number + 1, head: 'a'.repeat(64) })}\n`,
      );
      const again = await sealer(pool);
      expect((await pool.query('select era from kinfold.audit_era order by era')).rows).toEqual([
        { era: 1 },
        { era: 2 },
      ]);
      const { rows } = await pool.query(
        'select era, events from kinfold.audit_seal where number > $1 order by number',
        [last.number],
      );
      expect(rows).toEqual([{ era: 1, events: tail.length }]);
      await addAuditRows(pool, 4);
      await sealAll(again, pool);
      const { ok, lost, problems, events } = await verifyAudit(pool, headsFile);
      expect({ ok, problems, events }).toEqual({ ok: true, problems: [], events: 15 });
      expect(lost).toEqual([{ from: last.number + 1, to: last.number + 1, beforeEra: 2 }]);
    });
  });

  test('the same place again opens none', async () => {
    await sealedTrail();
    await sealer();
    expect((await change('select count(*)::int as n from kinfold.audit_era')).rows).toEqual([{ n: 1 }]);
  });
});

test('a month is made although rows of it came first, and they keep their digests', async () => {
  const ids = await addAuditRows(owner, 3);
  const by = await sealer();
  const { rows } = await change(
    'select distinct tableoid::regclass::text as part from kinfold.audit_event where id = any ($1)',
    [ids],
  );
  expect(rows).toEqual([{ part: expect.stringMatching(/audit_event_\d{4}_\d\d$/) }]);
  await change('select kinfold.ensure_audit_month(current_date)');
  await addAuditRows(owner, 2);
  await sealAll(by, owner);
  expect(await codes()).toEqual([]);
});
