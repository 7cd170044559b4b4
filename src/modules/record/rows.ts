import { type Db, statement, type Statement } from '#platform/database/db.ts';

const made = new Map<string, Statement>();

/**
 * Adds one row to a table of ours. Column names come from the program's own literals, never from input; one prepared
 * statement per table and set of columns.
 */
export async function addRow(db: Db, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  await db.query(insertInto(table, columns), columns.map((column) => toSql(row[column])));
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
  const plainObject = value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);
  return plainObject ? JSON.stringify(value) : (value ?? null);
}
