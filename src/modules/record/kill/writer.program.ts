import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LightMyRequestResponse } from 'fastify';
import { startSealer } from '#modules/audit/seal/sealer.ts';
import { inMemoryDirectory } from '#modules/directory/index.ts';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openPools } from '#platform/database/pools.ts';
import { ensureRoles } from '#platform/database/roles.ts';
import { startJobs } from '#platform/jobs/start-jobs.ts';
import { jsonLog } from '#platform/log/log.ts';
import { type IsoDay, isoDay } from '#shared/calendar-day.ts';
import { createApp } from '../../../app.ts';
import { factKinds } from '../../../fact-kinds.ts';
import { ensureDirectory } from '../../../first-start.ts';
import { projectFolder } from '../../../project-folder.ts';

// The whole program on an embedded database until it is killed: it signs one note after the other on four charts, opens
// the chart after each, and imports one file of referrals after the other. What was acknowledged is written to files
// outside the database; what was not acknowledged is sent again as it was. Called with `finish` it only takes up the
// imports that are not at their end, and stops when there are none.

const [dataDir = '', binariesDir = '', outside = '', task = 'work'] = process.argv.slice(2);
const CHARTS = 4;
const ROWS = 400;
const HEADER =
  'referral_id,received_at,youth_first_name,youth_last_name,date_of_birth,county,zip,guardian_first_name,guardian_last_name,guardian_relationship,guardian_phone,domains,consent_to_refer,caller';
const note = (file: string, line: string) => appendFileSync(join(outside, file), `${line}\n`);

const server = await startEmbedded({ dataDir, binariesDir, log: (line) => console.log(`log ${line}`) });
const pools = openPools(server.connection, { secret: server.secret, sizes: { staff: 6, engine: 3 } });
await ensureRoles(pools.owner, server.secret);
await migrate(pools.owner, join(projectFolder, 'db/migrations'));
await ensureDirectory(pools.owner);
const log = jsonLog(
  (line) => console.log(line),
  () => systemClock.now(),
);
await startSealer({ owner: pools.owner, headsFile: join(outside, 'heads.jsonl'), clock: systemClock, log });
const { app, jobs } = await createApp({
  pools,
  secret: server.secret,
  publicUrl: 'http://localhost:4040',
  shelf: await readPolicies(join(projectFolder, 'policies'), factKinds),
  kinds: factKinds,
  directory: inMemoryDirectory(),
  countiesOfZip: () => [],
  mailer: null,
  clock: systemClock,
  log,
});
await app.ready();

const background = await startJobs({ pools, log, handlers: jobs, everyMs: 50 });

const on = isoDay(dayInZone(systemClock.now(), 'America/New_York'));
const { careManager, csa, charts } = await world();
const { post, get } = requestsTo(app);
console.log(`ready ${server.pid}`);
if (task === 'finish') await finish();
else await Promise.all([...charts.map(sign), importFiles()]);

async function finish(): Promise<void> {
  const left = `select count(*)::int as n from kinfold.job_progress where state in ('waiting', 'running')`;
  while ((await pools.owner.query<{ n: number }>(left)).rows[0]?.n !== 0) await pause(100);
  console.log('finished');
  await background.stop();
  await pools.end();
  await server.stop();
  process.exit(0);
}

/** Made by the first program and found again by those after it. */
async function world(): Promise<{ careManager: Seated; csa: Seated; charts: string[] }> {
  const file = join(outside, 'world.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const { owner } = pools;
  const csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  const supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  const careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  const charts: string[] = [];
  for (let n = 0; n < CHARTS; n++)
    charts.push(await enrolYouth(app, { csa, supervisor, careManager, agency: 15, on, referral: family(n) }));
  const made = { careManager, csa, charts };
  writeFileSync(file, JSON.stringify(made));
  return made;
}

/** Families that share nothing a search for likely duplicates would go by. */
function family(n: number): Partial<ReferralDraft> {
  const { youth, guardian, address } = referralDraft();
  const lastName = ['Abbott', 'Keller', 'Osborne', 'Tran'][n % CHARTS] ?? 'Vargas';
  const firstName = ['Ines', 'Bruno', 'Wendell', 'Thuy'][n % CHARTS] ?? 'Luz';
  return {
    youth: { ...youth, firstName, lastName, birthDay: `201${n + 1}-0${n + 2}-1${n}` as IsoDay },
    guardian: guardian && { ...guardian, lastName, telephone: `+190855501${n}${n}` },
    address: { ...address, line: `${n + 3} ${lastName} Road` },
  };
}

async function sign(chart: string): Promise<never> {
  for (let n = 0; ; n++) {
    const body = {
      id: randomUUID(),
      made: n % 3 !== 0,
      withWhom: ['caregiver'],
      how: 'telephone',
      on,
      words: `note ${n}`,
    };
    await untilAcknowledged(() => post(careManager, `/api/charts/${chart}/contacts`, body));
    note('acknowledged', `${chart} ${body.id}`);
    console.log('signed');
    await untilAcknowledged(() => get(careManager, `/api/charts/${chart}`));
    note('looked', chart);
  }
}

/** Two of the rows cannot be read; the numbers are the file's own, so that a row taken in twice would be seen. */
function referrals(file: string): string {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const born = n === 7 || n === ROWS - 7 ? 'yesterday' : '2013-05-26';
    return `${file}-${n},${on},Given${n},Family${n * 7919},${born},Union,07201,Ana,Family${n * 7919},mother,(908) 555-0100,mental health,Y,parent`;
  });
  return [HEADER, ...rows].join('\n');
}

async function importFiles(): Promise<never> {
  for (;;) {
    const id = randomUUID();
    const body = { id, fileName: 'referrals.csv', text: referrals(id.slice(0, 8)), source: 'call center' };
    await untilAcknowledged(() => post(csa, '/api/imports', body));
    note('imports', id);
    for (;;) {
      const { state, done } = (await untilAcknowledged(() => get(csa, `/api/imports/${id}?limit=1`))).json();
      if (state !== 'running') break;
      if (done > 0 && done < ROWS) console.log('half an import');
      await pause(20);
    }
  }
}

/** Asks again, as before, until it was answered: an error of ours means that nobody knows whether it was done. */
async function untilAcknowledged(ask: () => Promise<LightMyRequestResponse>): Promise<LightMyRequestResponse> {
  for (;;) {
    const answer = await ask();
    if (answer.statusCode === 200) return answer;
    if (answer.statusCode < 500) throw new Error(`refused: ${answer.statusCode}`);
    await pause(20);
  }
}
