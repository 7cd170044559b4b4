import { copyClient } from '#platform/database/backup/copy.ts';
import type { Connection } from '#platform/database/connection.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { SeedChart } from '../seeds/seed-chart.ts';
import { type WriteDeps, writeCharts } from '../seeds/write-charts.ts';
import { benchChart } from './bench-chart.ts';
import { copySink } from './copy-sink.ts';
import { profileFor } from './history.ts';
import { staffing } from './staffing.ts';

export interface Share {
  readonly youths: number;
  readonly part: number;
  readonly parts: number;
  readonly today: CalendarDay;
}

/** Charts a statement carries. */
const BATCH = 250;

/** Writes one share of the youths. Returns how many rows went in. Checks of references rest: everything is made by us. */
export async function writeShare(
  connection: Connection,
  share: Share,
  deps: WriteDeps,
  told: (charts: number) => void,
): Promise<number> {
  const client = await copyClient(connection);
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set timezone = 'UTC'; set work_mem = '64MB'`,
    );
    const sink = copySink(client);
    const staff = staffing(share.youths);
    const profile = profileFor(share.youths);
    let rows = 0;
    let charts: SeedChart[] = [];
    const flush = async () => {
      const counts = await writeCharts(sink, charts, deps);
      for (const count of Object.values(counts)) rows += count;
      told(charts.length);
      charts = [];
    };
    for (let index = share.part; index < share.youths; index += share.parts) {
      charts.push(benchChart(index, staff, profile, share.today));
      if (charts.length >= BATCH) await flush();
    }
    if (charts.length > 0) await flush();
    return rows;
  } finally {
    await client.end();
  }
}
