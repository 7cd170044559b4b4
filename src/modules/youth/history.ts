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

const WRONG = statement(
  'youth.recorded-wrongly',
  `select w.of_table as "table", w.was, w.instead, w.at, w.reason, (select h.name from kinfold.seat_holder h where h.seat = w.by_seat) as by
   from kinfold.recorded_wrongly w where w.chart = $1 order by w.at desc limit 300`,
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

interface StoredWrong extends Pick<Stored, 'table' | 'at' | 'by' | 'was'> {
  readonly instead: Readonly<Record<string, unknown>> | null;
  readonly reason: string;
}

export interface History {
  readonly changes: Change[];
  readonly wrong: {
    table: string;
    about: string;
    on: string | null;
    instead: string | null;
    at: string;
    by: string | null;
    reason: string;
  }[];
}

/**
 * Every change of the youth's own rows, the latest first: what was said before, and what is said since; and what was
 * recorded wrongly. Null out of reach.
 */
export async function historyOf(db: Db, chart: string): Promise<History | null> {
  const [reached, changed, wrong] = await Promise.all([
    db.query(REACHED, [chart]),
    db.query<Stored>(HISTORY, [chart]),
    db.query<StoredWrong>(WRONG, [chart]),
  ]);
  if (reached.rowCount === 0) return null;
  return {
    changes: changed.rows.map(changeOf).filter(({ fields }) => fields.length > 0),
    wrong: wrong.rows.map(({ table, was, instead, at, by, reason }) => ({
      table,
      about: firstText(was, table === 'fact' ? ['kind'] : NAMES),
      on: firstText(was, DAYS) || null,
      instead: (instead && firstText(instead, DAYS)) || null,
      at,
      by,
      reason,
    })),
  };
}

/** What a row is called, and the day it is about, whatever its table calls them. */
const NAMES = ['words', 'name', 'value', 'kind', 'ground', 'purpose'] as const;
const DAYS = ['on', 'on_day', 'started_on', 'given_on', 'last_iep_on', 'from_day'] as const;

function firstText(row: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  return String(names.map((name) => row[name]).find((text) => typeof text === 'string') ?? '');
}

/** The fields of a change that differ, in the order they are asked for in forms. */
function changeOf({ table, row, at, by, was, became }: Stored): Change {
  const fields = Object.keys(CHANGED_WORDS)
    .filter((field) => JSON.stringify(was[field] ?? null) !== JSON.stringify(became[field] ?? null))
    .map((field) => ({ field, was: was[field] ?? null, became: became[field] ?? null }));
  const about = [became['name'], became['value'], became['kind']].find((text) => typeof text === 'string');
  return { table, row, about: table === 'youth' ? '' : String(about ?? ''), at, by, fields };
}
