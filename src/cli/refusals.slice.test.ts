import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { seal } from '#modules/access/sealed.ts';
import { clientConfig } from '#platform/database/pools.ts';
import { buildProgram } from '#platform/database/testing/program.ts';
import { emptyDatabase, type TestDatabase, testDatabase } from '#platform/database/testing/test-database.ts';

let program: Awaited<ReturnType<typeof buildProgram>>;
let database: TestDatabase;
let folder: string;
let address: string;

beforeAll(async () => {
  program = await buildProgram(new URL('./kinfold.ts', import.meta.url));
  database = await testDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-cli-'));
  address = urlOf(database);
});
afterAll(async () => {
  await program.discard();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A database of the test's own as DATABASE_URL names it. */
function urlOf({ pools }: TestDatabase): string {
  const { user, password, host, port } = inject('testServer').connection;
  const name = String(pools.owner.options.database);
  const url = new URL(`postgres://localhost/${name}`);
  url.username = user ?? '';
  url.password = typeof password === 'string' ? password : '';
  if (host?.startsWith('/')) url.searchParams.set('host', host);
  else url.hostname = host ?? 'localhost';
  if (port) url.searchParams.set('port', String(port));
  return url.toString();
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

function ended(child: ChildProcess): Promise<Ended> {
  let [out, error] = ['', ''];
  child.stdout?.on('data', (text) => (out += String(text)));
  child.stderr?.on('data', (text) => (error += String(text)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, error })));
}

/** The real program in a process of its own, on the test's database unless `env` says otherwise. */
function kinfold(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  begun: (child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program.file, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], DATABASE_URL: address, KINFOLD_SECRET: inject('testServer').secret, ...env },
  });
  begun(child);
  return ended(child);
}

/** What a person at the terminal reads last: one sentence. */
function refused({ code, error }: Ended): string {
  expect(code).not.toBe(0);
  const last = error.trim().split('\n').at(-1) ?? '';
  expect(last).toMatch(/^kinfold: .+\.$/);
  expect(error).not.toMatch(/^\s+at /m);
  return last;
}

describe('a start that cannot be', () => {
  test('a port somebody else has, as the program before it that still serves: its database is left as it is', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const taken = other.address();
    const port = typeof taken === 'object' && taken ? String(taken.port) : '';
    const empty = await emptyDatabase();
    expect(refused(await kinfold(['serve'], { PORT: port, DATABASE_URL: urlOf(empty) }))).toBe(
      `kinfold: Port ${port} is already in use; set PORT to another one.`,
    );
    const { rows } = await empty.pools.owner.query("select to_regclass('public.kinfold_migration') as ledger");
    await empty.drop();
    other.close();
    expect(rows).toEqual([{ ledger: null }]);
  });

  test('a folder that cannot be written', async () => {
    await writeFile(path.join(folder, 'a-file'), '');
    const data = path.join(folder, 'a-file', 'data');
    expect(refused(await kinfold(['doctor', '--json'], { DATABASE_URL: '', KINFOLD_DATA: data }))).toContain(
      'Something needs attention',
    );
    expect(refused(await kinfold(['migrate'], { DATABASE_URL: '', KINFOLD_DATA: data }))).toContain(
      `The data folder ${data} cannot be written`,
    );
  });

  test('a database nobody answers at', async () => {
    refused(await kinfold(['migrate'], { DATABASE_URL: 'postgres://nobody:none@127.0.0.1:9/none' }));
  });

  test('a setting that cannot be used', async () => {
    expect(refused(await kinfold(['serve'], { TRUST_PROXY: 'everybody' }))).toContain('TRUST_PROXY cannot be used');
  });

  test('a database of a newer program', async () => {
    const owner = database.pools.owner;
    await owner.query(`insert into public.kinfold_migration (number, name, sha256) values (9999, '9999-later', 'x')`);
    const said = refused(await kinfold(['serve'], { PORT: '0' }));
    await owner.query('delete from public.kinfold_migration where number = 9999');
    expect(said).toContain('The database has migration 9999-later, which this program does not know');
  });

  test('a table that shows itself to whoever asks', async () => {
    const owner = new pg.Pool({
      ...clientConfig(inject('testServer').connection),
      database: String(database.pools.owner.options.database),
      max: 1,
    });
    await owner.query(`create table kinfold.leaky (words text); alter table kinfold.leaky enable row level security;
      create policy everybody on kinfold.leaky using (true); grant select on kinfold.leaky to kinfold_staff;
      insert into kinfold.leaky values ('seen')`);
    const said = refused(await kinfold(['migrate']));
    await owner.query('drop table kinfold.leaky');
    await owner.end();
    expect(said).toContain('The table kinfold.leaky shows rows to kinfold_staff although nobody has signed in');
  });
});

test('a backup into a folder that is not there is told of the folder', async () => {
  const away = path.join(folder, 'not-there');
  const said = refused(
    await kinfold(['backup', path.join(away, 'a.backup')], { KINFOLD_BACKUP_PASSPHRASE: 'of the tests, long enough' }),
  );
  expect(said).toBe(`kinfold: There is no file or folder ${away}.`);
});

describe('a command that only looks', () => {
  test.each([
    { words: ['client', 'list'], code: 1 },
    { words: ['audit', 'verify'], code: 1 },
    { words: ['policy', 'explain', '1'], code: 1 },
    { words: ['doctor', '--json'], code: 3 },
  ])('$words says that the schema is older, and leaves it so', async ({ words, code }) => {
    const owner = database.pools.owner;
    const last = await owner.query(
      'delete from public.kinfold_migration where number = (select max(number) from public.kinfold_migration) returning *',
    );
    const found = await kinfold(words);
    const [{ number, name, sha256 }] = last.rows;
    const left = await owner.query('select 1 from public.kinfold_migration where number = $1', [number]);
    await owner.query('insert into public.kinfold_migration (number, name, sha256) values ($1, $2, $3)', [
      number,
      name,
      sha256,
    ]);
    expect(left.rowCount).toBe(0);
    expect(found.code).toBe(code);
    expect(found.out + found.error).toContain('The database is of an older schema; run kinfold migrate.');
  });

  test('makes nothing in a database that has nothing, and there is nothing to back up', async () => {
    const empty = await emptyDatabase();
    const env = { DATABASE_URL: urlOf(empty), KINFOLD_BACKUP_PASSPHRASE: 'of the tests, long enough' };
    for (const words of [
      ['client', 'list'],
      ['backup', path.join(folder, 'nothing.kinfold')],
    ])
      expect(refused(await kinfold(words, env))).toContain('run kinfold migrate');
    const made = await empty.pools.owner.query(
      `select 1 from pg_namespace where nspname = 'kinfold' union all select 1 from pg_tables where tablename = 'kinfold_migration'`,
    );
    await empty.drop();
    expect(made.rowCount).toBe(0);
  });
});

test('a database on another machine that would be spoken to unencrypted', async () => {
  const away = { DATABASE_URL: 'postgres://kinfold:word@db.invalid/kinfold' };
  const said = refused(await kinfold(['migrate'], away));
  expect(said).toContain('DATABASE_URL names another machine without encryption');
  expect(said).not.toContain('word@');
  expect(refused(await kinfold(['migrate'], { ...away, KINFOLD_DATABASE_PLAIN: 'allowed' }))).toContain(
    'The host of DATABASE_URL is not known',
  );
});

describe('commands a script uses', () => {
  const json = async (words: readonly string[]) => {
    const { code, out, error } = await kinfold([...words, '--json']);
    expect([words.join(' '), code, error]).toEqual([words.join(' '), 0, '']);
    return JSON.parse(out) as Record<string, unknown>;
  };

  test('migrate says where the database is', async () => {
    expect(await json(['migrate'])).toEqual({ applied: [], at: expect.any(Number) });
  });

  test('a user, and credentials for a program of a partner: given, listed, taken back once', async () => {
    const person = ['--name', 'Noor Haddad', '--email', 'noor@performcare.example'];
    const added = await json(['user', 'add', ...person, '--capacity', 'csa-coordinator', '--agency', '100']);
    expect(added).toEqual({ person: expect.any(String), seat: expect.any(String), password: expect.any(String) });
    const as = ['--as', 'noor@performcare.example'];
    const made = await json(['client', 'add', '--name', 'Capital Hospital', ...as]);
    expect(made).toMatchObject({ name: 'Capital Hospital', seat: added['seat'] });
    const id = String(made['clientId']);
    expect(await json(['client', 'list'])).toEqual([
      expect.objectContaining({ id, name: 'Capital Hospital', revokedAt: null }),
    ]);
    expect(await json(['client', 'revoke', id])).toEqual({ id, revoked: true });
    const again = await kinfold(['client', 'revoke', id, '--json']);
    expect([again.code, JSON.parse(again.out)]).toEqual([3, { id, revoked: false }]);
    expect((await kinfold(['client', 'add', '--name', 'X', '--as', 'nobody@example.org'])).code).toBe(2);
    const { rows } = await database.pools.owner.query(
      `select operation, person, details from kinfold.audit_event where operation like 'people.client-%' order by id`,
    );
    const left = { person: added['person'], details: { client: id, seat: added['seat'] } };
    expect(rows).toEqual([
      { operation: 'people.client-added', ...left },
      { operation: 'people.client-revoked', ...left },
    ]);
  });

  test('an import told to stop says how far it came; what a kill leaves behind is ended by the next', async () => {
    const owner = database.pools.owner;
    const file = path.join(folder, 'referrals.csv');
    const row = (n: number) => `C-${n},2026-02-20,Given${n},Family${n * 7919},2013-05-26,Union`;
    const header = 'referral_id,received_at,youth_first_name,youth_last_name,date_of_birth,county';
    await writeFile(file, [header, ...Array.from({ length: 4000 }, (_, n) => row(n))].join('\n'));
    const words = ['import', 'referrals', file, '--as', 'noor@performcare.example'];
    /** Runs it until some rows are in, then sends the signal. */
    const cutOff = async (signal: NodeJS.Signals) => {
      const ending = { child: null as ChildProcess | null };
      const end = kinfold(words, {}, (child) => (ending.child = child));
      const begun = `select 1 from kinfold.import_batch where state = 'running' and done > 0 and id <> all ($1::uuid[])`;
      const before = (await owner.query('select id from kinfold.import_batch')).rows.map(({ id }) => id);
      await expect.poll(async () => (await owner.query(begun, [before])).rowCount, { timeout: 60_000 }).toBe(1);
      ending.child?.kill(signal);
      return end;
    };
    const states = async () =>
      (await owner.query('select state, done from kinfold.import_batch order by at')).rows as {
        state: string;
        done: number;
      }[];

    const told = await cutOff('SIGINT');
    const [first] = await states();
    expect(told.code).toBe(130);
    expect(refused(told)).toBe(
      `kinfold: Stopped after ${first?.done} of 4000 rows; they are in. Import the same file again and it goes on where it ended.`,
    );
    expect(first?.state).toBe('stopped');

    await cutOff('SIGKILL');
    expect((await states()).map(({ state }) => state)).toEqual(['stopped', 'running']);
    await writeFile(file, [header, row(0)].join('\n'));
    expect(await json(words)).toMatchObject({ rows: 1, counts: { 'already-here': 1 } });
    expect((await states()).map(({ state }) => state)).toEqual(['stopped', 'stopped', 'finished']);
    expect((await owner.query('select from kinfold.import_batch_file')).rowCount).toBe(0);
  });

  test('a user who cannot be added is refused in a sentence, and nothing is left of them', async () => {
    const add = (name: string, email: string, capacity: string, agency: string) =>
      kinfold(['user', 'add', '--name', name, '--email', email, '--capacity', capacity, '--agency', agency]);
    const tries = [
      [add('Ada Roe', 'ada', 'administrator', '15'), 'That is no mail address.'],
      [add(' ', 'ada@example.org', 'administrator', '15'), 'A name is needed, of 120 characters at most.'],
      [
        add('Ada Roe', 'ada@example.org', 'csa-coordinator', '15'),
        'Agency 15 has no seats of the capacity csa-coordinator.',
      ],
      [add('Ada Roe', 'ada@example.org', 'administrator', '9999'), 'There is no agency 9999.'],
    ] as const;
    for (const [added, sentence] of tries) {
      const ended = await added;
      expect([refused(ended), ended.code]).toEqual([`kinfold: ${sentence}`, 2]);
    }
    const owner = database.pools.owner;
    expect((await owner.query("select from kinfold.person where name = 'Ada Roe'")).rowCount).toBe(0);
    expect((await add('Ada Roe', 'Ada@example.org', 'administrator', '15')).code).toBe(0);
    expect(refused(await add('Ada Roe', 'ada@example.org', 'quality', '15'))).toContain(
      'has that mail address already',
    );
    const { rows } = await owner.query(
      `select e.operation, e.agency, e.details ->> 'capacity' as capacity from kinfold.audit_event e join kinfold.person p on p.id = e.person where p.name = 'Ada Roe'`,
    );
    expect(rows).toEqual([{ operation: 'people.added-at-command-line', agency: 15, capacity: 'administrator' }]);
  });

  test('the trail verifies, and a seal that the database lost is found', async () => {
    expect(await json(['audit', 'verify'])).toMatchObject({ ok: true, problems: [] });
    const heads = path.join(folder, 'heads.jsonl');
    await writeFile(heads, `${JSON.stringify({ number: 1, era: 1, head: '00', sealedAt: '' })}\n`);
    const found = await kinfold(['audit', 'verify', '--heads', heads]);
    expect(found.code).toBe(3);
    expect(found.out).toContain('seal that the database does not have');
    expect(refused(found)).toBe('kinfold: The audit trail is not as it was written.');
  });

  test('doctor finds all well', async () => {
    const findings = await json(['doctor']);
    expect(findings).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'database', well: true })]));
  });

  test('doctor finds authenticator apps that the secret does not open', async () => {
    const owner = database.pools.owner;
    const person = randomUUID();
    await owner.query("insert into kinfold.person (id, name) values ($1, 'Kit Moe')", [person]);
    const sealed = seal('the secret of another installation', 'totp secret', person, 'JBSWY3DPEHPK3PXP');
    await owner.query('insert into kinfold.totp (person, secret, confirmed_at) values ($1, $2, now())', [
      person,
      sealed,
    ]);
    const found = await kinfold(['doctor']);
    await owner.query('delete from kinfold.totp');
    expect([found.code, found.out]).toEqual([
      3,
      expect.stringContaining('wrong  the secret: authenticator apps of 1 person open'),
    ]);
  });

  test('a backup restored into a new data folder is found well before anybody starts it', async () => {
    const file = path.join(folder, 'moved.backup');
    const passphrase = { KINFOLD_BACKUP_PASSPHRASE: 'of the tests, long enough' };
    expect((await kinfold(['backup', file], passphrase)).code).toBe(0);
    const data = await mkdtemp(path.join(os.tmpdir(), 'kinfold-moved-'));
    const there = { DATABASE_URL: '', KINFOLD_SECRET: '', KINFOLD_DATA: data };
    const restored = await kinfold(['restore', file, '--json'], { ...passphrase, ...there });
    const found = await kinfold(['doctor', '--json'], there);
    await rm(data, { recursive: true, force: true });
    expect([restored.code, JSON.parse(restored.out)]).toEqual([0, expect.objectContaining({ secret: 'taken-over' })]);
    const wrong = (JSON.parse(found.out) as { well: boolean; words: string }[]).filter(({ well }) => !well);
    expect([found.code, wrong]).toEqual([0, []]);
  });

  test('a call that is wrong ends with 2', async () => {
    const calls = [
      ['nothing'],
      ['policy', 'evaluate'],
      ['policy', 'explain', 'twelve'],
      ['client', 'revoke', 'x'],
      ['migrate', '--nothing'],
    ];
    const codes = await Promise.all(calls.map(async (words) => [words.join(' '), (await kinfold(words)).code]));
    expect(codes).toEqual(calls.map((words) => [words.join(' '), 2]));
  });
});
