import type pg from 'pg';
import { ENGINE } from '#modules/duties/evaluate-chart.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { calendarTextOf, type Edition, hashesOf } from './edition.ts';

const NEWEST = plain(
  `select distinct on (pack) pack, hash, calendar_hash as "calendarHash" from kinfold.pack_edition order by pack, id desc`,
);
// Two programs that start together with the same new rules record them once.
const ALONE = plain('lock table kinfold.pack_edition in share row exclusive mode');
const RECORD = plain(
  `insert into kinfold.pack_edition (programme, pack, version, hash, calendar_hash, files, calendar, engine, recorded_at)
   select e.programme, e.pack, e.version, e.hash, e."calendarHash", e.files, e.calendar, $2, greatest($3::timestamptz, newest.recorded_at)
   from jsonb_to_recordset($1::jsonb) as e (programme text, pack text, version text, hash text, "calendarHash" text, files jsonb, calendar text)
   left join lateral (select n.hash, n.calendar_hash, n.recorded_at from kinfold.pack_edition n where n.pack = e.pack order by n.id desc limit 1) newest on true
   where (newest.hash, newest.calendar_hash) is distinct from (e.hash, e."calendarHash")`,
);

/**
 * Records each pack that is not its newest edition, whole and with its calendar, as in force from an instant (milliseconds
 * since 1970) on; one that comes back after another is an edition again. Answers how many were. Done once when the program
 * starts: judging a chart never looks here.
 */
export async function recordEditions(owner: pg.Pool, shelf: PolicyShelf, fromMs: number): Promise<number> {
  const { rows } = await onPool(owner).query<Pick<Edition, 'hash' | 'calendarHash'> & { pack: string }>(NEWEST);
  const known = new Set(rows.map(({ pack, hash, calendarHash }) => `${pack} ${hash} ${calendarHash}`));
  const fresh = shelf.packs
    .map((pack) => {
      const { id, programme, version, files } = pack;
      return { programme, pack: id, version, files, calendar: calendarTextOf(shelf, pack), ...hashesOf(shelf, pack) };
    })
    .filter(({ pack, hash, calendarHash }) => !known.has(`${pack} ${hash} ${calendarHash}`));
  if (fresh.length === 0) return 0;
  return transaction(owner, async (tx) => {
    await tx.query(ALONE);
    const from = new Date(fromMs).toISOString();
    return (await tx.last(RECORD, [JSON.stringify(fresh), ENGINE, from])).rowCount;
  });
}
