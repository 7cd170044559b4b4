import { setTimeout as pause } from 'node:timers/promises';
import { askReEvaluation } from '#modules/policy-desk/index.ts';
import type { Connection } from '#platform/database/connection.ts';
import { openPools } from '#platform/database/pools.ts';
import { percentile } from './arithmetic.ts';
import type { Job } from './jobs.ts';
import { Line } from './line.ts';

/** People who open charts meanwhile, and how long each looks before the next one, in milliseconds. */
const READERS = 4;
const LOOKS_MS = 50;
/** How long charts are opened before anything is evaluated again, to compare with. */
const ALONE_MS = 5_000;

const STALE = 'not yet';
/** A rule nobody knew of before: its duties are not there, and every chart was made by other rules. */
const NEW_RULE = 'nj.review';

/**
 * All charts evaluated again and stored by the program itself, as after a change of the rules, while people open charts.
 * Throws when it stands still. Returns one line of the report.
 */
export async function measureReEvaluation(
  connection: Connection,
  secret: string,
  chart: Job,
  port: number,
): Promise<string> {
  const { owner, end } = openPools(connection, { secret });
  const left = async (): Promise<number> => {
    const { rows } = await owner.query<{ n: number }>(
      'select count(*)::int as n from kinfold.chart where evaluated_with = $1',
      [STALE],
    );
    return rows[0]?.n ?? 0;
  };
  try {
    const alone = await readWhile(chart, port, pause(ALONE_MS));
    const removed = await owner.query('delete from kinfold.duty where rule = $1', [NEW_RULE]);
    await owner.query('update kinfold.chart set evaluated_with = $1', [STALE]);
    await owner.query('analyze kinfold.chart, kinfold.duty');
    const all = await left();
    const started = performance.now();
    await askReEvaluation(owner, null);
    const during = await readWhile(chart, port, untilNone(left));
    const seconds = (performance.now() - started) / 1000;
    const perSecond = Math.round(all / seconds);
    return `re-evaluate: ${perSecond.toLocaleString('en')} enrolments a second stored (${all.toLocaleString('en')} in ${seconds.toFixed(1)} s, ${(removed.rowCount ?? 0).toLocaleString('en')} duties new; goal 500); a chart meanwhile ${timesOf(during)} ms, alone ${timesOf(alone)} ms (p50 / p95)`;
  } finally {
    await end();
  }
}

const timesOf = (times: readonly number[]): string =>
  `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)}`;

/** Waits until nothing is left. Throws when for a minute nothing became less. */
async function untilNone(left: () => Promise<number>): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  let movedAt = performance.now();
  for (let now = await left(); now > 0; now = await left()) {
    if (now < least) movedAt = performance.now();
    least = Math.min(least, now);
    if (performance.now() - movedAt > 60_000) throw new Error(`${now} charts are not evaluated again`);
    await pause(100);
  }
}

/** Opens charts, one after the other for each reader, until something is done. Returns how long each took, in milliseconds. */
async function readWhile(chart: Job, port: number, done: Promise<void>): Promise<number[]> {
  const times: number[] = [];
  let over = false;
  const lines = await Promise.all(Array.from({ length: READERS }, () => Line.open(port)));
  let n = 0;
  const read = async (line: Line): Promise<void> => {
    while (!over) {
      n += 1;
      const sent = performance.now();
      const reply = await chart.product(line, n);
      if (reply.status !== 200) throw new Error(`answered ${reply.status}: ${reply.body.toString('utf8', 0, 500)}`);
      times.push(performance.now() - sent);
      await pause(LOOKS_MS);
    }
  };
  const ending = done.finally(() => {
    over = true;
  });
  try {
    await Promise.all([ending, ...lines.map(read)]);
  } finally {
    over = true;
    for (const line of lines) line.close();
  }
  return times;
}
