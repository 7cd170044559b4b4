import { type Db, plain } from '#platform/database/db.ts';
import type { Sink } from './write-charts.ts';

/** Rows a statement carries at most. */
const MOST = 4000;

/** Writes rows as one JSON document a statement; the table's own row type reads it. Columns are the program's own literals. */
export function jsonSink(db: Db): Sink {
  return {
    async add(table, columns, rows) {
      const list = columns.join(', ');
      const text = `insert into kinfold.${table} (${list}) select ${list} from jsonb_populate_recordset(null::kinfold.${table}, $1::jsonb)`;
      for (let from = 0; from < rows.length; from += MOST) {
        await db.query(plain(text), [JSON.stringify(rows.slice(from, from + MOST))]);
      }
    },
  };
}
