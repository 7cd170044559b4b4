import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { medianChart } from '#modules/policy/testing/median-chart.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { copyClient } from '#platform/database/backup/copy.ts';
import type { Connection } from '#platform/database/connection.ts';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openPools } from '#platform/database/pools.ts';
import { ensureRoles } from '#platform/database/roles.ts';
import { addDays, isoDay } from '#shared/calendar-day.ts';
import { localDay } from '../seeds/local-time.ts';
import { ensureDirectory } from '../src/first-start.ts';
import { projectFolder } from '../src/project-folder.ts';
import { percentile, rate, ratioWords } from './arithmetic.ts';
import { profileFor, staffing, writeStaff } from './dataset.ts';
import { helper } from './helpers.ts';
import { jobsFor, type Signed } from './jobs.ts';
import { playRole, usualDeps } from './roles.ts';
import { type Measured, measure } from './rounds.ts';

const GOALS: Readonly<Record<string, number>> = { chart: 1 / 2, worklist: 1 / 2, contact: 1 / 3, search: 1 / 2 };
/** Different care managers signed in at once, so that no cache of one person's world flatters the product. */
const SIGNED_IN = 64;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const role = process.env.KINFOLD_BENCH_ROLE;
if (role) await playRole(role);
else await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      youths: { type: 'string', default: '1000' },
      connections: { type: 'string', default: '16' },
      seconds: { type: 'string', default: '8' },
      jobs: { type: 'string', default: 'chart,worklist,contact,search,evaluate' },
      write: { type: 'boolean', default: false },
    },
  });
  const youths = Number(values.youths);
  const kept = process.env.KINFOLD_BENCH_DATA;
  const dataDir = kept ?? mkdtempSync(join(os.tmpdir(), 'kinfold-bench-'));
  const lines: string[] = [];
  const started = performance.now();
  const database = await startEmbedded({ dataDir });
  const startMs = performance.now() - started;
  try {
    const url = urlOf(database.connection);
    const env = { DATABASE_URL: url, KINFOLD_SECRET: database.secret };
    const filled = await ensureData(database.connection, database.secret, url, youths);
    if (filled) lines.push(filled);
    const wanted = values.jobs.split(',');
    const measured = await runJobs(
      database.connection,
      env,
      wanted,
      youths,
      Number(values.connections),
      Number(values.seconds),
      lines,
    );
    if (wanted.includes('evaluate')) lines.push(await evaluateRate());
    lines.push(`database started in ${startMs.toFixed(0)} ms; ${await diskPerYouthYear(database.connection, youths)}`);
    const command = `npm run bench -- ${process.argv
      .slice(2)
      .filter((arg) => arg !== '--write')
      .join(' ')}`;
    const report = [
      await machine(database.connection),
      '',
      `\`${command}\``,
      '',
      ...table(measured),
      '',
      ...lines.map((line) => `- ${line}`),
    ].join('\n');
    say(`\n${report}`);
    if (values.write) await writeReport(youths, report);
  } finally {
    await database.stop();
    if (!kept) await rm(dataDir, { recursive: true, force: true });
  }
}

function urlOf({ host, port, user, password, database }: Connection): string {
  const socket = host.startsWith('/');
  return `postgres://${user}:${encodeURIComponent(password)}@${socket ? 'localhost' : host}:${port}/${database}${socket ? `?host=${encodeURIComponent(host)}` : ''}`;
}

/** Fills the database once; a kept folder that holds this size is used as it is. */
async function ensureData(connection: Connection, secret: string, url: string, youths: number): Promise<string | null> {
  const pools = openPools(connection, { secret });
  try {
    await ensureRoles(pools.owner, secret);
    await migrate(pools.owner, join(projectFolder, 'db/migrations'));
    await ensureDirectory(pools.owner);
    const { rows } = await pools.owner.query<{ n: number }>('select count(*)::int as n from kinfold.chart');
    const there = rows[0]?.n ?? 0;
    if (there >= youths) return null;
    if (there > 0) throw new Error(`The folder holds ${there} charts; use another for ${youths}.`);
    say(`writing ${youths} youths …`);
    const started = performance.now();
    await writeStaff(connection, youths);
    const written = await writeAll(url, youths);
    await pools.owner.query('vacuum (freeze, analyze)');
    const seconds = (performance.now() - started) / 1000;
    return `data: ${written.toLocaleString('en')} rows of ${youths.toLocaleString('en')} youths written and evaluated in ${seconds.toFixed(0)} s (${Math.round(written / seconds).toLocaleString('en')} rows/s)`;
  } finally {
    await pools.end();
  }
}

async function writeAll(url: string, youths: number): Promise<number> {
  const parts = 2;
  const today = String(localDay(systemClock.now()));
  let done = 0;
  let shown = 0;
  const counts = await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      let rows = 0;
      const env = { DATABASE_URL: url, YOUTHS: String(youths), PART: String(part), PARTS: String(parts), TODAY: today };
      const { child } = await helper('writer', env, (message) => {
        if (typeof message.rows === 'number') rows = message.rows;
        done += Number(message.charts ?? 0);
        if (done - shown >= youths / 10) {
          shown = done;
          say(`  ${done} of ${youths}`);
        }
      });
      const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
      if (code !== 0) throw new Error(`a writer ended with ${code}`);
      return rows;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function runJobs(
  connection: Connection,
  env: Record<string, string>,
  wanted: readonly string[],
  youths: number,
  connections: number,
  seconds: number,
  lines: string[],
): Promise<Measured[]> {
  const signed = await signIn(connection, youths);
  const today = localDay(systemClock.now());
  const jobs = jobsFor(signed, isoDay(today), isoDay(addDays(today, 14)));
  const begun = performance.now();
  const product = await helper('product', env);
  lines.push(
    `program started on the filled database in ${(performance.now() - begun).toFixed(0)} ms, idle with ${(Number(product.said.idle) / 1e6).toFixed(0)} MB`,
  );
  const floor = await helper('floor', env);
  const measured: Measured[] = [];
  try {
    const ports = { floor: Number(floor.said.port), product: Number(product.said.port) };
    for (const name of wanted) {
      const job = jobs[name];
      if (!job) continue;
      say(`measuring ${name} …`);
      measured.push(await measure(job, ports, connections, seconds));
    }
  } finally {
    await Promise.all([product.stop(), floor.stop()]);
  }
  return measured;
}

/** Signs in care managers spread over all organizations; sessions are made anew for every run. */
async function signIn(connection: Connection, youths: number): Promise<Signed[]> {
  const client = await copyClient(connection);
  try {
    const { careManagers } = staffing(youths);
    const chosen = Array.from({ length: SIGNED_IN }, (_, n) => {
      const team = careManagers[n % careManagers.length] ?? [];
      return team[Math.floor(n / careManagers.length) % team.length];
    }).filter((seat) => seat !== undefined);
    const { rows } = await client.query<{ seat: string; charts: string[]; beginnings: string[] }>(
      `select r.seat, array_agg(r.chart) as charts, array_agg(left(lower(regexp_replace(y.legal_last, '[^A-Za-z]', '', 'g')), 4)) as beginnings
       from kinfold.relationship r join kinfold.youth y on y.chart = r.chart where r.seat = any ($1::uuid[]) and r.to_day is null group by r.seat`,
      [chosen.map(({ seat }) => seat)],
    );
    const signed: Signed[] = [];
    for (const { seat, person, agency } of chosen) {
      const found = rows.find((row) => row.seat === seat);
      if (!found) continue;
      const token = randomBytes(32).toString('base64url');
      const hash = createHash('sha256').update(token).digest();
      await client.query(
        `insert into kinfold.session (id, token_hash, person, ends_at) values ($1, $2, $3, now() + interval '12 hours')`,
        [randomUUID(), hash, person],
      );
      signed.push({ seat, agency, token, charts: found.charts, beginnings: found.beginnings });
    }
    return signed;
  } finally {
    await client.end();
  }
}

/** The pure engine on a median history: no database, one core. */
async function evaluateRate(): Promise<string> {
  const { evaluate } = await usualDeps();
  const facts = medianChart();
  for (let n = 0; n < 3000; n += 1) evaluate('nj-cmo', 15, facts);
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < 3000) {
    evaluate('nj-cmo', 15, facts);
    count += 1;
  }
  const perSecond = Math.round((count * 1000) / (performance.now() - started));
  return `evaluate: ${perSecond.toLocaleString('en')} enrolments a second on one core (${facts.length} facts each, full pack, with the rows to store)`;
}

async function diskPerYouthYear(connection: Connection, youths: number): Promise<string> {
  const client = await copyClient(connection);
  try {
    const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database())::text as size');
    const years = (youths * profileFor(youths).days) / 365;
    return `disk: ${(Number(rows[0]?.size ?? 0) / years / 1000).toFixed(1)} kB a youth-year`;
  } finally {
    await client.end();
  }
}

function table(measured: readonly Measured[]): string[] {
  const head = [
    '| job | floor, requests/s | product, requests/s | ratio | goal | product p50 / p95, ms | floor p50 / p95, ms | largest answer, product / floor, kB |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  const rows = measured.map(({ job, floor, product }) => {
    const ratio = rate(product.rounds) / rate(floor.rounds);
    const times = (values: readonly number[]) =>
      `${percentile(values, 0.5).toFixed(1)} / ${percentile(values, 0.95).toFixed(1)}`;
    const kB = (bytes: number) => (bytes / 1000).toFixed(1);
    return `| ${job} | ${rate(floor.rounds).toFixed(0)} | ${rate(product.rounds).toFixed(0)} | ${ratioWords(ratio)} | ${ratioWords(GOALS[job] ?? 0)} | ${times(product.times)} | ${times(floor.times)} | ${kB(product.bytes)} / ${kB(floor.bytes)} |`;
  });
  return [...head, ...rows];
}

async function machine(connection: Connection): Promise<string> {
  const client = await copyClient(connection);
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const [cpu] = os.cpus();
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: projectFolder,
      encoding: 'utf8',
    }).trim();
    const memory = `${(os.totalmem() / 2 ** 30).toFixed(0)} GiB`;
    return `${cpu?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ${memory}; Node ${process.version}, PostgreSQL ${rows[0]?.server_version ?? ''}; commit ${commit}. Client, program, floor and database share the machine.`;
  } finally {
    await client.end();
  }
}

/** Puts the report between its markers in the documentation. */
async function writeReport(youths: number, report: string): Promise<void> {
  const file = join(projectFolder, 'docs/reference/performance.md');
  const [begin, end] = [`<!-- bench ${youths} begin -->`, `<!-- bench ${youths} end -->`];
  const text = await readFile(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`docs/reference/performance.md has no place for ${youths} youths.`);
  await writeFile(file, `${text.slice(0, from + begin.length)}\n${report}\n${text.slice(to)}`);
}
