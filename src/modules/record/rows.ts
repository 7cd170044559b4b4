import { type Statement, statement } from '#platform/database/db.ts';
import type { Transaction } from '#platform/database/transaction.ts';

/** A handle that keeps rows back to write them by the hundred; see `bulk-command.ts`. */
export interface GathersRows extends Transaction {
  gather(table: string, row: Readonly<Record<string, unknown>>): void;
}

const made = new Map<string, Statement>();

/** Tables no request role writes: a function does, from a JSON array of rows, for the charts the command holds. */
const BY_FUNCTION: Readonly<Record<string, string>> = { name_key: 'select kinfold.add_keys($1::jsonb)' };

/**
 * Adds one row to a table of ours. Column names come from the program's own literals, never from input; one prepared
 * statement per table and set of columns. It travels with the next statement, and a refusal shows there.
 */
export async function addRow(db: Transaction, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  if ('gather' in db) return (db as GathersRows).gather(table, row);
  const columns = Object.keys(row);
  db.tell(
    insertInto(table, columns),
    columns.map((column) => toSql(row[column])),
  );
}

/** Adds many rows of the same columns in one statement. */
export async function addRows(
  db: Transaction,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  if ('gather' in db) for (const row of rows) (db as GathersRows).gather(table, row);
  else db.tell(insertMany(table, Object.keys(first)), [JSON.stringify(rows)]);
}

/** `insert` of a JSON array of rows; columns as in `addRow`. */
export function insertMany(table: string, columns: readonly string[]): Statement {
  const shape = `many ${table}(${columns.join()})`;
  const known = made.get(shape);
  if (known) return known;
  const list = columns.join(', ');
  const text =
    BY_FUNCTION[table] ??
    `insert into kinfold.${table} (${list}) select ${list} from jsonb_populate_recordset(null::kinfold.${table}, $1::jsonb)`;
  const fresh = statement(`add-many.${table}.${made.size}`, text);
  made.set(shape, fresh);
  return fresh;
}

function insertInto(table: string, columns: readonly string[]): Statement {
  const shape = `${table}(${columns.join()})`;
  const known = made.get(shape);
  if (known) return known;
  const text = `insert into kinfold.${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`;
  const fresh = statement(`add.${table}.${made.size}`, text);
  made.set(shape, fresh);
  return fresh;
}

/** Plain objects travel as JSON; arrays as PostgreSQL arrays, which the driver writes itself. */
function toSql(value: unknown): unknown {
  const plainObject =
    value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);
  return plainObject ? JSON.stringify(value) : (value ?? null);
}

/** A list that its column holds as one JSON document, not as an array of PostgreSQL. */
export const asJson = <T>(list: readonly T[]): { readonly toJSON: () => readonly T[] } => ({ toJSON: () => list });
