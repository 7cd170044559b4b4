import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSealer } from '#modules/audit/seal/sealer.ts';
import { inMemoryDirectory } from '#modules/directory/index.ts';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openPools } from '#platform/database/pools.ts';
import { ensureRoles } from '#platform/database/roles.ts';
import { jsonLog } from '#platform/log/log.ts';
import { isoDay } from '#shared/calendar-day.ts';
import { createApp } from '../../../app.ts';
import { factKinds } from '../../../fact-kinds.ts';
import { ensureDirectory } from '../../../first-start.ts';
import { projectFolder } from '../../../project-folder.ts';

// The whole program on an embedded database, signing one note after the other on four charts until it is killed. Each
// acknowledged note is written to a file outside the database; one that was not acknowledged is sent again as it was.

const [dataDir = '', binariesDir = '', outside = ''] = process.argv.slice(2);
const CHARTS = 4;

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
const { app } = await createApp({
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

const on = isoDay(dayInZone(systemClock.now(), 'America/New_York'));
const { careManager, charts } = await world();
const { post } = requestsTo(app);
console.log(`ready ${server.pid}`);
await Promise.all(charts.map(sign));

/** Made by the first program and found again by those after it. */
async function world(): Promise<{ careManager: Seated; charts: string[] }> {
  const file = join(outside, 'world.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const { owner } = pools;
  const csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  const supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  const careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  const charts: string[] = [];
  for (let n = 0; n < CHARTS; n++) charts.push(await enrolYouth(app, { csa, supervisor, careManager, agency: 15, on }));
  const made = { careManager, charts };
  writeFileSync(file, JSON.stringify(made));
  return made;
}

async function sign(chart: string): Promise<never> {
  for (let n = 0; ; n++) {
    const note = {
      id: randomUUID(),
      made: n % 3 !== 0,
      withWhom: ['caregiver'],
      how: 'telephone',
      on,
      words: `note ${n}`,
    };
    while (!(await acknowledged(chart, note))) await pause(20);
    appendFileSync(join(outside, 'acknowledged'), `${chart} ${note.id}\n`);
    console.log('signed');
  }
}

async function acknowledged(chart: string, note: Readonly<Record<string, unknown>>): Promise<boolean> {
  const { statusCode } = await post(careManager, `/api/charts/${chart}/contacts`, note);
  if (statusCode !== 200 && statusCode < 500) throw new Error(`refused: ${statusCode}`);
  return statusCode === 200;
}
