import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import { CHANGED_WORDS } from './history-words.ts';

const TABLES = ['youth', 'relative', 'contact_point', 'coverage', 'school'] as const;
const now = TABLES.map(
  (table) =>
    `select '${table}' as of_table, ${table === 'youth' ? 'chart' : 'id'} as row_id, revision, to_jsonb(t) as says from kinfold.${table} t where chart = $1`,
).join(' union all ');

const REACHED = statement('youth.history-of', 'select 1 from kinfold.chart where id = $1');
const HISTORY = statement(
  'youth.history',
  `with said as (
     select of_table, row_id, revision, was as says, until, changed_by from kinfold.earlier_version where chart = $1
     union all select of_table, row_id, revision, says, null, null from (${now}) n)
   select s.of_table as "table", s.row_id as row, s.until as at, (select h.name from kinfold.seat_holder h where h.seat = s.changed_by) as by,
     s.says as was, n.says as became
   from said s join said n on n.of_table = s.of_table and n.row_id = s.row_id and n.revision = s.revision + 1
   where s.until is not null order by s.until desc limit 300`,
);

interface Stored {
  readonly table: string;
  readonly row: string;
  readonly at: string;
  readonly by: string | null;
  readonly was: Readonly<Record<string, unknown>>;
  readonly became: Readonly<Record<string, unknown>>;
}

export interface Change {
  readonly table: string;
  readonly row: string;
  /** Whose or what it is, as it is called now. */
  readonly about: string;
  /** Instant of the change. */
  readonly at: string;
  readonly by: string | null;
  readonly fields: { readonly field: string; readonly was: unknown; readonly became: unknown }[];
}

/** Every change of the youth's own rows, the latest first: what was said before, and what is said since. Null out of reach. */
export async function historyOf(db: Db, chart: string): Promise<Change[] | null> {
  const [reached, { rows }] = await Promise.all([db.query(REACHED, [chart]), db.query<Stored>(HISTORY, [chart])]);
  if (reached.rowCount === 0) return null;
  return rows.map(changeOf).filter(({ fields }) => fields.length > 0);
}

/** The fields of a change that differ, in the order they are asked for in forms. */
function changeOf({ table, row, at, by, was, became }: Stored): Change {
  const fields = Object.keys(CHANGED_WORDS)
    .filter((field) => JSON.stringify(was[field] ?? null) !== JSON.stringify(became[field] ?? null))
    .map((field) => ({ field, was: was[field] ?? null, became: became[field] ?? null }));
  const about = [became['name'], became['value'], became['kind']].find((text) => typeof text === 'string');
  return { table, row, about: table === 'youth' ? '' : String(about ?? ''), at, by, fields };
}
