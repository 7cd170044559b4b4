import { type Db, plain } from '#platform/database/db.ts';
import type { Transaction } from '#platform/database/transaction.ts';
import type { SeedChart, SeedLook } from './seed-chart.ts';

const MS_PER_DAY = 86_400_000;
/** The trail of a seeded world reaches this far back. */
const DAYS_KEPT = 30;

export interface ChartLook extends SeedLook {
  readonly chart: string;
  readonly programme: string;
}

/** Who did and saw what lately: what the commands would have left, and the care manager's own looks. */
export function looksOf(charts: readonly SeedChart[], nowMs: number): ChartLook[] {
  const since = nowMs - DAYS_KEPT * MS_PER_DAY;
  const looks = charts.flatMap((chart) => {
    const recent = chart.looks.filter(({ at }) => at >= since && at <= nowMs);
    const opened = recent.slice(-3).map((look) => ({
      ...look,
      at: look.at - 90_000,
      operation: 'chart.opened',
      outcome: 'looked' as const,
      details: {},
    }));
    return [...recent, ...opened].map((look) => ({ ...look, chart: chart.id, programme: chart.programme }));
  });
  return looks.sort((a, b) => a.at - b.at);
}

const APPEND = `insert into kinfold.audit_event (at, person, seat, capacity, agency, programme, holder, chart, operation, outcome, details, digest, era)
  select at, person, seat, capacity, agency, programme, holder, chart, operation, outcome, details, '', (select coalesce(max(era), 1) from kinfold.audit_era)
  from jsonb_to_recordset($1::jsonb) as l (at timestamptz, person uuid, seat uuid, capacity text, agency integer, programme text, holder integer, chart uuid,
    operation text, outcome text, details jsonb) order by at`;

/** Appends the trail. Months get their own part while nothing is in the way. */
export async function writeLooks(tx: Transaction, looks: readonly ChartLook[]): Promise<void> {
  if (await othersEmpty(tx)) {
    for (const month of new Set(looks.map(({ at }) => new Date(at).toISOString().slice(0, 7)))) {
      await tx.query(plain('select kinfold.ensure_audit_month($1::date)'), [`${month}-01`]);
    }
  }
  const rows = looks.map(({ at, who, holder, chart, programme, operation, outcome, details }) => ({
    at: new Date(at).toISOString(),
    ...{ person: who.person, seat: who.seat, capacity: who.capacity, agency: who.agency },
    ...{ programme, holder, chart, operation, outcome, details },
  }));
  await tx.query(plain(APPEND), [JSON.stringify(rows)]);
}

/** A month's part cannot be made while the rest holds rows of that month. */
async function othersEmpty(db: Db): Promise<boolean> {
  return (await db.query(plain('select 1 from kinfold.audit_event_other limit 1'))).rowCount === 0;
}
