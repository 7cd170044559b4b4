import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate } from '#modules/policy/index.ts';
import { medianChart } from '#modules/policy/testing/median-chart.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { copyClient } from '#platform/database/backup/copy.ts';
import type { Connection } from '#platform/database/connection.ts';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { addDays, isoDay } from '#shared/calendar-day.ts';
import { localDay } from '../seeds/local-time.ts';
import { ensureData } from './fill.ts';
import { helper } from './helpers.ts';
import { jobsFor, type Signed } from './jobs.ts';
import { measureLoad } from './load.ts';
import { measureReEvaluation } from './re-evaluate.ts';
import { diskPerYouthYear, machine, table, writeReport } from './report.ts';
import { playRole, usualPolicies } from './roles.ts';
import { type Measured, measure } from './rounds.ts';
import { staffing } from './staffing.ts';

/** Different care managers signed in at once, so that no cache of one person's world flatters the product, and no chart is given a year of notes in a minute. */
const SIGNED_IN = 240;

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
      jobs: { type: 'string', default: 'chart,worklist,contact,search,load,evaluate,re-evaluate' },
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
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void database.stop().finally(() => process.exit(130)));
  }
  try {
    const url = urlOf(database.connection);
    const env = { DATABASE_URL: url, KINFOLD_SECRET: database.secret };
    const filled = await ensureData(database.connection, database.secret, url, youths);
    if (filled) lines.push(filled);
    const wanted = values.jobs.split(',');
    const measured = await runJobs(
      database.connection,
      database.secret,
      env,
      wanted,
      youths,
      Number(values.connections),
      Number(values.seconds),
      lines,
    );
    if (wanted.includes('evaluate')) lines.push(...(await evaluateRates()));
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

async function runJobs(
  connection: Connection,
  secret: string,
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
    if (wanted.includes('load')) {
      say('measuring load …');
      lines.push(await measureLoad(connection, secret, youths));
    }
    if (wanted.includes('re-evaluate') && jobs.chart) {
      say('measuring re-evaluate …');
      lines.push(await measureReEvaluation(connection, secret, jobs.chart, ports.product));
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

/** The pure engine on a median history, and the same with the rows it stores: no database, one core. */
async function evaluateRates(): Promise<string[]> {
  const { evaluate: withRows, shelf } = await usualPolicies();
  const compiled = shelf.compiled('nj-cmo', 15);
  if (!compiled) throw new Error('no pack for nj-cmo');
  const facts = medianChart();
  const pure = perSecond(() => evaluate(compiled, facts));
  const rows = perSecond(() => withRows('nj-cmo', 15, facts));
  const number = (rate: number) => Math.round(rate).toLocaleString('en');
  const words = ({ clock, processor }: Rates) =>
    `${number(clock)} enrolments a second by the clock, ${number(processor)} a second of processor time`;
  return [
    `evaluate: ${words(pure)} (${facts.length} facts each, full pack; goal 20,000)`,
    `evaluate, with the rows to store: ${words(rows)}`,
  ];
}

interface Rates {
  readonly clock: number;
  /** Collecting garbage on other threads is counted; waiting for a processor somebody else has is not. */
  readonly processor: number;
}

/** How often something runs in a second, once it is warm. */
function perSecond(run: () => unknown): Rates {
  for (let n = 0; n < 3000; n += 1) run();
  const [started, before] = [performance.now(), process.cpuUsage()];
  let count = 0;
  while (performance.now() - started < 3000) {
    run();
    count += 1;
  }
  const { user, system } = process.cpuUsage(before);
  return { clock: (count * 1000) / (performance.now() - started), processor: (count * 1e6) / (user + system) };
}
