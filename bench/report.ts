import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { copyClient } from '#platform/database/backup/copy.ts';
import type { Connection } from '#platform/database/connection.ts';
import { projectFolder } from '../src/project-folder.ts';
import { percentile, rate, ratioWords } from './arithmetic.ts';
import { profileFor } from './history.ts';
import type { Measured } from './rounds.ts';

const GOALS: Readonly<Record<string, number>> = { chart: 1 / 2, worklist: 1 / 2, contact: 1 / 3, search: 1 / 2 };

export async function diskPerYouthYear(connection: Connection, youths: number): Promise<string> {
  const client = await copyClient(connection);
  try {
    const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database())::text as size');
    const years = (youths * profileFor(youths).days) / 365;
    return `disk: ${(Number(rows[0]?.size ?? 0) / years / 1000).toFixed(1)} kB a youth-year`;
  } finally {
    await client.end();
  }
}

export function table(measured: readonly Measured[]): string[] {
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

export async function machine(connection: Connection): Promise<string> {
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
export async function writeReport(youths: number, report: string): Promise<void> {
  const file = join(projectFolder, 'docs/reference/performance.md');
  const [begin, end] = [`<!-- bench ${youths} begin -->`, `<!-- bench ${youths} end -->`];
  const text = await readFile(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`docs/reference/performance.md has no place for ${youths} youths.`);
  await writeFile(file, `${text.slice(0, from + begin.length)}\n${report}\n${text.slice(to)}`);
}
