import { join } from 'node:path';
import { systemClock } from '#platform/clock/clock.ts';
import type { Connection } from '#platform/database/connection.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openPools } from '#platform/database/pools.ts';
import { ensureRoles } from '#platform/database/roles.ts';
import { localDay } from '../seeds/local-time.ts';
import { ensureDirectory } from '../src/first-start.ts';
import { projectFolder } from '../src/project-folder.ts';
import { helper } from './helpers.ts';
import { writeStaff } from './staffing.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** The pages commands would have written, which leave what a chart has recorded since it last passed a multiple of 32. */
const PAGES = `insert into kinfold.fact_page (chart, to_seq, facts)
  select f.chart, max(f.seq), json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq)
  from kinfold.fact f join (select chart, max(seq) / 32 * 32 as to_seq from kinfold.fact group by chart) p on p.chart = f.chart and f.seq <= p.to_seq
  group by f.chart`;

/** Fills the database once; a kept folder that holds this size is used as it is. */
export async function ensureData(
  connection: Connection,
  secret: string,
  url: string,
  youths: number,
): Promise<string | null> {
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
    await pools.owner.query(PAGES);
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
