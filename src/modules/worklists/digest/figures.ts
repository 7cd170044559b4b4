import { permissionsOf } from '#modules/access/permissions.ts';
import { countToRenew } from '#modules/directory/agreements/count-to-renew.ts';
import { standStored } from '#modules/duties/stored-duty.ts';
import { A_GAP } from '#modules/enrolment/gap.ts';
import type { ReadContext } from '#modules/record/read.ts';
import { statement } from '#platform/database/db.ts';
import type { Counts } from '#platform/mail/words.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import type { Whose } from '../contract.ts';
import { isOwedNow } from '../owed-item.ts';
import { owedRows } from '../queries.ts';
import { countQuiet } from '../quiet.ts';
import { timeOf } from '../time-of.ts';

const GAPS = statement('worklists.gap', `select count(*)::int as gap from kinfold.chart c where ${A_GAP}`);
/** As far ahead as the lists on screen look. */
const AHEAD = 14;

/**
 * What the digest of one seat says: numbers, under the seat's own row security, so that they are the numbers its screen
 * shows. Whoever keeps the agency's agreements is also told how many are to renew; whoever assigns charts, how their team
 * stands and how many youths nobody is accountable for.
 */
export async function figuresOf(context: ReadContext): Promise<Counts> {
  const { db, caller, nowMs } = context;
  const { today, capacity } = await context.actor();
  const now = new Date(nowMs).toISOString();
  const upTo = isoDay(addDays(day(today), AHEAD));
  const times = async (whose: Whose) => {
    const rows = await owedRows(db, whose, caller.seat, upTo);
    return rows
      .map((row) => ({ ...row, ...standStored(row, now, day(today)) }))
      .filter(isOwedNow)
      .map((item) => timeOf(item, today));
  };
  const late = (of: readonly string[]) => of.filter((time) => time === 'late').length;
  const soon = (of: readonly string[]) => of.filter((time) => time === 'today' || time === 'soon').length;
  const [mine, waiting, quiet] = await Promise.all([
    times('mine'),
    times('waiting'),
    countQuiet(db, 'mine', caller.seat, today),
  ]);
  const may = permissionsOf(capacity);
  const own = {
    ...{ late: late(mine), soon: soon(mine), waiting: waiting.length, quiet: quiet.quiet14 },
    ...(may.includes('agreement.record') ? { agreements: await countToRenew(db, today) } : {}),
  };
  if (!may.includes('caseload.assign')) return own;
  const [team, teamQuiet, gap] = await Promise.all([
    times('team'),
    countQuiet(db, 'team', caller.seat, today),
    db.query<{ gap: number }>(GAPS),
  ]);
  return {
    ...own,
    teamLate: late(team),
    teamSoon: soon(team),
    teamQuiet: teamQuiet.quiet14,
    unassigned: gap.rows[0]?.gap ?? 0,
  };
}
