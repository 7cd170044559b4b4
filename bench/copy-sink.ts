import type pg from 'pg';
import { copyIn } from '#platform/database/backup/copy.ts';
import type { Sink } from '../seeds/write-charts.ts';

/** Writes rows by `COPY … FROM STDIN`, one table at a time: the fastest way in. */
export function copySink(client: pg.Client): Sink {
  return {
    async add(table, columns, rows) {
      const copy = copyIn(client, `COPY kinfold.${table} (${columns.join(', ')}) FROM STDIN`);
      let text = '';
      for (const row of rows) {
        for (let i = 0; i < columns.length; i += 1) text += (i === 0 ? '' : '\t') + field(row[columns[i] ?? '']);
        text += '\n';
        if (text.length > 1_000_000) {
          await copy.write(Buffer.from(text));
          text = '';
        }
      }
      if (text) await copy.write(Buffer.from(text));
      await copy.end();
    },
  };
}

/** One value in COPY's text format. */
export function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Array.isArray(value))
    return escaped(`{${value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join()}}`);
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value);
}

const SPECIAL = /[\\\t\n\r]/;
const WRITTEN: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => WRITTEN[one] ?? one) : text;
