import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSealer } from '#modules/audit/seal/sealer.ts';
import { verifyAudit } from '#modules/audit/seal/verify.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { runningServer, stopServer } from '#platform/database/embedded/postmaster.ts';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { openPools } from '#platform/database/pools.ts';
import { buildProgram, type RunningProgram, runProgram } from '#platform/database/testing/program.ts';
import { sharedBinaries } from '#platform/database/testing/throwaway-server.ts';
import { silentLog } from '#platform/log/log.ts';

const SEED = 20261012;
const KILLS = ['program', 'server', 'both', 'in an import'] as const;

let program: Awaited<ReturnType<typeof buildProgram>>;
let dataDir: string;
let outside: string;
const running: RunningProgram[] = [];

beforeAll(async () => {
  program = await buildProgram(new URL('./writer.program.ts', import.meta.url));
});
afterAll(() => program.discard());

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'kinfold-kill-'));
  outside = await mkdtemp(path.join(os.tmpdir(), 'kinfold-outside-'));
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.splice(0).map(({ ended }) => ended));
  const left = await runningServer(path.join(dataDir, 'postgres'));
  if (left) await stopServer(left);
  await Promise.all([dataDir, outside].map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A program that a busy machine did not let come up may be tried again; what was lost once was lost. */
const RETRY = { count: process.env.CI ? 1 : 0, condition: /^ended without saying|timed out in/ } as const;

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function killServer(): Promise<void> {
  const server = await runningServer(path.join(dataDir, 'postgres'));
  if (server) process.kill(server.process.pid, 'SIGKILL');
}

/** Waits until the program has signed so many more notes, then a random moment longer. */
async function atWork(of: RunningProgram, more: number, random: () => number): Promise<void> {
  const signed = () => of.lines.filter((line) => line === 'signed').length;
  const enough = signed() + more;
  while (signed() < enough) {
    if (of.child.exitCode !== null) throw new Error(`ended by itself:\n${of.lines.slice(-20).join('\n')}`);
    await pause(10);
  }
  await pause(random() * 400);
}

/** Waits until the program says it from now on, whatever it said before. */
async function saysAgain(of: RunningProgram, what: RegExp): Promise<void> {
  const before = of.lines.length;
  while (!of.lines.slice(before).some((line) => what.test(line))) {
    if (of.child.exitCode !== null) throw new Error(`ended by itself:\n${of.lines.slice(-20).join('\n')}`);
    await pause(2);
  }
}

async function round(kill: (typeof KILLS)[number], random: () => number): Promise<void> {
  const one = runProgram(program.file, [dataDir, sharedBinaries, outside]);
  running.push(one);
  await one.says(/^ready/);
  await atWork(one, 12, random);
  if (kill === 'in an import') await saysAgain(one, /^half an import/);
  if (kill !== 'program') await killServer();
  // The program outlives its database: it is started again, and the notes that were under way are sent again.
  if (kill === 'server') await atWork(one, 12, random);
  one.child.kill('SIGKILL');
  await one.ended;
}

const COUNTS = `select
  (select count(*)::int from kinfold.contact) as contacts,
  (select count(*)::int from kinfold.fact where source_table = 'contact') as facts,
  (select count(*)::int from kinfold.audit_event where operation = 'contact.signed' and outcome = 'done') as audited,
  (select count(*)::int from kinfold.contact c join kinfold.write w on w.id = c.id) as answers`;

/** Of the acknowledged notes, those that lack or have twice any of: row, fact, audit row, answer to a repetition. */
const WRONG = `select a.chart, a.contact from unnest($1::uuid[], $2::uuid[]) as a (chart, contact)
  where (select count(*) from kinfold.contact c where c.chart = a.chart and c.id = a.contact) <> 1
    or (select count(*) from kinfold.fact f where f.chart = a.chart and f.source_table = 'contact' and f.source_id = a.contact) <> 1
    or (select count(*) from kinfold.audit_event e where e.chart = a.chart and e.operation = 'contact.signed' and e.details ->> 'contact' = a.contact::text) <> 1
    or (select count(*) from kinfold.write w where w.id = a.contact and w.answer -> 'answer' ->> 'contact' = a.contact::text) <> 1`;

/** Facts of a chart are numbered without a hole, its pages hold the older ones once, and what follows was stored with the last one. */
const TORN = `select c.id from kinfold.chart c
  where (select count(*) from kinfold.fact f where f.chart = c.id) <> (select max(seq) from kinfold.fact f where f.chart = c.id)
    or (select coalesce(max(p.to_seq), 0) from kinfold.fact_page p where p.chart = c.id)
      <> (select count(*) from kinfold.fact_page p, json_array_elements(p.facts) where p.chart = c.id)
    or (c.id = any ($1) and not exists (select 1 from kinfold.duty d where d.chart = c.id and d.rule = 'nj.first-contact' and d.state = 'met'))`;

/** Charts that were shown more often than the trail says: a look must be on disk before its answer. */
const UNSEEN = `select a.chart, a.shown from (select chart, count(*) as shown from unnest($1::uuid[]) as shown (chart) group by chart) a
  where a.shown > (select count(*) from kinfold.audit_event e where e.chart = a.chart and e.operation = 'chart.opened' and e.outcome = 'looked')`;

async function importsHalfDone(owner: pg.Pool): Promise<number> {
  const half = `select count(*)::int as n from kinfold.import_batch where state = 'running' and done > 0`;
  return (await owner.query<{ n: number }>(half)).rows[0]?.n ?? 0;
}

/** Acknowledged imports that did not come to their end, or took a row in twice or not at all; two rows of each cannot be read. */
const HALF_IMPORTED = `select a.id, b.state, b.done from unnest($1::uuid[]) as a (id) left join kinfold.import_batch b on b.id = a.id
  where b.id is null or b.state <> 'finished' or b.done <> b.rows
    or (select count(*) from kinfold.import_row r where r.batch = a.id) <> b.rows
    or (select count(*) from kinfold.import_row r where r.batch = a.id and r.outcome = 'unreadable') <> 2
    or (select count(*) from kinfold.referral f where f.external_id like left(a.id::text, 8) || '-%') <> b.rows - 2
    or (select count(*) from kinfold.audit_event e join kinfold.import_row r on r.chart = e.chart
        where r.batch = a.id and e.operation = 'referral.registered' and e.outcome = 'done') <> b.rows - 2`;

async function noted(file: string): Promise<string[]> {
  return (await readFile(path.join(outside, file), 'utf8')).trimEnd().split('\n');
}

async function acknowledgedNotes(): Promise<{ charts: string[]; contacts: string[] }> {
  const lines = (await noted('acknowledged')).map((line) => line.split(' '));
  return { charts: lines.map(([chart = '']) => chart), contacts: lines.map(([, contact = '']) => contact) };
}

async function inspect(owner: pg.Pool): Promise<void> {
  const { charts, contacts } = await acknowledgedNotes();
  expect(new Set(contacts).size).toBe(contacts.length);
  expect((await owner.query(WRONG, [charts, contacts])).rows).toEqual([]);
  const counts = (await owner.query(COUNTS)).rows[0];
  expect(counts.contacts).toBeGreaterThanOrEqual(contacts.length);
  expect(counts).toEqual({
    contacts: counts.contacts,
    facts: counts.contacts,
    audited: counts.contacts,
    answers: counts.contacts,
  });
  expect((await owner.query(TORN, [[...new Set(charts)]])).rows).toEqual([]);
  expect((await owner.query(UNSEEN, [await noted('looked')])).rows).toEqual([]);
  expect((await owner.query(HALF_IMPORTED, [await noted('imports')])).rows).toEqual([]);
}

/** The trail as the killed left it, before anything was added to it; then with its tail sealed. */
async function inspectAudit(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from kinfold.audit_event');
  const asLeft = await verifyAudit(owner);
  expect(asLeft).toMatchObject({ ok: true, problems: [] });
  expect(asLeft.seals).toBeGreaterThan(1);
  expect(asLeft.events + asLeft.unsealed).toBe(rows[0]?.n);
  const headsFile = path.join(outside, 'heads.jsonl');
  const sealer = await startSealer({ owner, headsFile, clock: systemClock, log: silentLog });
  await sealer.stop();
  const sealed = await verifyAudit(owner, headsFile);
  expect(sealed).toMatchObject({ ok: true, problems: [], lost: [], unsealed: 0, events: rows[0]?.n });
}

async function onTheDatabase<T>(look: (owner: pg.Pool) => Promise<T>): Promise<T> {
  const server = await startEmbedded({ dataDir, binariesDir: sharedBinaries });
  const pools = openPools(server.connection, { secret: server.secret });
  try {
    return await look(pools.owner);
  } finally {
    await pools.end();
    await server.stop();
  }
}

test('program and database killed at any moment: every acknowledged note, look and import is there once with all it brings, none is half there, and the audit verifies', {
  retry: RETRY,
  timeout: 240_000,
}, async () => {
  const random = seeded(SEED);
  for (const kill of KILLS) await round(kill, random);
  let interrupted = await onTheDatabase(async (owner) => {
    await inspectAudit(owner);
    return importsHalfDone(owner);
  });
  // Were none of them half done, taking them up again would prove little; a quick one may have come to its end meanwhile.
  for (let more = 0; interrupted === 0 && more < 3; more++) {
    await round('in an import', random);
    interrupted = await onTheDatabase(importsHalfDone);
  }
  expect(interrupted).toBeGreaterThan(0);
  // Imports that were under way are taken up by whoever comes next.
  const last = runProgram(program.file, [dataDir, sharedBinaries, outside, 'finish']);
  running.push(last);
  await last.says(/^finished/);
  expect(await last.ended).toBe(0);
  await onTheDatabase(inspect);
  await onTheDatabase(inspectAudit);
});
