import { aheadOf, lastNearDay } from '#modules/policy/ahead.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { day, isoDay } from '#shared/calendar-day.ts';
import { type StoredDuty, standStored } from './stored-duty.ts';

/** What is due later is neither late nor soon: of a duty of each period the row has the first that nobody met. */
const OPEN_OF = statement(
  'duties.open-of-charts',
  `select d.chart, d.key, d.rule, d.clause, d.force, d.state, d.owes, d.owing, d.due, d.due_at as "dueAt", d.late_after as "lateAfter",
     d.late_after_at as "lateAfterAt", d.until, d.paused_from as "pausedFrom", d.pattern, d.open_parts as "openParts"
   from kinfold.duty d where d.chart = any ($1::uuid[]) and d.state in ('open', 'partial', 'delegated') and d.owing = 'holder' and d.due <= $2::date`,
);

export interface StandingCount {
  late: number;
  /** Due within the seven days that begin today, or past its day and not late. */
  soon: number;
}

export interface CountedAt {
  readonly now: string;
  readonly today: string;
}

/** Late and soon per chart, by the same arithmetic as every worklist, of duties the reader may see. */
export async function standingCounts(
  db: Db,
  charts: readonly string[],
  { now, today }: CountedAt,
): Promise<ReadonlyMap<string, StandingCount>> {
  const counts = new Map<string, StandingCount>(charts.map((chart) => [chart, { late: 0, soon: 0 }]));
  const { rows } = await db.query<StoredDuty & { chart: string }>(OPEN_OF, [charts, isoDay(lastNearDay(day(today)))]);
  for (const row of rows) {
    const stands = standStored(row, now, day(today));
    const count = counts.get(row.chart);
    if (!count) continue;
    if (stands.standing === 'late') count.late += 1;
    else if (NEAR.has(stands.standing) && aheadOf(day(stands.due), day(today)) !== 'later') count.soon += 1;
  }
  return counts;
}

const NEAR = new Set(['today', 'soon', 'amber']);
