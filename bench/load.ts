import { SeatPools } from '#modules/record/seat-pools.ts';
import { type ImportColumn, suggestMapping } from '#modules/referral/import/columns.ts';
import { readReferralFile } from '#modules/referral/import/read-file.ts';
import { importReferrals } from '#modules/referral/import-service/index.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { copyClient, copyIn, copyOut } from '#platform/database/backup/copy.ts';
import type { Connection } from '#platform/database/connection.ts';
import { openPools } from '#platform/database/pools.ts';
import { addDays } from '#shared/calendar-day.ts';
import { inventedReferral } from '../seeds/invented-family.ts';
import { localDay } from '../seeds/local-time.ts';
import { Random } from '../seeds/random.ts';
import { countiesOfZip, countyNames } from '../src/places.ts';
import { ratioWords } from './arithmetic.ts';
import { PLACES } from './places.ts';
import { usualPolicies } from './roles.ts';
import { staffing } from './staffing.ts';

/** Referrals in the file. */
const REFERRALS = 2_000;

/**
 * A file of referrals brought in as the administrator does it: read, checked, matched against everybody known, each with
 * its facts, duties and audit row. The floor copies the very rows this wrote into bare tables with the same indexes.
 * Returns one line of the report.
 */
export async function measureLoad(connection: Connection, secret: string, youths: number): Promise<string> {
  const pools = openPools(connection, { secret });
  const client = await copyClient(connection);
  try {
    const since = (await client.query<{ id: string }>('select coalesce(max(number), 0) as id from kinfold.chart'))
      .rows[0]?.id;
    const { evaluate } = await usualPolicies();
    const deps = {
      seats: new SeatPools(pools),
      clock: systemClock,
      evaluate,
      counties: countyNames,
      countiesOfZip,
      owner: pools.owner,
    };
    const text = fileOf(REFERRALS, String(since));
    const mapping = suggestMapping(readReferralFile(text).columns);
    const fileName = `load-${since}.csv`;
    const started = performance.now();
    const { counts } = await importReferrals(deps, {
      seat: staffing(youths).csa.seat,
      fileName,
      text,
      mapping,
      source: fileName,
    });
    const productMs = performance.now() - started;
    const { rows, floorMs } = await copyTheSame(client, String(since));
    const product = rows / (productMs / 1000);
    const floor = rows / (floorMs / 1000);
    const told = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
    return `load: ${Math.round((REFERRALS * 1000) / productMs).toLocaleString('en')} referrals a second (${REFERRALS} in a file: ${told.join(', ')}); ${Math.round(product).toLocaleString('en')} rows/s against ${Math.round(floor).toLocaleString('en')} of a bare copy of the same rows: ${ratioWords(product / floor)}, goal ${ratioWords(1 / 4)}`;
  } finally {
    await client.end();
    await pools.end();
  }
}

/** Tables a referral is written to, found by what has rows of the new charts. */
const TABLES = `
  select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'kinfold' and t.table_type = 'BASE TABLE' and c.column_name = 'chart' and c.table_name !~ '^audit_event_' order by 1`;

async function copyTheSame(client: Awaited<ReturnType<typeof copyClient>>, since: string) {
  const { rows: tables } = await client.query<{ name: string }>(TABLES);
  const news = `select id from kinfold.chart where number > ${Number(since)}`;
  const held: { name: string; pieces: Buffer[]; rows: number }[] = [];
  await client.query('create schema if not exists bench_floor');
  for (const { name } of [{ name: 'chart' }, ...tables]) {
    const where = name === 'chart' ? `number > ${Number(since)}` : `chart in (${news})`;
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from kinfold.${name} where ${where}`);
    const count = rows[0]?.n ?? 0;
    if (count === 0) continue;
    const pieces: Buffer[] = [];
    for await (const piece of copyOut(client, `copy (select * from kinfold.${name} where ${where}) to stdout`)) {
      pieces.push(Buffer.from(piece));
    }
    await client.query(`create table bench_floor.${name} (like kinfold.${name} including indexes including defaults)`);
    held.push({ name, pieces, rows: count });
  }
  const started = performance.now();
  for (const { name, pieces } of held) {
    const copy = copyIn(client, `copy bench_floor.${name} from stdin`);
    for (const piece of pieces) await copy.write(piece);
    await copy.end();
  }
  const floorMs = performance.now() - started;
  await client.query('drop schema bench_floor cascade');
  return { rows: held.reduce((sum, { rows }) => sum + rows, 0), floorMs };
}

/** A file as an administrator's system writes it; every family of it is new. */
function fileOf(referrals: number, series: string): string {
  const random = new Random(`file ${series}`);
  const today = localDay(systemClock.now());
  const lines: string[] = [];
  for (let n = 0; n < referrals; n += 1) {
    const place = random.pick(PLACES[n % PLACES.length] ?? []);
    const draft = inventedReferral(random, {
      place,
      receivedOn: addDays(today, -random.int(0, 30)),
      externalId: `${series}-${n}`,
    });
    const row: Partial<Record<ImportColumn, string | null>> = {
      referral_id: draft.externalId,
      received_at: draft.receivedOn,
      youth_first_name: draft.youth.firstName,
      youth_last_name: `${draft.youth.lastName}${letters(n)}`,
      date_of_birth: draft.youth.birthDay,
      gender: draft.youth.gender.code,
      address: `${n} ${draft.address.line}`,
      city: draft.address.city,
      state: draft.address.state,
      zip: draft.address.zip,
      county: draft.address.county,
      guardian_first_name: draft.guardian.firstName,
      guardian_last_name: draft.guardian.lastName,
      guardian_relationship: 'mother',
      guardian_phone: `908${String(2_000_000 + n)}`,
      domains: 'mental health',
      situation: draft.situation.replaceAll('"', "'"),
      caller: 'parent',
      consent_to_refer: 'Y',
      intensity: 'moderate',
    };
    if (n === 0) lines.push(Object.keys(row).join(','));
    lines.push(
      Object.values(row)
        .map((cell) => `"${cell ?? ''}"`)
        .join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** A number as letters, so that no two families have one name. */
function letters(n: number): string {
  return [...n.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
}
